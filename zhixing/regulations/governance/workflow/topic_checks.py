"""What keeps a topic from being submitted or listed: everything at once (01-5, 01-6.3, 01-7, 01-8.3, 01-9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.law.ruling import Ruling
from zhixing.law.values import show_money
from zhixing.organ.models import Person
from zhixing.regulations.governance.facts import APPOINTMENTS, CATEGORIES, CHIEFS, FUNDS, PARTY
from zhixing.regulations.governance.workflow.answering_for import sections_of
from zhixing.regulations.governance.workflow.major_checks import may_be_put
from zhixing.regulations.governance.workflow.statute import finding, own_of, ruling
from zhixing.regulations.governance.workflow.topic_request import TopicRequest

TOPICS = {PARTY: "01-6.3", CHIEFS: "01-8.3"}
# A proposal of these words alone says nothing that could be decided.
EMPTY_PROPOSALS = frozenset(
    {
        "请审议",
        "请予审议",
        "提请审议",
        "请研究",
        "提请研究",
        "请讨论",
        "提请讨论",
        "请审定",
        "待定",
        "无",
        "略",
    }
)


def faults_of(person: Person, request: TopicRequest, day: date) -> Iterator[Finding]:
    """Of the paper and of the one who proposes it."""
    clause = TOPICS.get(request.meeting, "01-6.3")
    yield from _unwritten(request, day, clause)
    yield from _proposer(person, request, day, clause)
    yield from what_keeps_it_away(request, person.organ_id, day)


def what_keeps_it_away(request: TopicRequest, organ: str, day: date) -> Iterator[Finding]:
    """Of the topic itself: asked when it is submitted, and again when it is listed."""
    yield from _meeting(request, organ, day)
    yield from _personnel(request, day)
    yield from _revision(request, day)
    if request.counts_as_major:
        yield from may_be_put(request.major, request.meeting, organ, day)


def where(category: str, amount: int | None, organ: str, day: date) -> Ruling:
    """Which meeting a topic belongs to: by its category, and for money by the amount (G-17)."""
    if category == FUNDS and amount is not None:
        return ruling("资金归属", day, own_of(organ), 金额=amount)
    return ruling("议题归属", day, own_of(organ), 类别=category)


def _unwritten(request: TopicRequest, day: date, clause: str) -> Iterator[Finding]:
    texts = {
        "会议": request.meeting,
        "申报科室": request.section,
        "类别": request.category,
        "议题名称": request.title.strip(),
        "建议意见": request.proposal.strip(),
        "汇报人": request.reporter,
    }
    for fact, text in texts.items():
        if not text:
            yield _fault(day, clause, fact, "没有填写", f"写明{fact}", f"请填写{fact}。")
    said = re.sub(r"[\W_]", "", request.proposal)
    if said in EMPTY_PROPOSALS:
        mend = "请写明建议会议作出什么决定：同意什么、由谁办、什么时候办完。"
        yield _fault(day, clause, "建议意见", f"只写了“{said}”", "具体的意见", mend)
    if request.category == FUNDS and request.amount is None:
        yield _fault(day, "01-7", "金额", "没有填写", "写明金额", "涉及资金的，请填写金额。")


def _proposer(person: Person, request: TopicRequest, day: date, clause: str) -> Iterator[Finding]:
    own = sections_of(person, day)
    if not own:
        expected, mend = "科室、下属单位的负责人或者副职", "请交科室负责人申报。"
        yield _fault(day, clause, "申报人", f"{person.name}不负责任何科室", expected, mend, who="科室负责人")
    elif request.section is not None and request.section not in own:
        names = "、".join(one.name for one in own)
        mend = f"请由{request.section.name}的负责人申报。"
        yield _fault(day, clause, "申报科室", request.section.name, names, mend, who="科室负责人")
    reporter = request.reporter
    if reporter is not None and reporter.organ_id != person.organ_id:
        yield _fault(day, clause, "汇报人", "不属于本单位", "本单位的人员", "请重新选择汇报人。")


def _meeting(request: TopicRequest, organ: str, day: date) -> Iterator[Finding]:
    """The category decides; a sum from the organ's limit on is the party group's whatever it is for."""
    if request.category not in CATEGORIES or not request.meeting:
        return
    belongs = where(request.category, request.amount, organ, day)
    right = str(belongs.outcome["会议"])
    if right != request.meeting:
        found = f"{request.category}列在{request.meeting}"
        if request.category == FUNDS and request.amount is not None:
            found = f"{show_money(request.amount)}元列在{request.meeting}"
        clause = belongs.because[0].clause
        yield _fault(day, clause, "会议", found, f"由{right}讨论", f"请改为申报{right}的议题。")
    elif request.meeting == CHIEFS and request.amount is not None:
        by_sum = ruling("资金归属", day, own_of(organ), 金额=request.amount)
        if by_sum.outcome["会议"] != CHIEFS:
            found = f"{show_money(request.amount)}元列在{CHIEFS}"
            mend = f"到了大额资金标准的，请申报{PARTY}的议题。"
            yield _fault(day, "01-7", "金额", found, f"由{PARTY}讨论", mend)


def _personnel(request: TopicRequest, day: date) -> Iterator[Finding]:
    """任免 comes out of the procedure of 04 at its own step and by no other way."""
    if request.category != APPOINTMENTS:
        return
    if not request.personnel:
        yield _fault(
            day, "01-5", "人事事项", "没有选择", "任免、调配、奖惩之一", "请选明是任免、调配还是奖惩。"
        )
    elif request.personnel == "任免":
        found, expected = "直接申报", "考察以后从干部任用程序提请讨论"
        mend = "请在干部任用里办到“讨论决定”这一步，由那里提请党组会议。"
        yield _fault(day, "01-20.3", "干部任免", found, expected, mend, who="分管人事的领导")


def _revision(request: TopicRequest, day: date) -> Iterator[Finding]:
    """01-11: the body that decided is the one to decide anew."""
    earlier = request.revises
    if earlier is not None and earlier.item.meeting.kind != request.meeting:
        own = earlier.item.meeting.kind
        yield _fault(
            day, "01-11", "修改原决定", f"原决定由{own}作出", f"由{own}重新决定", f"请申报{own}的议题。"
        )


def _fault(
    day: date, clause: str, fact: str, found: str, expected: str, mend: str, who: str = "申报人"
) -> Finding:
    return finding(day=day, clause=clause, fact=fact, found=found, expected=expected, mend=mend, who=who)
