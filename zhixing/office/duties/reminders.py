"""临期, 到期, 逾期: who is told when, and who above when it stays undone (domain 4.2)."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from zhixing.law.calendar import WorkCalendar
from zhixing.office.duties.bearers import above, holders_of
from zhixing.office.duties.notices import notify
from zhixing.organ.days import calendar_of
from zhixing.organ.models import Organ, Person

SOON = 3  # working days before the day
TO_LEADER, TO_OFFICE = 3, 7  # working days overdue
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Open:
    """Something undone that has a day: what it is called, who bears it, and what the notice adds.

    `subject` and `adds` hold nothing secret or personal: they go out in notices.
    """

    object_kind: str
    object_id: str
    subject: str
    due: date
    bearers: tuple[Person, ...]
    adds: str = ""


Source = Callable[[Organ, date], Iterable[Open]]
_sources: dict[str, Source] = {}


def register_source(kind: str, source: Source) -> None:
    """`source(organ, today)` names everything of one kind that is undone and has a day."""
    _sources[kind] = source


def remind(*, organ: Organ, at: datetime) -> int:
    """Tell the bearers of all that is undone, and those above once it is long overdue; returns new notices.

    Each person is told once for each level of each thing, however often this runs.
    """
    today, calendar = timezone.localdate(at), calendar_of(organ)
    return sum(
        _tell(organ, one, today, calendar, at) for source in _sources.values() for one in source(organ, today)
    )


def borne_by(person: Person, today: date, *, but: Container[str] = ()) -> list[Open]:
    """Everything undone that this person bears, the nearest first; `but` names kinds of sources left out."""
    found = (
        one
        for kind, source in _sources.items()
        if kind not in but
        for one in source(person.organ, today)
        if person in one.bearers
    )
    return sorted(found, key=lambda one: (one.due, one.subject))


def urgency(due: date, today: date, calendar: WorkCalendar) -> str:
    """ "" while there is time; 临期 within three working days, 到期 on the day, 逾期 after it.

    What ends on a day off is 到期 from the last working day before it.
    """
    if today > due:
        return "逾期"
    if today >= last_worked(due, calendar):
        return "到期"
    return "临期" if calendar.due(today, SOON).day >= last_worked(due, calendar) else ""


def last_worked(due: date, calendar: WorkCalendar) -> date:
    """`due` itself where it is worked, otherwise the last working day before it."""
    day = due
    while not calendar.is_working(day):
        day -= ONE_DAY
    return day


def overdue(due: date, today: date, calendar: WorkCalendar) -> int:
    """Working days passed since the day."""
    return calendar.working_days(due + ONE_DAY, today).value if today > due else 0


def sentence(one: Open, level: str, late: int, today: date) -> str:
    day = f"{one.due.year}年{one.due.month}月{one.due.day}日"
    if level == "逾期":
        ends = f"已逾期{late}个工作日" if late else f"已于{day}到期"
    elif one.due == today:
        ends = "今日到期"
    else:
        ends = f"将于{day}到期" + ("，今天是此前最后一个工作日" if level == "到期" else "")
    return f"“{one.subject}”{ends}。{one.adds}"


def _tell(organ: Organ, one: Open, today: date, calendar: WorkCalendar, at: datetime) -> int:
    level, late = urgency(one.due, today, calendar), overdue(one.due, today, calendar)
    if not level:
        return 0
    return sum(
        notify(
            people, key=f"{one.object_kind}:{one.object_id}:{one.due.isoformat()}:{reason}",
            text=sentence(one, level, late, today), urgency=level, object_kind=one.object_kind,
            object_id=one.object_id, at=at,
        )
        for reason, people in _told(organ, one, level, late, today)
    )  # fmt: skip


def _told(
    organ: Organ, one: Open, level: str, late: int, today: date
) -> Iterator[tuple[str, Iterable[Person]]]:
    yield level, one.bearers
    if late >= TO_LEADER:
        leaders = [leader for bearer in one.bearers for leader in above(organ, bearer, today)]
        yield "报分管领导", dict.fromkeys(leaders)
    if late >= TO_OFFICE:
        yield "报办公室主任", holders_of(organ, "办公室主任", today)
