import pytest

from tests.people import build_people
from tests.regulations.appointments.house import MONDAY, House


@pytest.fixture
def house(db: None) -> House:
    return House(build_people(MONDAY))
