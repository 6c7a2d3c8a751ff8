"""Working days over HTTP: the published calendar for everybody, the organ's own for its people."""

from __future__ import annotations

from datetime import date

import pytest

from tests.api.calls import NOW, Calls, send
from zhixing.organ.days import DayRow, import_notice


@pytest.mark.parametrize(
    ("first", "last", "value", "estimated"),
    [
        # 中秋节 2026-09-25 to 27; Sunday the 20th is worked for 国庆节
        ("2026-09-18", "2026-09-21", 3, False),
        ("2026-09-20", "2026-09-20", 1, False),
        ("2026-09-25", "2026-09-27", 0, False),
        ("2031-03-03", "2031-03-04", 2, True),
    ],
)
def test_both_ends_count_and_an_unpublished_year_says_so(
    first: str, last: str, value: int, *, estimated: bool, db: None
) -> None:
    answer = send("GET", f"/api/days?first={first}&last={last}")
    assert answer.body == {"value": value, "estimated": estimated}


def test_the_nth_working_day_after_a_day(db: None) -> None:
    # 2026-10-01 to 07 are holidays, Saturday the 10th is worked
    assert send("GET", "/api/due?start=2026-09-30&n=2").body == {"value": "2026-10-09", "estimated": False}


def test_the_organs_own_notice_counts_for_its_people_only(calls: Calls) -> None:
    import_notice(
        organ=calls.bureau.organ, rows=[DayRow(date(2026, 9, 9), "休息日")], notice="测试〔2026〕1号",
        actor=calls.bureau.person("办公室"), at=NOW, key="notice",
    )  # fmt: skip
    path = "/api/days?first=2026-09-08&last=2026-09-10"
    assert (send("GET", path).body["value"], calls.get("职员", path).body["value"]) == (3, 2)


@pytest.mark.parametrize(
    ("path", "facts"),
    [
        ("/api/days?first=2026-09-10&last=2026-09-01", ["起止日期"]),
        ("/api/days?first=0001-01-01&last=9999-12-31", ["起止日期"]),
        ("/api/days?first=1759000000&last=yesterday", ["first", "last"]),
        ("/api/days?first=2026-02-30", ["first", "last"]),
        ("/api/due?start=2026-09-01&n=-1", ["n"]),
        ("/api/due?start=2026-09-01&n=99999", ["n"]),
        ("/api/due?start=9999-12-30&n=30", ["日期"]),
    ],
)
def test_days_that_cannot_be_counted_are_findings(path: str, facts: list[str], db: None) -> None:
    answer = send("GET", path)
    assert (answer.status, answer.facts) == (422, facts)
