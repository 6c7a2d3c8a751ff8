"""第五步 任前审核: the form is sent to the department, and its reply decides where the case goes (04-5, G-62)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.appointments.models import Case, DepartmentReview, Halt
from zhixing.regulations.appointments.models.appointment import REPLIES
from zhixing.regulations.appointments.workflow.entered import not_later, note, refuse, running, written
from zhixing.regulations.appointments.workflow.parties import by_office, personnel_leaders
from zhixing.regulations.appointments.workflow.restrictions import barred_on
from zhixing.regulations.appointments.workflow.statute import own_of, ruling
from zhixing.regulations.appointments.workflow.telling import told

CLAUSE = "04-5"
STEP = "任前审核"


@once
def send(*, case: Case, sent_on: date, document: str, actor: Person, at: datetime, key: str) -> Receipt:
    """报送审核表."""
    day = today(at)
    findings = running(case, actor, CLAUSE, STEP) + by_office(actor, day, CLAUSE)
    findings += written({"报送文号": document}, CLAUSE) + not_later(sent_on, day, "报送日期", CLAUSE)
    findings += barred_on(case, day)
    if case.reviews.filter(reply="").exists():
        findings.append(
            Finding("报送", "已经报送，还没有回复", "没有等回复的报送", "请等回复。", clause=CLAUSE)
        )
    refuse("报送没有登记。", findings)
    row = DepartmentReview.objects.create(
        organ_id=case.organ_id,
        case=case,
        sent_on=sent_on,
        sent_document=document.strip(),
        sent_by=actor,
        sent_at=at,
    )
    payload = {"报送日期": str(sent_on), "文号": row.sent_document}
    return note(case, "报送任前审核", actor=actor, at=at, key=key, rule=CLAUSE, record=row, payload=payload)


@once
def record_reply(
    *,
    case: Case,
    reply: str,
    replied_on: date,
    document: str,
    text: str,
    actor: Person,
    at: datetime,
    key: str,
) -> Receipt:
    """登记审核意见: agreed goes on to the notice, changes go back to the party group, a no ends the case."""
    day, row = today(at), case.reviews.filter(reply="").last()
    findings = running(case, actor, CLAUSE, STEP) + by_office(actor, day, CLAUSE)
    findings += not_later(replied_on, day, "回复日期", CLAUSE)
    if reply not in dict(REPLIES):
        wanted = "、".join(dict(REPLIES))
        findings.append(Finding("审核意见", reply or "没有选择", wanted, "请选一种意见。", clause=CLAUSE))
    findings += written({"回复文号": document} | ({} if reply == "同意" else {"意见内容": text}), CLAUSE)
    if row is None:
        findings.append(Finding("报送", "没有等回复的报送", "已经报送", "请先登记报送。", clause=CLAUSE))
    elif replied_on < row.sent_on:
        findings.append(
            Finding(
                "回复日期", str(replied_on), f"不早于报送日期{row.sent_on}", "请核对日期。", clause=CLAUSE
            )
        )
    refuse("审核意见没有登记。", findings)
    assert row is not None
    row.reply, row.replied_on, row.reply_document, row.reply_text = (
        reply,
        replied_on,
        document.strip(),
        text.strip(),
    )
    row.replied_by, row.replied_at = actor, at
    row.save()
    halts = _followed(case, row, actor, at)
    told(case, personnel_leaders(case.organ, day), f"任前审核已回复：{reply}。", at=at, key=key)
    return note(
        case, "登记审核意见", actor=actor, at=at, key=key, rule=CLAUSE, record=row, payload={"意见": reply},
        touched=[case, *halts],
    )  # fmt: skip


def _followed(case: Case, row: DepartmentReview, actor: Person, at: datetime) -> list[Halt]:
    """What the table of the edition makes of the reply."""
    following = ruling("审核以后", today(at), own_of(case.organ_id), 审核意见=row.reply).outcome["下一步"]
    if following == "任前公示":
        case.step = 6
        case.save(update_fields=["step"])
        return []
    ends = following == "终止"
    halt = Halt.objects.create(
        organ_id=case.organ_id, case=case, kind="终止" if ends else "重新讨论", step=case.step,
        reason=f"任前审核{row.reply}：{row.reply_text}"[:500], by=actor, at=at,
    )  # fmt: skip
    if ends:
        case.state, case.closed_at = "已终止", at
    else:
        case.step = 4
    case.save(update_fields=["state", "closed_at", "step"])
    return [halt]
