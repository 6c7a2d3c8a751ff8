"""The records of appointments. Counts of a recommendation, talks with the department and halts are only ever added."""

from zhixing.regulations.appointments.models.appointment import Appointment, DepartmentReview
from zhixing.regulations.appointments.models.case import CASE_STATES, POSTS, STEPS, Case, Halt
from zhixing.regulations.appointments.models.inspection import Inspection, Restriction, TeamMember, Tie
from zhixing.regulations.appointments.models.motion import Consultation, DepartmentContact, HeadcountApproval
from zhixing.regulations.appointments.models.recommendation import (
    CLASSES,
    Recommendation,
    RecommendationBallots,
    RecommendationCount,
)
from zhixing.regulations.appointments.models.submission import PURPOSES, Submission

__all__ = [
    "CASE_STATES",
    "CLASSES",
    "POSTS",
    "PURPOSES",
    "STEPS",
    "Appointment",
    "Case",
    "Consultation",
    "DepartmentContact",
    "DepartmentReview",
    "Halt",
    "HeadcountApproval",
    "Inspection",
    "Recommendation",
    "RecommendationBallots",
    "RecommendationCount",
    "Restriction",
    "Submission",
    "TeamMember",
    "Tie",
]
