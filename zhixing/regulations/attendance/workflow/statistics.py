"""统计：leave by kind and month, lateness by month and section, with every figure as table data (domain 4.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from zhixing.law.values import show_days
from zhixing.organ.models import Organ, Person, Service
from zhixing.regulations.attendance.workflow.day_facts import on_staff_between
from zhixing.regulations.attendance.workflow.day_status import AT_WORK, HalfStatus
from zhixing.regulations.attendance.workflow.day_view import bounds, people_days
from zhixing.regulations.attendance.workflow.month_count import COLUMN_OF_WORD

LEAVE_COLUMNS = {"annual", "comp", "personal", "sick"}


@dataclass(frozen=True, slots=True)
class Figures:
    """A table and its plot at once: `cells[row][column]` are whole numbers in `unit`."""

    title: str
    unit: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]
    clause: str

    def shown(self) -> tuple[tuple[str, ...], ...]:
        """The cells as an official writes them."""
        show = show_days if self.unit == "天" else str
        return tuple(tuple(show(cell) for cell in row) for row in self.cells)

    def totals(self) -> tuple[int, ...]:
        return tuple(map(sum, zip(*self.cells, strict=True))) if self.cells else ()


def leave_by_kind(organ: Organ, first: date, last: date, at: datetime) -> Figures:
    """Half-days of leave of each kind in each month from `first` to `last`."""
    months = _months(first, last)
    counted: dict[str, list[int]] = {}
    for _, status in _statuses(organ, first, last, at):
        if _is_leave(status):
            row = counted.setdefault(status.word, [0] * len(months))
            row[months.index((status.day.year, status.day.month))] += 1
    kinds = tuple(sorted(counted, key=lambda kind: (-sum(counted[kind]), kind)))
    cells = tuple(tuple(counted[kind]) for kind in kinds)
    return Figures("各类假按月统计", "天", _month_names(months), kinds, cells, "02-1.2a")


def lateness(organ: Organ, first: date, last: date, at: datetime) -> Figures:
    """Late and early marks of each month."""
    months = _months(first, last)
    late, early = [0] * len(months), [0] * len(months)
    for _, status in _statuses(organ, first, last, at):
        place = months.index((status.day.year, status.day.month))
        late[place] += status.late
        early[place] += status.early
    return Figures(
        "迟到早退按月统计",
        "次",
        _month_names(months),
        ("迟到", "早退"),
        (tuple(late), tuple(early)),
        "02-3.1",
    )


def lateness_by_section(organ: Organ, first: date, last: date, at: datetime) -> Figures:
    """Late and early marks of each section, by where the person served on the last day."""
    sections = _sections(organ, last)
    counted: dict[str, list[int]] = {name: [0, 0] for name in sections.values()}
    for person, status in _statuses(organ, first, last, at):
        if person.pk in sections and (status.late or status.early):
            counted[sections[person.pk]][0] += status.late
            counted[sections[person.pk]][1] += status.early
    rows = tuple(counted)
    return Figures(
        "各科室迟到早退", "次", ("迟到", "早退"), rows, tuple(tuple(counted[row]) for row in rows), "02-3.1"
    )


def attendance_rate(organ: Organ, first: date, last: date, at: datetime) -> Figures:
    """Half-days due and worked in each month."""
    months = _months(first, last)
    due, worked = [0] * len(months), [0] * len(months)
    for _, status in _statuses(organ, first, last, at):
        place = months.index((status.day.year, status.day.month))
        due[place] += status.due
        worked[place] += status.word in AT_WORK
    return Figures(
        "出勤按月统计",
        "天",
        _month_names(months),
        ("应出勤", "实出勤"),
        (tuple(due), tuple(worked)),
        "02-1.1a",
    )


def _statuses(organ: Organ, first: date, last: date, at: datetime) -> Iterable[tuple[Person, HalfStatus]]:
    people = on_staff_between(organ, first, last)
    for person, halves in people_days(organ, people, first, last, at):
        for half in halves:
            yield person, half


def _is_leave(status: HalfStatus) -> bool:
    if not status.clause:
        return False
    return COLUMN_OF_WORD.get(status.word, "other_leave") in {*LEAVE_COLUMNS, "other_leave"}


def _months(first: date, last: date) -> list[tuple[int, int]]:
    found, (year, month) = [], (first.year, first.month)
    while date(year, month, 1) <= last:
        found.append((year, month))
        following = bounds(year, month)[1].toordinal() + 1
        year, month = date.fromordinal(following).year, date.fromordinal(following).month
    return found


def _month_names(months: list[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(f"{year}年{month}月" for year, month in months)


def _sections(organ: Organ, day: date) -> dict[int, str]:
    rows = Service.objects.filter(organ=organ, since__lte=day).order_by("section__order", "since")
    return {row.person_id: row.section.name for row in rows.select_related("section")}
