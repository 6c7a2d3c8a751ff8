"""统计：leave by kind and month, lateness by month and section, with every figure as table data (domain 4.5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from zhixing.law.values import show_days
from zhixing.organ.models import Organ, Person, Section, Service
from zhixing.regulations.attendance.workflow.day_facts import on_staff_between
from zhixing.regulations.attendance.workflow.day_status import AT_WORK, HalfStatus
from zhixing.regulations.attendance.workflow.day_view import bounds, people_days
from zhixing.regulations.attendance.workflow.month_count import COLUMN_OF_WORD

Halves = Sequence[tuple[Person, HalfStatus]]
Months = list[tuple[int, int]]
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


@dataclass(frozen=True, slots=True)
class Statistics:
    """Everything counted for one stretch and one circle of people."""

    leave: Figures
    late: Figures
    late_by_section: Figures
    attended: Figures


def counted_people(organ: Organ, sections: Iterable[Section], first: date, last: date) -> list[Person]:
    """Everyone on the staff between the days whose last section up to `last` is one of these."""
    wanted = {section.pk for section in sections}
    served = dict(_last_services(organ, last).values_list("person_id", "section_id"))
    return [person for person in on_staff_between(organ, first, last) if served.get(person.pk) in wanted]


def statistics(organ: Organ, people: list[Person], first: date, last: date, at: datetime) -> Statistics:
    """The figures of these people from `first` to `last`, every half day read once."""
    halves = [(person, half) for person, pair in people_days(organ, people, first, last, at) for half in pair]
    months = _months(first, last)
    return Statistics(
        _leave_by_kind(halves, months),
        _lateness(halves, months),
        _lateness_by_section(halves, _sections(organ, people, last)),
        _attendance_rate(halves, months),
    )


def _leave_by_kind(halves: Halves, months: Months) -> Figures:
    """Half-days of leave of each kind in each month, the commonest kind first."""
    counted: dict[str, list[int]] = {}
    for _, status in halves:
        if _is_leave(status):
            row = counted.setdefault(status.word, [0] * len(months))
            row[months.index((status.day.year, status.day.month))] += 1
    kinds = tuple(sorted(counted, key=lambda kind: (-sum(counted[kind]), kind)))
    cells = tuple(tuple(counted[kind]) for kind in kinds)
    return Figures("各类假按月统计", "天", _month_names(months), kinds, cells, "02-1.2a")


def _lateness(halves: Halves, months: Months) -> Figures:
    """Late and early marks of each month."""
    late, early = [0] * len(months), [0] * len(months)
    for _, status in halves:
        place = months.index((status.day.year, status.day.month))
        late[place] += status.late
        early[place] += status.early
    cells = (tuple(late), tuple(early))
    return Figures("迟到早退按月统计", "次", _month_names(months), ("迟到", "早退"), cells, "02-3.1")


def _lateness_by_section(halves: Halves, sections: Mapping[int, str]) -> Figures:
    """Late and early marks of each section, by where the person served last."""
    counted: dict[str, list[int]] = {name: [0, 0] for name in sections.values()}
    for person, status in halves:
        counted[sections[person.pk]][0] += status.late
        counted[sections[person.pk]][1] += status.early
    rows = tuple(counted)
    cells = tuple(tuple(counted[row]) for row in rows)
    return Figures("各科室迟到早退", "次", ("迟到", "早退"), rows, cells, "02-3.1")


def _attendance_rate(halves: Halves, months: Months) -> Figures:
    """Half-days due and worked in each month."""
    due, worked = [0] * len(months), [0] * len(months)
    for _, status in halves:
        place = months.index((status.day.year, status.day.month))
        due[place] += status.due
        worked[place] += status.word in AT_WORK
    cells = (tuple(due), tuple(worked))
    return Figures("出勤按月统计", "天", _month_names(months), ("应出勤", "实出勤"), cells, "02-1.1a")


def _is_leave(status: HalfStatus) -> bool:
    if not status.clause:
        return False
    return COLUMN_OF_WORD.get(status.word, "other_leave") in {*LEAVE_COLUMNS, "other_leave"}


def _months(first: date, last: date) -> Months:
    found, (year, month) = [], (first.year, first.month)
    while date(year, month, 1) <= last:
        found.append((year, month))
        following = bounds(year, month)[1].toordinal() + 1
        year, month = date.fromordinal(following).year, date.fromordinal(following).month
    return found


def _month_names(months: Months) -> tuple[str, ...]:
    return tuple(f"{year}年{month}月" for year, month in months)


def _last_services(organ: Organ, day: date) -> QuerySet[Service]:
    """Services begun by `day`, the latest of each person last."""
    return Service.objects.filter(organ=organ, since__lte=day).order_by("since")


def _sections(organ: Organ, people: Iterable[Person], day: date) -> dict[int, str]:
    """{person: name of the last section}, in the order of the sections."""
    rows = {row.person_id: row.section for row in _last_services(organ, day).select_related("section")}
    found = [(rows[person.pk], person.pk) for person in people if person.pk in rows]
    return {pk: section.name for section, pk in sorted(found, key=lambda each: (each[0].order, each[1]))}
