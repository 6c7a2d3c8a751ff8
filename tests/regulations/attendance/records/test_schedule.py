"""作息时间 (02-1.1a): the district's hours from-to, entered by the office with their notice."""

from __future__ import annotations

from datetime import date, time

import pytest

from tests.regulations.attendance.records.bureau import Bureau, at, key
from zhixing.law.refusal import Refusal
from zhixing.regulations.attendance.models import Schedule
from zhixing.regulations.attendance.workflow.day_facts import load
from zhixing.regulations.attendance.workflow.schedule import DayHours, set_schedule

SUMMER = DayHours(time(8), time(12), time(14, 30), time(17, 30))
NOW = at("2026-05-20 09:00:00")


def entered(
    bureau: Bureau, *, since: date = date(2026, 6, 1), until: date | None = date(2026, 9, 30),
    hours: DayHours = SUMMER, season: str = "夏令", basis: str = "区府办夏令作息通知", actor: str = "潘映雪",
) -> None:  # fmt: skip
    set_schedule(
        actor=bureau[actor],
        season=season,
        hours=hours,
        since=since,
        until=until,
        basis=basis,
        at=NOW,
        key=key(),
    )


def begins(bureau: Bureau, day: date, half: str = "上午") -> time:
    return load(bureau.organ, [bureau["贺兰亭"]], day, day).hours(day, half).begins


def test_hours_hold_from_their_first_to_their_last_day(bureau: Bureau) -> None:
    entered(bureau)
    days = (date(2026, 5, 31), date(2026, 6, 1), date(2026, 9, 30), date(2026, 10, 1))
    assert [begins(bureau, day) for day in days] == [time(8, 30), time(8), time(8), time(8, 30)]
    assert begins(bureau, date(2026, 7, 1), "下午") == time(14, 30)


def test_of_two_stretches_over_a_day_the_later_one_holds(bureau: Bureau) -> None:
    entered(bureau)
    typhoon = DayHours(time(9, 30), time(12), time(14, 30), time(17, 30))
    entered(bureau, since=date(2026, 8, 3), until=date(2026, 8, 4), hours=typhoon, basis="防台风通知")
    assert [begins(bureau, date(2026, 8, day)) for day in (2, 3, 4, 5)] == [
        time(8), time(9, 30), time(9, 30), time(8),
    ]  # fmt: skip


def test_every_fault_is_named_at_once_with_its_clause(bureau: Bureau) -> None:
    with pytest.raises(Refusal) as refusal:
        entered(
            bureau, since=date(2024, 1, 1), until=date(2023, 1, 1), basis=" ", season="春令",
            hours=DayHours(time(12), time(8), time(14), time(17)),
        )  # fmt: skip
    assert [finding.fact for finding in refusal.value.findings] == ["依据", "时令", "作息", "止", "起"]
    assert {finding.clause for finding in refusal.value.findings} == {"02-1.1a"}
    assert Schedule.objects.filter(organ=bureau.organ).count() == 1


@pytest.mark.parametrize("name", ["贺兰亭", "林启衡", "金若谷"])
def test_only_the_office_enters_hours(bureau: Bureau, name: str) -> None:
    with pytest.raises(Refusal, match="不归您"):
        entered(bureau, actor=name)


def test_another_organs_hours_are_its_own(bureau: Bureau, other: Bureau) -> None:
    entered(bureau)
    day = date(2026, 7, 1)
    assert load(other.organ, [other["白露"]], day, day).hours(day, "上午").begins == time(8, 30)
