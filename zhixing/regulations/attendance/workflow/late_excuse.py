"""核销迟到：a late mark taken back for a verified reason; the month's count falls with it (02-3.1)."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import words
from zhixing.organ.authority import office_only, same_organ
from zhixing.organ.entries import enter
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import LateExcuse, SignIn
from zhixing.regulations.attendance.workflow.day_facts import load
from zhixing.regulations.attendance.workflow.day_status import seconds_late
from zhixing.regulations.attendance.workflow.talks import reconsider


@once
def excuse_late(*, actor: Person, sign_in: SignIn, reason: str, at: datetime, key: str) -> Receipt:
    """The office takes a late mark back for a verified reason; the sign-in keeps its time."""
    same_organ(actor, organ_id=sign_in.organ_id, clause="02-3.1")
    office_only(actor, today(at), clause="02-3.1")
    findings: list[Finding] = []
    words(findings, reason, fact="理由", clause="02-3.1")
    findings.extend(_excuse_findings(actor, sign_in))
    if findings:
        raise Refusal("没有核销这次迟到。", findings)
    excuse = LateExcuse.objects.create(
        organ_id=sign_in.organ_id, sign_in=sign_in, reason=reason.strip(), by=actor, at=at
    )
    payload = {
        "人员": sign_in.person.number,
        "日期": str(sign_in.day),
        "半天": sign_in.half,
        "理由": reason.strip(),
    }
    day = sign_in.day
    talks = reconsider(sign_in.person, day.year, day.month, at=at, why=f"{day}{sign_in.half}的迟到已经核销")
    return enter(
        actor=actor, action="核销迟到", kind="迟到核销", record=excuse, payload=payload, at=at, key=key,
        rule="02-3.1", touched=talks,
    )  # fmt: skip


def _excuse_findings(actor: Person, sign_in: SignIn) -> list[Finding]:
    clause, found = "02-3.1", []
    facts = load(sign_in.organ, [sign_in.person], sign_in.day, sign_in.day)
    hours = facts.hours(sign_in.day, sign_in.half)
    if not seconds_late(local(sign_in.at).time(), hours):
        found.append(Finding("签到", "没有迟到", "迟到的签到", "不用核销。", clause=clause))
    if LateExcuse.objects.filter(sign_in=sign_in).exists():
        found.append(Finding("签到", "已经核销过", "还没有核销的迟到", "不用再核销。", clause=clause))
    if sign_in.person_id == actor.pk:
        found.append(
            Finding("核实人", actor.name, "本人以外的人", "请由办公室另一名同事核实。", clause=clause)
        )
    return found
