"""Counting a month: pure, from statuses to the columns of the 月考勤汇总表."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from zhixing.regulations.attendance.workflow.day_status import ABSENT, AT_WORK, OPEN, OUTING, HalfStatus

COLUMN_OF_WORD = {
    **dict.fromkeys(AT_WORK, "present"),
    OUTING: "outing",
    "出差": "trip",
    "下乡": "outing",
    "会议": "meeting",
    "年休假": "annual",
    "补休假": "comp",
    "事假": "personal",
    "病假": "sick",
    ABSENT: "absent",
    OPEN: "open",
}


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Half-days, but `late` and `early`, which are times."""

    due: int = 0
    present: int = 0
    outing: int = 0
    trip: int = 0
    meeting: int = 0
    annual: int = 0
    comp: int = 0
    personal: int = 0
    sick: int = 0
    other_leave: int = 0
    late: int = 0
    early: int = 0
    absent: int = 0
    open: int = 0

    @property
    def late_and_early(self) -> int:
        return self.late + self.early


COLUMNS = tuple(field.name for field in fields(MonthCount))


def count(statuses: Iterable[HalfStatus]) -> MonthCount:
    """Adds up the statuses of one person; halves that are free or off staff count nowhere."""
    totals = dict.fromkeys(COLUMNS, 0)
    for status in statuses:
        if status.due:
            totals["due"] += 1
            totals["late"] += status.late
            totals["early"] += status.early
            column = _column(status)
            if column:
                totals[column] += 1
    return MonthCount(**totals)


def _column(status: HalfStatus) -> str:
    """Every leave kind without a column of its own stands under 其他假."""
    if not status.clause:
        return ""
    return COLUMN_OF_WORD.get(status.word, "other_leave")


def other_kinds(statuses: Iterable[HalfStatus]) -> tuple[tuple[str, int], ...]:
    """Kinds under 其他假 with their half-days, for the note of the line."""
    kinds: dict[str, int] = {}
    for status in statuses:
        if status.clause and status.word not in COLUMN_OF_WORD:
            kinds[status.word] = kinds.get(status.word, 0) + 1
    return tuple(sorted(kinds.items()))
