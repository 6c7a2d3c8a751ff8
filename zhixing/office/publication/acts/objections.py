"""反映: taken in the period, its last day included, named or anonymous; each one is inquired into and answered."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.publication.acts.asking import by, in_state, note, of_the_organ, refuse
from zhixing.office.publication.kinds import kind_of
from zhixing.office.publication.models import FORMS, Objection, PublicNotice
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once

NAMED = "实名"


@once
def take_objection(
    *, notice: PublicNotice, form: str, name: str, contact: str, received_on: date, content: str, actor: Person,
    at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """登记反映: what counts is the day it came in, not the day it is entered."""
    kind_ = kind_of(notice)
    findings = in_state(notice, "公示中") + of_the_organ(actor, notice) + by(actor, kind_, "hears", today(at))
    findings += _form(notice, form, name) + _in_the_period(notice, received_on, today(at))
    words(findings, content, fact="反映内容", clause=kind_.clause("objections"))
    refuse("反映没有登记。", findings)
    named = form == NAMED
    objection = Objection.objects.create(
        organ_id=notice.organ_id, notice=notice, text_number=notice.texts.count(), form=form,
        name=name.strip() if named else "", contact=contact.strip() if named else "", received_on=received_on,
        content=content.strip(), entered_by=actor, entered_at=at,
    )  # fmt: skip
    payload = {"方式": form, "收到日期": str(received_on)}
    return note(
        notice, "登记反映", actor=actor, at=at, key=key, rule="objections", record=objection, payload=payload
    )


@once
def answer(
    *, objection: Objection, inquiry: str, result: str, answer: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """核查并答复: what was found, how it ends, what was said back; once and for good."""
    notice, day = objection.notice, today(at)
    kind_ = kind_of(notice)
    findings = of_the_organ(actor, notice) + by(actor, kind_, "hears", day)
    words(findings, inquiry, fact="核查情况", clause=kind_.clause("objections"))
    words(findings, answer, fact="答复", clause=kind_.clause("objections"))
    if result not in kind_.results:
        wanted = "或者".join(kind_.results)
        findings.append(
            Finding(
                "核查结论", result or "没有选择", wanted, "请选一种结论。", clause=kind_.clause("objections")
            )
        )
    if not objection.open:
        findings.append(
            Finding("反映", "已经答复", "还没有答复的反映", "答复过的不再改动；有新情况的另行登记。")
        )
    refuse("反映没有答复。", findings)
    objection.inquiry, objection.result, objection.answer = inquiry.strip(), result, answer.strip()
    objection.answered_by, objection.answered_at = actor, at
    objection.save(update_fields=["inquiry", "result", "answer", "answered_by", "answered_at"])
    return note(
        notice,
        "答复反映",
        actor=actor,
        at=at,
        key=key,
        rule="objections",
        record=objection,
        payload={"结论": result},
    )


def _form(notice: PublicNotice, form: str, name: str) -> list[Finding]:
    clause = kind_of(notice).clause("objections")
    findings: list[Finding] = []
    if form not in dict(FORMS):
        findings.append(Finding("方式", form or "没有选择", "实名或者匿名", "请选一种方式。", clause=clause))
    if form == NAMED:
        words(findings, name, fact="反映人", clause=clause)
    return findings


def _in_the_period(notice: PublicNotice, received_on: date, day: date) -> list[Finding]:
    """The day of publishing itself is in it: whoever reads the notice may speak at once."""
    if notice.published_on is None or notice.last_day is None:
        return []
    first, last = notice.published_on, notice.last_day
    if first <= received_on <= min(last, day):
        return []
    mend = "公示期以外收到的，按信访或者干部监督的渠道转办。" if received_on > last else "请核对收到日期。"
    clause = kind_of(notice).clause("objections")
    return [Finding("收到日期", str(received_on), f"{first}到{min(last, day)}", mend, clause=clause)]
