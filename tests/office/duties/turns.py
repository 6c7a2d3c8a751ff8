"""Asking for the duties of 02 as the hourly round does."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from zhixing.law.regulation import edition_on
from zhixing.office.duties.models import DutyDue
from zhixing.office.duties.tick import Ticked, tick
from zhixing.organ.models import Organ, Person
from zhixing.regulations.attendance.book import BOOK

SHANGHAI = ZoneInfo("Asia/Shanghai")


def morning(day: date) -> datetime:
    return datetime.combine(day, time(9), SHANGHAI).astimezone(UTC)


def on(organ: Organ, day: date) -> Ticked:
    return tick(organ=organ, editions=[edition_on(BOOK, day)], at=morning(day))


def due(organ: Organ, duty: str, first: date) -> DutyDue:
    return DutyDue.objects.get(organ=organ, duty=duty, period_first=first)


def person(organ: Organ, number: str) -> Person:
    return Person.objects.get(organ=organ, number=number)
