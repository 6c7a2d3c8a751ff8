"""What a year of study comes to: days, attendance of each session and each member, and whether it still can be met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.law.ruling import Ruling
from zhixing.organ.models import Organ, Person
from zhixing.organ.parameters import OwnValues
from zhixing.regulations.governance.models import StudyPlan, StudySeat, StudySession
from zhixing.regulations.governance.workflow.statute import own_of, ruling, value
from zhixing.regulations.governance.workflow.study import HERE

LAST = (12, 31)


@dataclass(frozen=True, slots=True)
class MemberYear:
    """Sessions due and attended of one member; `still` says whether the share can be reached with those planned."""

    person: Person
    due: int
    here: int
    enough: bool
    still: bool


@dataclass(frozen=True, slots=True)
class Year:
    """Days in half-days; `left` are half-days of sessions told and not yet held; `planned` are lines of the plan
    for months still to come that no session has been called for."""

    year: int
    halves: int
    left: int
    planned: int
    wanted: int
    days: Ruling
    members: tuple[MemberYear, ...]

    @property
    def lacking(self) -> int:
        """Half-days still to be held for the year to be met."""
        return max(0, self.wanted - self.halves)

    @property
    def reachable(self) -> bool:
        return self.halves + self.left >= self.wanted


def year_of(organ: Organ, year: int, day: date) -> Year:
    """As known on that day: sessions recorded so far, and those that have been told."""
    own = own_of(organ.pk)
    asked = min(day, date(year, *LAST))
    sessions = StudySession.objects.filter(organ=organ, day__year=year)
    halves = sum(one.halves for one in sessions.filter(state="已学习"))
    left = sum(one.halves for one in sessions.filter(state="已通知", day__gte=day))
    return Year(
        year=year, halves=halves, left=left, planned=_planned(organ, year, day), wanted=value("中心组学习天数", asked, own),
        days=ruling("中心组天数", asked, own, 全年天数=halves), members=_members(organ, year, asked),
    )  # fmt: skip


def _planned(organ: Organ, year: int, day: date) -> int:
    """A line says no length, so that it makes nothing reachable by itself."""
    called = StudySession.objects.filter(organ=organ, day__year=year).exclude(state="已取消")
    months = set(called.values_list("day__month", flat=True))
    coming = StudyPlan.objects.filter(organ=organ, year=year, month__gte=day.month if year == day.year else 1)
    return coming.exclude(month__in=months).count()


def _members(organ: Organ, year: int, day: date) -> tuple[MemberYear, ...]:
    own = own_of(organ.pk)
    seats = StudySeat.objects.filter(organ=organ, core=True, session__day__year=year)
    held: dict[Person, list[int]] = {}
    for seat in seats.exclude(session__state="已取消").select_related("person", "session"):
        figures = held.setdefault(seat.person, [0, 0, 0])
        if seat.session.state == "已通知":
            figures[2] += 1
            continue
        figures[0] += 1
        figures[1] += seat.state == HERE
    found = []
    for person, (due, here, coming) in sorted(held.items(), key=lambda pair: pair[0].number):
        enough = due == 0 or _share(day, own, due, here)
        still = due + coming == 0 or _share(day, own, due + coming, here + coming)
        found.append(MemberYear(person, due, here, enough, still))
    return tuple(found)


def _share(day: date, own: OwnValues, due: int, here: int) -> bool:
    return ruling("中心组出席", day, own, 应到=due, 实到=here).outcome["达标"] is True
