import pytest

from tests.regulations.attendance.records import bureau as bureaus
from tests.regulations.attendance.records.bureau import Bureau


@pytest.fixture
def bureau(db: None) -> Bureau:
    return bureaus.lucheng()


@pytest.fixture
def other(db: None) -> Bureau:
    return bureaus.neighbour()
