"""今天: what one's own day is, both halves of it, and what one may still take off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from zhixing.organ.days import calendar_of
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import MonthLine
from zhixing.regulations.attendance.workflow.balance_reading import buckets, usable
from zhixing.regulations.attendance.workflow.day_view import DayPair, day_status
from zhixing.regulations.attendance.workflow.entitlement import ACCOUNT, unbooked_grants


@dataclass(frozen=True, slots=True)
class Today:
    """`kind` is 工作日, 休息日, 法定节假日 or 调休上班; `comp` and `annual` are half-days one may take today.

    `line` is the month that waits for the person's word, None where none does.
    """

    day: date
    weekday: str
    kind: str
    halves: DayPair
    comp: int
    annual: int
    line: MonthLine | None

    @property
    def works(self) -> bool:
        return any(half.due for half in self.halves)


def today_of(person: Person, at: datetime) -> Today:
    day = today(at)
    annual = (*buckets(person, ACCOUNT), *unbooked_grants(person, day.year, day))
    return Today(
        day=day,
        weekday=f"星期{'一二三四五六日'[day.weekday()]}",
        kind=str(calendar_of(person.organ).kind(day)),
        halves=day_status(person, day, at),
        comp=usable(buckets(person, "补休"), day),
        annual=usable(annual, day),
        line=open_line(person),
    )


def open_line(person: Person) -> MonthLine | None:
    """The latest own line that is still to be confirmed."""
    waiting = MonthLine.objects.filter(
        organ_id=person.organ_id, person=person, state__in=("待确认", "已答复"), sheet__state="确认中"
    )
    return waiting.select_related("sheet").order_by("-sheet__year", "-sheet__month").first()
