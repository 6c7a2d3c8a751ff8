"""年休应休 (02-1.4): what a year brings, month by month, and whether it is struck (N1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhixing.law.values import show_days
from zhixing.organ.models import Person
from zhixing.organ.parameters import OwnValues
from zhixing.organ.who import service_on
from zhixing.regulations.attendance.models import BalanceMove
from zhixing.regulations.attendance.workflow.balance_reading import Bucket
from zhixing.regulations.attendance.workflow.statute import own_of, ruling

ACCOUNT, CLAUSE = "年休", "02-1.4"
DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Grant:
    """Half-days that begin on `since`, and why."""

    since: date
    halves: int
    why: str
    note: str


def grants_of(person: Person, year: int) -> tuple[Grant, ...]:
    """The grant of 1 January and a step from the month after the anniversary; empty when years are unknown."""
    if person.started_work is None:
        return ()
    own = own_of(person.organ_id)
    steps = tuple(_steps(person.started_work, year, own))
    return (
        _shared(person.joined, steps, own)
        if person.joined and _joins_as_contract_staff(person, year)
        else steps
    )


def _joins_as_contract_staff(person: Person, year: int) -> bool:
    if person.joined is None or person.joined.year != year:
        return False
    service = service_on(person, person.joined)
    return service is not None and service.category == "编外"


def _shared(joined: date, steps: tuple[Grant, ...], own: OwnValues) -> tuple[Grant, ...]:
    """The year of joining brings contract staff the share of its remaining days, in whole days (N1)."""
    shares = []
    for step in steps:
        since = max(step.since, joined)
        share = ruling("编外年休折算", since, own, 到局日期=since, 应休天数=step.halves).outcome["折算天数"]
        assert isinstance(share, int)
        if share:
            note = f"{step.note}；{since}到局，按剩余日历天数折算为{show_days(share)}天"
            shares.append(Grant(since, share, step.why, note))
    return tuple(shares)


def _steps(started: date, year: int, own: OwnValues) -> Iterator[Grant]:
    before = 0
    for month in range(1, DECEMBER + 1):
        first = date(year, month, 1)
        years, days = _on(started, first, own)
        if days > before:
            why = "年度应休" if before == 0 else "工龄晋档"
            yield Grant(first, days - before, why, _told(year, first, years, days, before))
        before = max(before, days)


def _on(started: date, day: date, own: OwnValues) -> tuple[int, int]:
    """(full years, half-days of entitlement) on that day; nobody has any before starting work."""
    if day < started:
        return 0, 0
    outcome = ruling("年休应休", day, own, 参加工作日期=started, 查询日期=day).outcome
    years, days = outcome["满年数"], outcome["应休天数"]
    assert isinstance(years, int)
    assert isinstance(days, int)
    return years, days


def _told(year: int, first: date, years: int, days: int, before: int) -> str:
    if before == 0:
        return f"{year}年度年休假：累计工作满{years}年，应休{show_days(days)}天"
    return (
        f"{year}年度年休假：累计工作满{years}年，从{first.month}月1日起"
        f"由{show_days(before)}天增为{show_days(days)}天"
    )


def grant_key(person: Person, year: int, grant: Grant) -> str:
    return f"annual:{person.pk}:{year}:{grant.since}"


def year_end(year: int) -> date:
    return date(year, DECEMBER, 31)


def unbooked_grants(person: Person, year: int, day: date) -> tuple[Bucket, ...]:
    """What the year would bring but the ledger does not show yet: this year and the next only."""
    if year not in {day.year, day.year + 1}:
        return ()
    grants = grants_of(person, year)
    keys = {grant_key(person, year, grant) for grant in grants}
    booked = set(
        BalanceMove.objects.filter(organ_id=person.organ_id, key__in=keys).values_list("key", flat=True)
    )
    return tuple(
        Bucket(-n, ACCOUNT, grant.since, year_end(year), grant.halves, grant.why, grant.note)
        for n, grant in enumerate(grants, 1 + year * DECEMBER)
        if grant_key(person, year, grant) not in booked
    )
