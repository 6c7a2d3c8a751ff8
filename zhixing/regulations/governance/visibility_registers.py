"""Who sees the registers of 01 (domain 4.10): the default is no."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, Q, QuerySet

from zhixing.organ.policy import Rule, Viewer
from zhixing.regulations.governance.models import (
    Accountability,
    Acknowledgement,
    DeputyReport,
    Drill,
    DutySheet,
    EmergencyPlan,
    Growth,
    Guidance,
    Headcount,
    HeartTalk,
    Performance,
    Project,
    ProjectLine,
    SelfStudy,
    StaffProfile,
    StudyPlan,
    StudySeat,
    StudySession,
    Target,
)
from zhixing.regulations.governance.workflow.standing import party_group, secretary

Rows = QuerySet[Any]
LEADERS = frozenset({"局领导", "局长"})
OFFICE = frozenset({"办公室主任"})


def staff(viewer: Viewer, rows: Rows) -> Rows:
    """What everybody in the house may read."""
    return rows if "职员" in viewer.roles else rows.none()


def office_and_leaders(viewer: Viewer, rows: Rows) -> Rows:
    return rows if viewer.roles & (LEADERS | OFFICE) else rows.none()


def reports(viewer: Viewer, rows: Rows) -> Rows:
    """The deputy's own; the chief and the office director all."""
    if viewer.roles & {"局长", "办公室主任"}:
        return rows
    return rows.filter(deputy=viewer.person) if viewer.person else rows.none()


def talks(viewer: Viewer, rows: Rows) -> Rows:
    """The two alone, and the secretary (domain 1.2)."""
    if viewer.person is None:
        return rows.none()
    if viewer.person == secretary(viewer.organ, viewer.day):
        return rows
    return rows.filter(Q(talker=viewer.person) | Q(other=viewer.person))


def study(viewer: Viewer, rows: Rows) -> Rows:
    """Members of the group and the office; whoever it was widened to sees the session."""
    if viewer.person is None:
        return rows.none()
    if "办公室主任" in viewer.roles or viewer.person in party_group(viewer.organ, viewer.day):
        return rows
    seats = StudySeat.objects.filter(organ=viewer.organ, person=viewer.person)
    return rows.filter(pk__in=seats.values("session"))


def seats(viewer: Viewer, rows: Rows) -> Rows:
    return rows.filter(
        session__in=study(viewer, StudySession.objects.filter(organ=viewer.organ)).values("pk")
    )


def own_or_office(viewer: Viewer, rows: Rows) -> Rows:
    if viewer.roles & (LEADERS | OFFICE):
        return rows
    return rows.filter(person=viewer.person) if viewer.person else rows.none()


def accountability(viewer: Viewer, rows: Rows) -> Rows:
    """Leaders and the personnel officer alone (01-19); not even the person in a list."""
    return rows if viewer.roles & (LEADERS | OFFICE | {"纪检"}) else rows.none()


RULES: tuple[tuple[Rule, tuple[type[Model], ...]], ...] = (
    (staff, (Guidance, Performance, EmergencyPlan, Drill, DutySheet, Project, Target, ProjectLine)),
    (office_and_leaders, (Headcount, StaffProfile, StudyPlan)),
    (reports, (DeputyReport,)),
    (talks, (HeartTalk,)),
    (study, (StudySession,)),
    (seats, (StudySeat,)),
    (own_or_office, (SelfStudy, Acknowledgement, Growth)),
    (accountability, (Accountability,)),
)
