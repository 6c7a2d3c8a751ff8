"""提请党组会议: asked by the personnel leader, let onto the agenda by the secretary, decided by the meeting alone."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.appointments.models import PURPOSES, Case, Submission
from zhixing.regulations.appointments.workflow.entered import note, refuse, running, written
from zhixing.regulations.appointments.workflow.parties import (
    by_leader,
    by_office_or_leader,
    by_secretary,
    not_about_himself,
    office_directors,
    secretaries,
)
from zhixing.regulations.appointments.workflow.requirements import hindrances, inspection_needs, unmet
from zhixing.regulations.appointments.workflow.telling import told
from zhixing.regulations.appointments.workflow.validity import MEETING, TALKS, standing

CHOOSE, HEAR, DECIDE = (word for word, _ in PURPOSES)
STEP_OF = {CHOOSE: "考察", HEAR: "考察", DECIDE: "讨论决定"}
CLAUSE_OF = {CHOOSE: "04-3", HEAR: "04-3", DECIDE: "04-4"}
OPEN = ("待同意", "已同意")


@once
def submit(
    *, case: Case, purpose: str, candidate: Person | None = None, proposal: str, actor: Person, at: datetime,
    key: str,
) -> Receipt:  # fmt: skip
    """提请: with a concrete opinion. Only for the first request a candidate is named; after that it is settled."""
    day, clause = today(at), CLAUSE_OF.get(purpose, "04-3")
    named = candidate if purpose == CHOOSE else case.candidate
    findings = running(case, actor, clause, *([STEP_OF[purpose]] if purpose in STEP_OF else []))
    findings += by_leader(actor, day, clause) + written({"具体意见": proposal}, clause)
    findings += not_about_himself(actor, named, clause)
    if purpose not in STEP_OF:
        findings.append(
            Finding("提请事项", purpose or "没有选择", "、".join(STEP_OF), "请选一项。", clause=clause)
        )
    if case.submissions.filter(purpose=purpose, state__in=OPEN).exists():
        findings.append(
            Finding("提请", "已经提请", "没有正在办的提请", "请等党组会议的结果。", clause=clause)
        )
    if case.organ_id == actor.organ_id:
        findings += _ready(case, purpose, named, day)
    refuse("没有提请党组会议。", findings)
    assert named is not None
    asked = Submission.objects.create(
        organ_id=case.organ_id, case=case, purpose=purpose, candidate=named, proposal=proposal.strip(), by=actor,
        at=at,
    )  # fmt: skip
    told(case, secretaries(case.organ, day), "提请上党组会议，请审定。", at=at, key=key)
    payload = {"提请事项": purpose, "人选": named.number}
    return note(case, "提请党组会议", actor=actor, at=at, key=key, rule=clause, record=asked, payload=payload)


@once
def consent(*, submission: Submission, actor: Person, at: datetime, key: str) -> Receipt:
    """党组书记同意上会; from then on the topic may be put on an agenda (01-6.3)."""
    case, clause = submission.case, CLAUSE_OF[submission.purpose]
    findings = running(case, actor, clause, STEP_OF[submission.purpose]) + by_secretary(
        actor, today(at), clause
    )
    findings += not_about_himself(actor, submission.candidate, clause)
    if submission.state != "待同意":
        findings.append(
            Finding(
                "提请", submission.get_state_display(), "等书记同意的提请", "请刷新页面再看。", clause=clause
            )
        )
    refuse("没有同意上会。", findings)
    submission.state, submission.consented_by, submission.consented_at = "已同意", actor, at
    submission.save(update_fields=["state", "consented_by", "consented_at"])
    told(
        case, office_directors(case.organ, today(at)), "书记已同意上会，请列入党组会议议程。", at=at, key=key
    )
    return note(case, "同意上会", actor=actor, at=at, key=key, rule=clause, record=submission)


@once
def withdraw(*, submission: Submission, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """撤回提请: before the meeting has come to a result."""
    case, clause = submission.case, CLAUSE_OF[submission.purpose]
    findings = running(case, actor, clause) + by_office_or_leader(actor, today(at), clause)
    words(findings, reason, fact="撤回原因", clause=clause)
    if submission.state not in OPEN:
        findings.append(
            Finding(
                "提请",
                submission.get_state_display(),
                "还没有结果的提请",
                "已有结果的不能撤回。",
                clause=clause,
            )
        )
    refuse("提请没有撤回。", findings)
    submission.state, submission.withdrawn_reason = "已撤回", reason.strip()
    submission.save(update_fields=["state", "withdrawn_reason"])
    payload = {"原因": submission.withdrawn_reason}
    return note(
        case, "撤回提请", actor=actor, at=at, key=key, rule=clause, record=submission, payload=payload
    )


def _ready(case: Case, purpose: str, named: Person | None, day: date) -> list[Finding]:
    """What the purpose asks to be there first, and what bars it on that day."""
    findings = hindrances(case, day)
    if purpose == CHOOSE:
        return findings + _recommended(case, named)
    wanted = inspection_needs(case)
    return findings + unmet(wanted[:-1] if purpose == HEAR else wanted)


def _recommended(case: Case, named: Person | None) -> list[Finding]:
    """The one to be inspected was named in both recommendations; the result weighs, though it does not decide."""
    if named is None:
        return [Finding("考察对象人选", "没有填写", "写明人选", "请选择人选。", clause="04-3")]
    if case.candidate is not None:
        return [
            Finding("考察对象", f"已经确定{case.candidate.name}", "还没有确定", "不用再提请。", clause="04-3")
        ]
    now = standing(case)
    return [
        Finding("人选", f"{named.name}在{kind}中没有得票", "在推荐中得票的同志", "请在得票的同志里提出人选。", clause="04-2b")
        for kind in (MEETING, TALKS)
        if kind in now and not any(one.person_id == named.pk and one.votes for one in now[kind].counts.all())
    ]  # fmt: skip
