"""The organ's own working days: the seeded calendar, corrected day by day by notices (domain N2, G-98)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from zhixing.journal.write import Receipt, already_done, write
from zhixing.law.calendar import SEEDED, DayKind, WorkCalendar
from zhixing.law.festivals import statutory_days
from zhixing.law.refusal import Finding, Findings
from zhixing.organ.models import DayCorrection, Organ, Person


@dataclass(frozen=True, slots=True)
class DayRow:
    """One line of a notice: a day and what it is."""

    day: date
    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A deadline or a count that the notice changed, in words."""

    what: str
    before: str
    after: str
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    receipt: Receipt
    moved: tuple[Moved, ...]


Recompute = Callable[..., Sequence[Moved]]
_recomputes: list[Recompute] = []


def register_deadlines(recompute: Recompute) -> None:
    """`recompute(organ=, days=, notice=, actor=, at=, key=)` renews what depends on days and lists what moved."""
    if recompute not in _recomputes:
        _recomputes.append(recompute)


def calendar_of(organ: Organ) -> WorkCalendar:
    """Seed and corrections as one calendar; a year nobody published is answered as 暂估.

    A year is published as soon as the organ has entered every statutory holiday of it: the yearly notice
    names them all, and a notice about a single day does not.
    """
    words = DayCorrection.objects.filter(organ=organ).values_list("day", "kind")
    corrections = {day: DayKind(kind) for day, kind in words}
    years = {day.year for day in corrections} - SEEDED
    entered = {year for year in years if statutory_days(year) <= corrections.keys()}
    return WorkCalendar(corrections, SEEDED | entered)


@transaction.atomic
def import_notice(
    *, organ: Organ, rows: Sequence[DayRow], notice: str, actor: Person, at: datetime, key: str
) -> Imported:
    """Enter a notice's days, all or nothing, then renew and list every deadline they move."""
    done = already_done(organ.pk, key)
    if done is not None:
        return Imported(done, ())
    findings = Findings()
    findings.extend(_faults(rows, notice))
    findings.refuse_if_any("没有导入放假通知。")
    stored = [_store(organ, row, notice) for row in rows]
    receipt = write(
        organ=organ.pk,
        actor=f"{actor.number} {actor.name}",
        office="",
        action="导入放假通知",
        object_kind="工作日历",
        object_id=notice,
        payload={"通知文号": notice, "天数": len(stored)},
        at=at,
        key=key,
        touched=stored,
    )
    return Imported(receipt, tuple(_renewed(organ, {row.day for row in rows}, notice, actor, at, key)))


def _renewed(
    organ: Organ, days: Collection[date], notice: str, actor: Person, at: datetime, key: str
) -> list[Moved]:
    return [
        moved
        for place, recompute in enumerate(_recomputes)
        for moved in recompute(
            organ=organ, days=days, notice=notice, actor=actor, at=at, key=f"{key}/重算{place}"
        )
    ]


def _store(organ: Organ, row: DayRow, notice: str) -> DayCorrection:
    correction, _ = DayCorrection.objects.update_or_create(
        organ=organ, day=row.day, defaults={"kind": row.kind, "name": row.name, "notice": notice}
    )
    return correction


def _faults(rows: Sequence[DayRow], notice: str) -> list[Finding]:
    kinds = [kind.value for kind in DayKind]
    found = [
        Finding(f"{row.day}的类别", row.kind or "空", f"{'、'.join(kinds)}之一", "请改正后重新导入。")
        for row in rows
        if row.kind not in kinds
    ]
    days = [row.day for row in rows]
    found += [
        Finding("日期", f"{day}（重复）", "每天只写一次", "请改正后重新导入。")
        for day in sorted({day for day in days if days.count(day) > 1})
    ]
    if not notice.strip():
        found.append(Finding("通知文号", "没有填写", "放假通知的文号", "请填写文号。"))
    if not rows:
        found.append(Finding("日期", "一天也没有", "至少一天", "请填写通知中的日期。"))
    return found
