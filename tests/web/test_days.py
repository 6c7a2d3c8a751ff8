"""A day in an address: whatever stands there, the page opens."""

from datetime import date

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks
from tests.web.bureau import Bureau
from zhixing.web.days import day_in

FAR = ("9999-12-31", "0001-01-01", "2026-13-45", "2026-02-30", "x", "")


@pytest.fixture
def office(bureau: Bureau) -> Client:
    return Desks(bureau).of("办公室主任")


@pytest.mark.parametrize("text", FAR)
def test_what_is_no_day_to_count_from_is_none(text: str) -> None:
    assert day_in(text) is None
    assert day_in("2026-11-23") == date(2026, 11, 23)


@pytest.mark.parametrize("text", FAR)
@pytest.mark.parametrize(
    "address",
    [
        "/attendance/day-book/?day={}",
        "/attendance/statistics/?from={0:.7}&to={0:.7}",
        "/attendance/absence/new/?from={0}&to={0}",
        "/attendance/roster/?day={}",
        "/attendance/my-month/?day={}",
        "/attendance/leave/new/?kind=年休&first={}",
        "/todo/?since={0}&until={0}",
        "/started/?since={0}&until={0}",
        "/organ/people/?on={}",
        "/law/02/?on={}",
    ],
)
def test_a_day_far_off_opens_the_page_all_the_same(address: str, text: str, office: Client) -> None:
    assert office.get(address.format(text)).status_code in {200, 404, 422}


def test_a_parameter_named_like_a_part_of_the_address_opens_the_page_all_the_same(office: Client) -> None:
    for name in ("items", "keys", "page", "urlencode", "0"):
        assert office.get("/organ/people/", {name: "x"}).status_code == 200
