"""Who sees appointments: the party group, the personnel office, discipline; the team its own case. Nobody else."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, Q, QuerySet

from zhixing.files import permission
from zhixing.files.models import StoredFile
from zhixing.organ.models import Holding
from zhixing.organ.policy import Viewer, register
from zhixing.regulations.appointments.models import (
    Appointment,
    Case,
    Consultation,
    DepartmentContact,
    DepartmentReview,
    Halt,
    HeadcountApproval,
    Inspection,
    Recommendation,
    RecommendationBallots,
    RecommendationCount,
    Restriction,
    Submission,
    TeamMember,
    Tie,
)

Rows = QuerySet[Any]
SEES = ("党组书记", "党组副书记", "党组成员", "纪检组长", "办公室主任")


def sees_all(viewer: Viewer) -> bool:
    """By the posts of the day; a deputy outside the party group is not among them."""
    if viewer.person is None or "职员" not in viewer.roles:
        return False
    held = Holding.objects.on(viewer.day).filter(organ=viewer.organ, person=viewer.person, post__in=SEES)
    return held.exists()


def cases(viewer: Viewer, rows: Rows) -> Rows:
    """Whoever it is about does not look into the own case while it runs."""
    if viewer.person is None or "职员" not in viewer.roles:
        return rows.none()
    own = Q(candidate=viewer.person) & ~Q(state="已任职")
    if sees_all(viewer):
        return rows.exclude(own)
    in_team = TeamMember.objects.filter(organ=viewer.organ, person=viewer.person)
    return rows.filter(pk__in=in_team.values("case"), state="办理中").exclude(own)


def of_the_case(viewer: Viewer, rows: Rows) -> Rows:
    seen = cases(viewer, Case.objects.filter(organ=viewer.organ))
    return rows.filter(case__in=seen.values("pk"))


def of_the_recommendation(viewer: Viewer, rows: Rows) -> Rows:
    seen = cases(viewer, Case.objects.filter(organ=viewer.organ))
    return rows.filter(recommendation__case__in=seen.values("pk"))


OF_A_CASE: tuple[type[Model], ...] = (
    Appointment,
    Consultation,
    DepartmentContact,
    DepartmentReview,
    Halt,
    HeadcountApproval,
    Inspection,
    Recommendation,
    Restriction,
    Submission,
    TeamMember,
    Tie,
)


def opens_file(viewer: Viewer, stored: StoredFile) -> bool:
    """The plan and the inspection material of a case one sees; opened there, and found by no search (domain 4.10)."""
    seen = cases(viewer, Case.objects.filter(organ=viewer.organ))
    material = Inspection.objects.filter(case__in=seen.values("pk"), material=stored)
    return seen.filter(plan_file=stored).exists() or material.exists()


def register_all() -> None:
    """Called once by the app when it is ready."""
    register(Case, cases)
    for model in OF_A_CASE:
        register(model, of_the_case)
    for counted in (RecommendationBallots, RecommendationCount):
        register(counted, of_the_recommendation)
    permission.register(opens_file)
