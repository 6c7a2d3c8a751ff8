"""Two statuses of a day, a person's month as a calendar, and the sign-in page."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from zhixing.organ.local_time import local
from zhixing.organ.models import Organ, Person
from zhixing.regulations.attendance.workflow.day_facts import DayFacts, load
from zhixing.regulations.attendance.workflow.day_status import HalfStatus, Hours, half_status
from zhixing.regulations.attendance.workflow.span import AFTERNOON, MORNING

HALVES = (MORNING, AFTERNOON)
DayPair = tuple[HalfStatus, HalfStatus]


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One square of the month calendar; `kind` is 工作日/休息日/法定节假日/调休上班."""

    day: date
    kind: str
    estimated: bool
    morning: HalfStatus
    afternoon: HalfStatus

    @property
    def word(self) -> str:
        """One word when both halves agree, else both."""
        if self.morning.word == self.afternoon.word:
            return self.morning.word
        return f"上午{self.morning.word}，下午{self.afternoon.word}"


@dataclass(frozen=True, slots=True)
class SignInPage:
    """What the sign-in page shows; `closed` says why nobody signs in now, "" when it is open."""

    day: date
    half: str
    hours: Hours
    closed: str
    signed_at: time | None
    today: DayPair


def days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def bounds(year: int, month: int) -> tuple[date, date]:
    """First and last day of the month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def pair(facts: DayFacts, person_id: int, day: date, now: datetime) -> DayPair:
    """Both halves of a day from facts already loaded; `now` in the organ's own time."""
    morning, afternoon = (half_status(facts.half(person_id, day, half), now) for half in HALVES)
    return morning, afternoon


def day_status(person: Person, day: date, at: datetime) -> DayPair:
    """上午 and 下午 of one person on one day, as known at `at`."""
    return pair(load(person.organ, [person], day, day), person.pk, day, local(at))


def month_calendar(person: Person, year: int, month: int, at: datetime) -> list[CalendarDay]:
    """Every day of the month for one person."""
    first, last = bounds(year, month)
    facts, now = load(person.organ, [person], first, last), local(at)
    return [
        CalendarDay(
            day,
            str(facts.calendar.kind(day)),
            facts.calendar.is_estimated(day),
            *pair(facts, person.pk, day, now),
        )
        for day in days(first, last)
    ]


def half_at(hours: Hours, clock: time) -> str:
    """A sign-in before the morning's end belongs to the morning, any later one to the afternoon."""
    return MORNING if clock < hours.ends else AFTERNOON


def sign_in_page(person: Person, at: datetime) -> SignInPage:
    now = local(at)
    facts = load(person.organ, [person], now.date(), now.date())
    half = half_at(facts.hours(now.date(), MORNING), now.time())
    today = pair(facts, person.pk, now.date(), now)
    current = today[HALVES.index(half)]
    return SignInPage(
        now.date(), half, facts.hours(now.date(), half), _closed(facts, person, half, now), current.at, today
    )


def _closed(facts: DayFacts, person: Person, half: str, now: datetime) -> str:
    known = facts.half(person.pk, now.date(), half)
    if not known.on_staff:
        return "今天不在册，不用签到。"
    if known.free:
        return f"今天{half}{known.free}，不用签到。"
    if now.time() > facts.hours(now.date(), half).ends:
        return f"{half}已经下班，请向办公室说明，由办公室补登。"
    return ""


def people_days(
    organ: Organ, people: list[Person], first: date, last: date, at: datetime
) -> Iterator[tuple[Person, DayPair]]:
    """Every person and day of a stretch, people in the given order."""
    facts, now = load(organ, people, first, last), local(at)
    for person in people:
        for day in days(first, last):
            yield person, pair(facts, person.pk, day, now)
