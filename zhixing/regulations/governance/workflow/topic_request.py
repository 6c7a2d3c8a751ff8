"""The columns of the 议题申报单 that the section fills in."""

from __future__ import annotations

from dataclasses import dataclass, fields

from zhixing.law.values import show_money
from zhixing.office.meetings.models import Resolution
from zhixing.organ.models import Person, Section
from zhixing.regulations.governance.models import MajorMatter, Topic


@dataclass(frozen=True, slots=True)
class TopicRequest:
    """`amount` is in fen; `major` is the file of a major matter, `revises` an earlier resolution (01-11)."""

    meeting: str = ""
    section: Section | None = None
    category: str = ""
    title: str = ""
    proposal: str = ""
    reporter: Person | None = None
    basis: str = ""
    sit_in: str = ""
    personnel: str = ""
    amount: int | None = None
    is_major: bool = False
    major: MajorMatter | None = None
    revises: Resolution | None = None

    @property
    def counts_as_major(self) -> bool:
        return self.is_major or self.major is not None


NAMES = tuple(field.name for field in fields(TopicRequest))


def typed_in(topic: Topic) -> TopicRequest:
    """The request as the row holds it."""
    return TopicRequest(**{name: getattr(topic, name) for name in NAMES})


def typed_into(topic: Topic, request: TopicRequest) -> None:
    for name in NAMES:
        value = getattr(request, name)
        setattr(topic, name, value.strip() if isinstance(value, str) else value)


def paper_of(request: TopicRequest) -> dict[str, str]:
    """The 议题申报单 as typed."""
    return {
        "会议": request.meeting,
        "申报科室": request.section.name if request.section else "",
        "类别": request.category,
        "议题名称": request.title,
        "建议意见": request.proposal,
        "汇报人": request.reporter.name if request.reporter else "",
        "依据文件": request.basis,
        "建议列席": request.sit_in,
        "人事事项": request.personnel,
        "金额": f"{show_money(request.amount)}元" if request.amount is not None else "",
        "重大事项": "是" if request.counts_as_major else "否",
        "重大事项档案": request.major.number if request.major else "",
        "修改原决定": request.revises.number if request.revises else "",
    }
