"""Why a person may not host a meeting (01-2, 01-6.1, 01-8.1): the question 主持 answers, the finding says who may."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.organ.models import Organ, Person
from zhixing.regulations.governance.workflow.standing import standing_for
from zhixing.regulations.governance.workflow.statute import own_of, ruling

MAY = {
    "党组会议": ("党组书记，或者受书记委托的党组成员", "请由书记主持，或者请书记委托一位党组成员。"),
    "局长办公会议": ("局长，或者受局长委托的副局长", "请由局长主持，或者请局长委托一位副局长。"),
    "全体会议": ("局长，或者受局长委托的副局长", "请由局长主持，或者请局长委托一位副局长。"),
    "专题会议": ("副局长、分管的党组成员或者局长", "请由分管这项工作的领导主持。"),
}
Hosting = Callable[[Person, bool, Organ, date], list[Finding]]


def hosting_of(meeting: str) -> Hosting:
    def host_findings(person: Person, entrusted: bool, organ: Organ, day: date) -> list[Finding]:  # noqa: FBT001
        standing = standing_for(person, meeting, day)
        found = ruling("主持", day, own_of(organ.pk), 会议=meeting, 主持人身份=standing, 有委托=entrusted)
        if found.outcome["可以主持"]:
            return []
        expected, mend = MAY[meeting]
        reason = found.because[0]
        said = "没有委托" if not entrusted else "有委托"
        return [
            Finding(
                "主持人", f"{person.name}（{standing}，{said}）", expected, mend, reason.clause, reason.cite
            )
        ]

    return host_findings
