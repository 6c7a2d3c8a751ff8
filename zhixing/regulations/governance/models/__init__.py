"""The records of 01, one file an area."""

from zhixing.regulations.governance.models.bypass import Bypass
from zhixing.regulations.governance.models.emergency import EmergencyAction
from zhixing.regulations.governance.models.guidance import Guidance, Performance
from zhixing.regulations.governance.models.major import Deliberation, MajorMatter
from zhixing.regulations.governance.models.plans import Drill, EmergencyPlan
from zhixing.regulations.governance.models.posts import DutySheet, Headcount
from zhixing.regulations.governance.models.projects import Project, ProjectLine, Target
from zhixing.regulations.governance.models.reports import DeputyReport
from zhixing.regulations.governance.models.staff import Accountability, Acknowledgement, Growth, StaffProfile
from zhixing.regulations.governance.models.study import SelfStudy, StudyPlan, StudySeat, StudySession
from zhixing.regulations.governance.models.talks import HeartTalk
from zhixing.regulations.governance.models.topic import Topic, TopicPaper

__all__ = [
    "Accountability",
    "Acknowledgement",
    "Bypass",
    "Deliberation",
    "DeputyReport",
    "Drill",
    "DutySheet",
    "EmergencyAction",
    "EmergencyPlan",
    "Growth",
    "Guidance",
    "Headcount",
    "HeartTalk",
    "MajorMatter",
    "Performance",
    "Project",
    "ProjectLine",
    "SelfStudy",
    "StaffProfile",
    "StudyPlan",
    "StudySeat",
    "StudySession",
    "Target",
    "Topic",
    "TopicPaper",
]
