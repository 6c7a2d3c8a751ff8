"""What each step needs before the next may begin: the page lists it, the act refuses by it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.organ.local_time import today
from zhixing.regulations.appointments.models import Case, Submission
from zhixing.regulations.appointments.workflow.parties import LEADER_WORDS, OFFICE_WORDS, SECRETARY_WORDS
from zhixing.regulations.appointments.workflow.restrictions import barred_on
from zhixing.regulations.appointments.workflow.statute import own_of, ruling
from zhixing.regulations.appointments.workflow.validity import MEETING, TALKS, expired, standing

HEARD = ("通过", "已传达")


@dataclass(frozen=True, slots=True)
class Need:
    """One thing a step needs; `said` tells what is there once it is done."""

    fact: str
    said: str
    expected: str
    mend: str
    clause: str
    who: str

    @property
    def done(self) -> bool:
        return bool(self.said)

    @property
    def finding(self) -> Finding:
        return Finding(self.fact, "还没有", self.expected, self.mend, clause=self.clause, who=self.who)


def unmet(needs: Iterable[Need]) -> list[Finding]:
    return [need.finding for need in needs if not need.done]


def motion_needs(case: Case) -> list[Need]:
    """第一步."""
    accepted = f"{case.accepted_by}，{today(case.accepted_at)}" if case.accepted_at else ""
    consulted = case.consultations.count()
    contacts = list(case.contacts.all())
    headcount = getattr(case, "headcount", None)
    return [
        Need("书记同意", accepted, "书记同意启动", "请书记审定动议。", "04-1", SECRETARY_WORDS),
        Need("酝酿", f"{consulted}人" if consulted else "", "在一定范围里酝酿", "请登记酝酿情况。", "04-1", OFFICE_WORDS),
        Need("工作方案", f"{today(case.planned_at)}形成" if case.planned_at else "", "形成工作方案",
             "请写明工作方案。", "04-1", OFFICE_WORDS),
        Need("组织部沟通", f"{contacts[-1].day}，{contacts[-1].whom}" if contacts else "", "向区委组织部沟通汇报",
             "请登记沟通情况。", "04-1", OFFICE_WORDS),
        Need("职数核准", f"{headcount.document}，核定{headcount.approved}名，已配{headcount.filled}名" if headcount else "",
             "区委组织部核准职数", "请登记核准文号和职数；没有核准不得进入民主推荐。", "04-1", OFFICE_WORDS),
    ]  # fmt: skip


def recommendation_needs(case: Case) -> list[Need]:
    """第二步."""
    now = standing(case)
    return [
        Need(kind, f"{now[kind].held_on}，{_valid(now[kind])}" if kind in now else "", f"登记{kind}的结果",
             f"请组织{kind}并登记票数。", "04-2a", OFFICE_WORDS)
        for kind in (MEETING, TALKS)
    ]  # fmt: skip


def inspection_needs(case: Case) -> list[Need]:
    """第三步."""
    chosen = case.candidate.name if case.candidate else ""
    inspection, restriction = getattr(case, "inspection", None), getattr(case, "restriction", None)
    team = case.team.filter(left_at=None).count()
    report = _held(case, "考察汇报", HEARD)
    return [
        Need("考察对象", chosen, "党组会议研究确定考察对象", "请提请党组会议研究。", "04-3", LEADER_WORDS),
        Need("考察组", f"{team}人" if enough(case, team) else "", "考察组人数够", "请登记考察组成员。", "04-3", OFFICE_WORDS),
        Need("考察材料", f"{inspection.first}至{inspection.last}考察" if inspection else "", "考察材料附在后面",
             "请登记考察情况并上传考察材料。", "04-3", OFFICE_WORDS),
        Need("任职限制核查", restriction.source if restriction else "", "核查处分影响期和亲属关系",
             "请核查并写明来源。", "04-7", OFFICE_WORDS),
        Need("考察汇报", f"{today(report.decided_at)}汇报" if report and report.decided_at else "", "向党组汇报考察情况",
             "请提请党组会议听取汇报。", "04-3", LEADER_WORDS),
    ]  # fmt: skip


def decision_needs(case: Case) -> list[Need]:
    """第四步."""
    passed = _held(case, "讨论决定", ("通过",))
    said = f"{today(passed.decided_at)}通过" if passed and passed.decided_at else ""
    return [Need("党组决定", said, "党组会议讨论通过", "请提请党组会议讨论决定。", "04-4", LEADER_WORDS)]


def review_needs(case: Case) -> list[Need]:
    """第五步."""
    review = case.reviews.last()
    sent = f"{review.sent_on}，{review.sent_document}" if review else ""
    replied = f"{review.replied_on}，{review.reply}" if review and review.reply else ""
    return [
        Need("报送审核", sent, "报区委组织部审核", "请填表报送并登记。", "04-5", OFFICE_WORDS),
        Need("审核意见", replied, "区委组织部审核同意", "收到回复以后请登记。", "04-5", OFFICE_WORDS),
    ]


def hindrances(case: Case, day: date) -> list[Finding]:
    """What stands in the way of using the recommendation and the candidate on a day, whatever else is done."""
    return [*expired(case, day), *barred_on(case, day)]


def enough(case: Case, team: int) -> bool:
    found = ruling("考察组", today(case.proposed_at), own_of(case.organ_id), 考察组人数=team)
    return bool(found.outcome["可以考察"])


def _held(case: Case, purpose: str, results: tuple[str, ...]) -> Submission | None:
    return case.submissions.filter(purpose=purpose, state="已议", result__in=results).last()


def _valid(recommendation: object) -> str:
    ballots = recommendation.ballots.all()  # type: ignore[attr-defined]  # a Recommendation
    return f"有效票{sum(one.valid for one in ballots)}张"
