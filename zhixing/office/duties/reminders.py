"""临期, 到期, 逾期: who is told when, and who above when it stays undone (domain 4.2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils import timezone

from zhixing.law.calendar import WorkCalendar
from zhixing.office.duties.bearers import above, bearers_of, holders_of
from zhixing.office.duties.models import DutyDue
from zhixing.office.duties.notices import notify
from zhixing.organ.days import calendar_of
from zhixing.organ.models import Organ, Person

SOON = 3  # working days before the day
TO_LEADER, TO_OFFICE = 3, 7  # working days overdue
ONE_DAY = timedelta(days=1)


def urgency(due: date, today: date, calendar: WorkCalendar) -> str:
    """ "" while there is time; 临期 within three working days, 到期 on the day, 逾期 after it."""
    if today > due:
        return "逾期"
    if today == due:
        return "到期"
    return "临期" if calendar.due(today, SOON).day >= due else ""


def overdue(due: date, today: date, calendar: WorkCalendar) -> int:
    """Working days passed since the day."""
    return calendar.working_days(due + ONE_DAY, today).value if today > due else 0


def remind(*, organ: Organ, at: datetime) -> int:
    """Tell the bearers of every open turn, and those above once it is long overdue; returns new notices."""
    today, calendar = timezone.localdate(at), calendar_of(organ)
    told = 0
    for due in DutyDue.objects.filter(organ=organ, state="待办").select_related("organ"):
        level = urgency(due.due, today, calendar)
        late = overdue(due.due, today, calendar)
        for reason, people in _told(due, level, late, today):
            told += notify(
                people, key=f"duty:{due.pk}:{reason}", text=sentence(due, level, late), urgency=level,
                object_kind="duty", object_id=str(due.pk), at=at,
            )  # fmt: skip
    return told


def sentence(due: DutyDue, level: str, late: int) -> str:
    day = f"{due.due.year}年{due.due.month}月{due.due.day}日"
    ends = {"逾期": f"已逾期{late}个工作日", "到期": "今日到期"}.get(level, f"将于{day}到期")
    return f"“{due}”{ends}，凭据：{due.wanted or '办理记录'}。依据：{due.cite}。"


def _told(due: DutyDue, level: str, late: int, today: date) -> Iterator[tuple[str, list[Person]]]:
    if not level:
        return
    bearers = bearers_of(due, today)
    yield level, bearers
    if late >= TO_LEADER:
        leaders = [leader for bearer in bearers for leader in above(due.organ, bearer, today)]
        yield "报分管领导", list(dict.fromkeys(leaders))
    if late >= TO_OFFICE:
        yield "报办公室主任", holders_of(due.organ, "办公室主任", today)
