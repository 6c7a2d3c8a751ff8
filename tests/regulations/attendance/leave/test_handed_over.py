"""B17-07: a leave is agreed by the leaders, yet not filed while something is still in the leaver's hands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.regulations.attendance.leave.bureau import at
from tests.regulations.attendance.leave.desk import Desk, refused
from zhixing.law.refusal import Finding
from zhixing.office import before_leave
from zhixing.office.matters.models import Opinion, Task
from zhixing.organ.models import Person

DAY, LAST = date(2026, 9, 8), date(2026, 9, 10)
SEAL = Finding("印章", "局章还由本人保管", "已经办好代管", "请先办理代管。", clause="17-3")
Asked = list[tuple[str, date, date]]


@pytest.fixture
def asked() -> Iterator[Asked]:
    """A regulation that keeps something in the hands of E024; what it was asked is noted."""
    kept: Asked = []

    def held(person: Person, first: date, last: date) -> list[Finding]:
        kept.append((person.number, first, last))
        return [SEAL] if person.number == "E024" else []

    before_leave.register_source("test", held)
    yield kept
    before_leave.forget("test")


def test_the_office_cannot_file_the_leave_of_a_keeper_who_has_not_handed_over(
    desk: Desk, asked: Asked
) -> None:
    leave = desk.ask("E024", "事假", DAY)
    desk.agree(leave.matter, "E004")
    assert Task.objects.get(matter=leave.matter, state="待办").step is not None
    office = desk.next_of(leave.matter).number
    assert refused(desk.agree, leave.matter, office) == ["印章"]
    assert not Opinion.objects.filter(matter=leave.matter, act="备案").exists()
    assert asked == [("E024", DAY, DAY)]
    before_leave.forget("test")
    desk.agree(leave.matter, office, at(date(2026, 9, 2)))
    assert Opinion.objects.filter(matter=leave.matter, act="备案").count() == 1


def test_whoever_has_nothing_in_hand_is_asked_for_the_days_of_the_leave_and_filed(
    desk: Desk, asked: Asked
) -> None:
    leave = desk.ask("E025", "年休假", DAY, LAST)
    while Task.objects.filter(matter=leave.matter, state="待办", step__act="备案").count() == 0:
        desk.agree(leave.matter, desk.next_of(leave.matter).number)
    desk.agree(leave.matter, desk.next_of(leave.matter).number)
    assert asked == [("E025", DAY, LAST)]
    assert Opinion.objects.filter(matter=leave.matter, act="备案").exists()


def test_what_is_over_cannot_be_handed_over_any_more(desk: Desk, asked: Asked) -> None:
    """Filed after the last day: nobody is asked; within it: for the days still to come."""
    leave = desk.ask("E025", "年休假", DAY, LAST)
    while Task.objects.filter(matter=leave.matter, state="待办", step__act="备案").count() == 0:
        desk.agree(leave.matter, desk.next_of(leave.matter).number)
    desk.agree(leave.matter, desk.next_of(leave.matter).number, at(date(2026, 9, 11)))
    assert asked == []


def test_within_the_leave_only_the_days_to_come_count(desk: Desk, asked: Asked) -> None:
    leave = desk.ask("E025", "年休假", DAY, LAST)
    while Task.objects.filter(matter=leave.matter, state="待办", step__act="备案").count() == 0:
        desk.agree(leave.matter, desk.next_of(leave.matter).number)
    desk.agree(leave.matter, desk.next_of(leave.matter).number, at(date(2026, 9, 9)))
    assert asked == [("E025", date(2026, 9, 9), LAST)]
