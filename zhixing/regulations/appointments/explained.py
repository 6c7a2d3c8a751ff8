"""Which rows of appointments the journal explains: all of them."""

from __future__ import annotations

from django.db.models import Model

from zhixing.journal import snapshots
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

KINDS: dict[type[Model], str] = {
    Appointment: "干部任职",
    Case: "干部任用",
    Consultation: "任用酝酿",
    DepartmentContact: "任用沟通",
    DepartmentReview: "任前审核",
    Halt: "任用中止终止",
    HeadcountApproval: "职数核准",
    Inspection: "考察材料",
    Recommendation: "民主推荐",
    RecommendationBallots: "推荐票数",
    RecommendationCount: "推荐得票",
    Restriction: "任职限制核查",
    Submission: "提请党组会议",
    TeamMember: "考察组成员",
    Tie: "任免回避",
}


def register() -> None:
    """Called once by the app when it is ready: every concrete field but the row's own number."""
    for model, kind in KINDS.items():
        fields = tuple(field.attname for field in model._meta.concrete_fields if not field.primary_key)
        snapshots.register(model, kind, fields)
