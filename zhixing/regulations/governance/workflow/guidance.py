"""街镇园区指导 and the yearly figures of a section (01-17)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import refuse, words
from zhixing.organ.acting import not_future, of_organ
from zhixing.organ.local_time import today
from zhixing.organ.models import Person, Section
from zhixing.organ.once import once
from zhixing.organ.who import service_on
from zhixing.regulations.governance.models import Guidance, Performance
from zhixing.regulations.governance.workflow.kept import keep

CLAUSE = "01-17"


@once
def visit(
    *, day: date, place: str, people: Iterable[Person], text: str, feedback: str = "", actor: Person, at: datetime,
    key: str,
) -> Receipt:  # fmt: skip
    """Entered by somebody who serves; it counts for the section of who enters it."""
    went = list(people)
    service = service_on(actor, day)
    findings = not_future(day, today(at), "日期", CLAUSE) + of_organ(actor, *went, clause=CLAUSE)
    words(findings, place, fact="街镇、园区", clause=CLAUSE)
    words(findings, text, fact="指导事项", clause=CLAUSE)
    if not went:
        findings.append(Finding("参加人", "没有选", "至少一人", "请选择参加人。", clause=CLAUSE))
    if service is None:
        findings.append(Finding("登记人", "当天不在册", "在册人员", "请核对日期。", clause=CLAUSE))
    refuse("指导记录没有登记。", findings)
    assert service is not None
    made = Guidance.objects.create(
        organ_id=actor.organ_id, section=service.section, day=day, place=place.strip(),
        people_named="、".join(one.name for one in went), text=text.strip(), feedback=feedback.strip(), by=actor, at=at,
    )  # fmt: skip
    return keep(
        made, "登记街镇园区指导", actor=actor, at=at, key=key, rule=CLAUSE, payload={"地点": made.place}
    )


@once
def performance(
    *,
    section: Section,
    year: int,
    quality: str,
    planned: int,
    done: int,
    actor: Person,
    at: datetime,
    key: str,
) -> Receipt:
    """One a section and year; the rate is what was done of what was set, and nobody is scored (G-92)."""
    findings: list[Finding] = []
    service = service_on(actor, today(at))
    words(findings, quality, fact="定性指标和完成情况", clause=CLAUSE)
    if service is None or service.section_id != section.pk:
        findings.append(Finding("科室", section.name, "本人所在科室", "请由本科室的人登记。", clause=CLAUSE))
    if not 0 <= done <= planned or planned == 0:
        findings.append(
            Finding(
                "完成数", f"{done}/{planned}", "不多于任务数，任务数大于零", "请核对数字。", clause=CLAUSE
            )
        )
    if year > today(at).year:
        findings.append(
            Finding("年度", str(year), f"不晚于{today(at).year}年", "请核对年度。", clause=CLAUSE)
        )
    if Performance.objects.filter(organ_id=actor.organ_id, section=section, year=year).exists():
        findings.append(
            Finding("年度", f"{year}年已经登记", "一年登记一次", "请查看已有的登记。", clause=CLAUSE)
        )
    refuse("绩效没有登记。", findings)
    made = Performance.objects.create(
        organ_id=actor.organ_id, section=section, year=year, quality=quality.strip(), planned=planned, done=done,
        by=actor, at=at,
    )  # fmt: skip
    return keep(made, "登记科室绩效", actor=actor, at=at, key=key, rule=CLAUSE, payload={"年度": year})
