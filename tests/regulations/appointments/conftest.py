import pytest

from tests.regulations.appointments.house import MONDAY, House
from zhixing.cli.demo.people import build_people


@pytest.fixture
def house(db: None) -> House:
    return House(build_people(MONDAY))
