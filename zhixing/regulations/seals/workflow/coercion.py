"""强行用印的报告: straight to the chief and the discipline head, past everybody else (17-9)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.office.duties.telling import tell
from zhixing.office.registers.acts.asking import refuse
from zhixing.organ.authority import holds, is_chief
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ, Person
from zhixing.organ.once import once
from zhixing.organ.who import holders
from zhixing.regulations.seals.models import Coercion, Seal
from zhixing.regulations.seals.workflow.gate import foreign, keep, unwritten
from zhixing.regulations.seals.workflow.statute import finding

CLAUSE, DISCIPLINE = "17-9", "纪检组长"
NOTICE = "有一份强行用印的报告，只有您和另一位负责的同志看得到，请查看。"


@once
def report(
    *, seal: Seal, about: Person, day: date, text: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """By whoever keeps the seal or has it in hand; the entry tells that there is a report, not what is in it."""
    now, kept = today(at), seal.kept
    findings = [*foreign(actor, seal.organ_id, now, CLAUSE), *foreign(actor, about.organ_id, now, CLAUSE)]
    findings += unwritten({"经过": text}, now, CLAUSE)
    if actor.pk not in {kept.keeper_id, kept.holder_id}:
        findings.append(_fault(now, "报告人", actor.name, "这枚印章的保管人", "请由保管人报告。"))
    if about.pk == actor.pk:
        findings.append(_fault(now, "强行要求的人", about.name, "另一位同志", "请核对。"))
    if day > now:
        findings.append(_fault(now, "日期", str(day), f"不晚于今天（{now}）", "请核对日期。"))
    refuse("没有报告。", findings)
    made = Coercion.objects.create(
        organ_id=actor.organ_id, seal=seal, reporter=actor, about=about, day=day, text=text.strip(), at=at
    )
    readers = readers_of(actor.organ, now, but=about)
    tell(readers, NOTICE, kind="强行用印报告", record=made, at=at, key=key)
    return keep(made, "报告", actor=actor, at=at, key=key, rule=CLAUSE)


@once
def answer(*, report: Coercion, text: str, actor: Person, at: datetime, key: str) -> Receipt:
    """处理, by the chief or the discipline head, never by whom it is about."""
    day = today(at)
    findings = [*foreign(actor, report.organ_id, day, CLAUSE), *unwritten({"处理情况": text}, day, CLAUSE)]
    chosen = is_chief(actor, day) or holds(actor, (DISCIPLINE,), day)
    if not chosen or actor.pk == report.about_id:
        findings.append(_fault(day, "办理人", actor.name, "局长或者纪检组长", "这份报告不归您办理。"))
    if report.state != "待处理":
        findings.append(_fault(day, "状态", report.state, "待处理", "已经处理，不用再办。"))
    refuse("没有处理。", findings)
    report.answer, report.answered_by, report.answered_at = text.strip(), actor, at
    report.state = "已处理"
    report.save()
    return keep(report, "处理报告", actor=actor, at=at, key=key, rule=CLAUSE)


def readers_of(organ: Organ, day: date, *, but: Person) -> list[Person]:
    found = [*holders(organ, "局长", about=but, day=day), *holders(organ, DISCIPLINE, about=but, day=day)]
    return [one for one in dict.fromkeys(found) if one.pk != but.pk]


def _fault(day: date, fact: str, found: str, expected: str, mend: str) -> Finding:
    return finding(day=day, clause=CLAUSE, fact=fact, found=found, expected=expected, mend=mend)
