"""任职限制: a disciplinary period bars, a relative leading the section is pointed out (B4-09, B4-10)."""

from __future__ import annotations

from datetime import date

from zhixing.law.refusal import Finding
from zhixing.law.ruling import Ruling
from zhixing.regulations.appointments.models import Case, Restriction
from zhixing.regulations.appointments.workflow.statute import cite, own_of, ruling

CLAUSE = "04-7"


def barred_on(case: Case, day: date) -> list[Finding]:
    """Findings about the candidate on a day; the last day of a disciplinary period still bars."""
    found: Restriction | None = getattr(case, "restriction", None)
    if found is None:
        return []
    asked = ruling_of(found, day)
    findings = []
    if not asked.outcome["可以任用"]:
        findings.append(
            Finding("处分影响期", f"{found.penalty}，影响期到{found.penalty_until}", "不在处分影响期内",
                    f"{asked.outcome['提示']}；影响期满以后再办，或者终止。", clause=CLAUSE, cite=cite(CLAUSE, day))
        )  # fmt: skip
    elif found.relative is not None and not found.explanation:
        findings.append(
            Finding("任职回避", f"{found.relative.name}在本科室任领导", "没有应当回避的亲属，或者已经说明",
                    f"请{asked.outcome['提示']}。", clause=CLAUSE, cite=cite(CLAUSE, day))
        )  # fmt: skip
    return findings


def hint_of(found: Restriction, day: date) -> str:
    """What the page points out; "" where there is nothing."""
    said = ruling_of(found, day).outcome["提示"]
    return "" if said == "无" else str(said)


def ruling_of(found: Restriction, day: date) -> Ruling:
    in_period = found.penalty_until is not None and day <= found.penalty_until
    facts = {"处分影响期内": in_period, "亲属任科室领导": found.relative_id is not None}
    return ruling("任职限制", day, own_of(found.organ_id), **facts)
