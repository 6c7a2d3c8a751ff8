"""副职报告: a deputy tells the chief; the chief signs for it or instructs (01-3)."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import refuse, words
from zhixing.office.duties.telling import tell
from zhixing.organ.acting import by_post
from zhixing.organ.local_time import today
from zhixing.organ.models import Person, Section
from zhixing.organ.once import once
from zhixing.regulations.governance.models import DeputyReport
from zhixing.regulations.governance.workflow.kept import keep
from zhixing.regulations.governance.workflow.standing import chief

CLAUSE = "01-3"
DEPUTIES = ("副局长", "党组成员", "党组副书记")


@once
def report(
    *, title: str, section: Section | None, text: str, advice: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """Sent to the chief of the day, who is told; without a chief it cannot be sent."""
    day = today(at)
    findings = by_post(actor, DEPUTIES, day, CLAUSE)
    for fact, said in (("事项", title), ("情况", text), ("建议", advice)):
        words(findings, said, fact=fact, clause=CLAUSE)
    receiver = chief(actor.organ, day)
    if receiver is None or receiver.pk == actor.pk:
        findings.append(
            Finding("一把手", "岗位空缺", "有人担任局长", "请先明确由谁主持工作。", clause=CLAUSE)
        )
    refuse("报告没有送出。", findings)
    assert receiver is not None
    made = DeputyReport.objects.create(
        organ_id=actor.organ_id, deputy=actor, section=section, title=title.strip(), text=text.strip(),
        advice=advice.strip(), sent_at=at,
    )  # fmt: skip
    tell(
        [receiver],
        f"{actor.name}向您报告：{made.title}，请签收。",
        kind="副职报告",
        record=made,
        at=at,
        key=key,
    )
    return keep(made, "报送副职报告", actor=actor, at=at, key=key, rule=CLAUSE, payload={"事项": made.title})


@once
def answer(*, report: DeputyReport, text: str = "", actor: Person, at: datetime, key: str) -> Receipt:
    """签收; with words it is an instruction, which may follow a plain receipt."""
    findings = []
    receiver = chief(actor.organ, today(at))
    if receiver is None or receiver.pk != actor.pk or actor.organ_id != report.organ_id:
        findings.append(
            Finding("办理人", actor.name, "局长", "请由局长签收或者批示。", clause=CLAUSE, who="局长")
        )
    if report.state == "已批示" or (report.state == "已签收" and not text.strip()):
        findings.append(Finding("状态", report.state, "还没有答复", "请刷新页面再看。", clause=CLAUSE))
    refuse("报告没有签收。", findings)
    report.state, report.answer = ("已批示" if text.strip() else "已签收"), text.strip()
    report.answered_by, report.answered_at = actor, at
    report.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    tell(
        [report.deputy],
        f"您的报告“{report.title}”{report.state}。",
        kind="副职报告",
        record=report,
        at=at,
        key=key,
    )
    return keep(
        report,
        f"副职报告{report.state}",
        actor=actor,
        at=at,
        key=key,
        rule=CLAUSE,
        payload={"批示": report.answer},
    )
