"""The records of democratic life. Criticism, moves of the day and progress are only ever added."""

from zhixing.regulations.democratic_life.models.case import (
    CONTENTS,
    SORTS,
    STATES,
    Content,
    DayMove,
    LifeMeeting,
    SuperiorReport,
)
from zhixing.regulations.democratic_life.models.criticism import AbsentStatement, Criticism
from zhixing.regulations.democratic_life.models.preparation import (
    GROUPS,
    MATERIALS,
    LifeOpinion,
    Material,
    MemberTalk,
    OpinionSummary,
)
from zhixing.regulations.democratic_life.models.problems import LEVELS, SOURCES, Followup, Measure, Problem

__all__ = [
    "CONTENTS",
    "GROUPS",
    "LEVELS",
    "MATERIALS",
    "SORTS",
    "SOURCES",
    "STATES",
    "AbsentStatement",
    "Content",
    "Criticism",
    "DayMove",
    "Followup",
    "LifeMeeting",
    "LifeOpinion",
    "Material",
    "Measure",
    "MemberTalk",
    "OpinionSummary",
    "Problem",
    "SuperiorReport",
]
