"""What the party group's meetings are given and give back: topics ready, gates, who withdraws, results (04-3, 04-4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from zhixing.law.refusal import Finding, Refusal
from zhixing.law.ruling import Ruling
from zhixing.office.meetings.kinds import Contribution, Ready, contribute
from zhixing.office.meetings.models import Item, Meeting
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ, Person
from zhixing.regulations.appointments.models import Case, Submission
from zhixing.regulations.appointments.workflow.entered import note
from zhixing.regulations.appointments.workflow.requirements import HEARD, hindrances
from zhixing.regulations.appointments.workflow.statute import own_of, ruling
from zhixing.regulations.appointments.workflow.submissions import CHOOSE, CLAUSE_OF, DECIDE, HEAR, STEP_OF

MEETING, CATEGORY, PREFIX = "党组会议", "干部任免奖惩", "appointments.submission:"
HELD_NOT = ("已取消", "流会")
FINAL = frozenset({"通过", "未通过", "已传达"})


def register() -> None:
    """Called once by the app when it is ready."""
    contribute(MEETING, Contribution(PREFIX, ready, gate, decided, withdraws))


def ready(organ: Organ) -> Sequence[Ready]:
    """Requests the secretary has let pass and that stand on no agenda."""
    asked = Submission.objects.filter(organ=organ, state="已同意", case__state="办理中")
    rows = asked.select_related("case__section", "candidate", "by").order_by("at", "pk")
    return [
        Ready(one.source, _title(one), CATEGORY, one.proposal, one.case.section, one.by)
        for one in rows
        if not _listed(one)
    ]


def gate(source: str, meeting: Meeting) -> list[Finding]:
    """Asked when the topic is put on: the day that counts is the meeting's."""
    asked = submission_of(source)
    if asked is None:
        return []
    return _still(asked, today(meeting.starts_at))


def withdraws(source: str) -> Sequence[Person]:
    """The candidate, where he sits in the party group, and members who are related to him (G-05)."""
    asked = submission_of(source)
    if asked is None:
        return ()
    tied = [one.person for one in asked.case.ties.select_related("person")]
    return [*tied, *([asked.candidate] if asked.candidate not in tied else [])]


def decided(item: Item, *, actor: Person, at: datetime) -> None:
    """The meeting's own result moves the case on; put off or not held, it waits for the next meeting.

    Raises Refusal where the recommendation has expired by then, or the votes do not carry an appointment.
    """
    asked = submission_of(item.source)
    if asked is None or item.result not in FINAL:
        return
    case, day = asked.case, today(at)
    if item.result in HEARD:
        _refuse_unless(_still(asked, day))
    asked.state, asked.item, asked.result, asked.decided_at = "已议", item, item.result, at
    if asked.purpose == DECIDE:
        asked.ruling = _carried(item, asked, day)
    asked.save()
    _moved_on(case, asked)
    note(
        case, "党组会议结果", actor=actor, at=at, key=f"appointments-{asked.pk}-{item.pk}",
        rule=CLAUSE_OF[asked.purpose], record=asked, payload={"提请事项": asked.purpose, "结果": item.result},
        touched=[case],
    )  # fmt: skip


def submission_of(source: str) -> Submission | None:
    """By the name a meeting holds; a topic that was put off carries its own mark behind it."""
    number = source.removeprefix(PREFIX).partition("#")[0]
    if not source.startswith(PREFIX) or not number.isdecimal():
        return None
    rows = Submission.objects.select_related("case__organ", "case__candidate", "candidate")
    return rows.filter(pk=int(number)).first()


def _moved_on(case: Case, asked: Submission) -> None:
    if asked.purpose == CHOOSE and asked.result == "通过":
        case.candidate = asked.candidate
    if asked.purpose == HEAR and asked.result in HEARD:
        case.step = 4
    if asked.purpose == DECIDE and asked.result == "通过":
        case.step = 5
    case.save(update_fields=["candidate", "step"])


def _carried(item: Item, asked: Submission, day: date) -> dict[str, object]:
    """04's own thresholds on the vote as it was counted; a resolution below either of them is refused."""
    vote = item.votes.filter(state="已结束").last()
    if vote is None:
        return {}
    found = ruling(
        "任免通过", day, own_of(asked.organ_id), 应到=vote.due, 实到=vote.present, 赞成=vote.in_favour or 0
    )
    if item.result == "通过" and not found.outcome["通过"]:
        _refuse_unless([_short(found, vote.due, vote.present, vote.in_favour or 0)])
    return found.as_json()


def _short(found: Ruling, due: int, present: int, in_favour: int) -> Finding:
    wanted = "赞成超过应到会成员的半数" if found.outcome["可议"] else "三分之二以上成员到会"
    return Finding("表决", f"应到{due}人，实到{present}人，赞成{in_favour}人", wanted,
                   "没有通过的，请按未通过作出结论。", clause="04-4")  # fmt: skip


def _still(asked: Submission, day: date) -> list[Finding]:
    clause, step = CLAUSE_OF[asked.purpose], STEP_OF[asked.purpose]
    findings = hindrances(asked.case, day)
    if asked.state != "已同意" or asked.case.state != "办理中":
        findings.append(
            Finding(
                "提请",
                asked.get_state_display(),
                "书记同意上会、正在办理的提请",
                "请先办提请手续。",
                clause=clause,
            )
        )
    if asked.case.step_name != step:
        findings.append(
            Finding(
                "任用步骤",
                f"第{asked.case.step}步{asked.case.step_name}",
                step,
                "步骤不能跳过。",
                clause=clause,
            )
        )
    return findings


def _refuse_unless(findings: list[Finding]) -> None:
    if findings:
        raise Refusal("任免议题不能作出这个结论。", findings)


def _listed(asked: Submission) -> bool:
    on = Item.objects.filter(organ=asked.organ_id, source=asked.source)
    return on.exclude(meeting__state__in=HELD_NOT).exists()


def _title(asked: Submission) -> str:
    return f"{asked.get_purpose_display()}：{asked.case.title}（{asked.candidate.name}）"
