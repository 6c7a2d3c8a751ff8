"""The records of 01, one file an area."""

from zhixing.regulations.governance.models.bypass import Bypass
from zhixing.regulations.governance.models.emergency import EmergencyAction
from zhixing.regulations.governance.models.major import Deliberation, MajorMatter
from zhixing.regulations.governance.models.topic import Topic, TopicPaper

__all__ = [
    "Bypass",
    "Deliberation",
    "EmergencyAction",
    "MajorMatter",
    "Topic",
    "TopicPaper",
]
