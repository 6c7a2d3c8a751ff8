"""What keeps a major matter from a meeting, with the figures (01-9.1 to 01-9.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.law.values import show_fraction
from zhixing.regulations.governance.models import MajorMatter
from zhixing.regulations.governance.workflow.statute import finding, own_of, ruling, value

STAGES = {
    "酝酿中": ("01-9.1", "酝酿还没有完，一把手没有同意", "请先由有关领导酝酿，再请一把手同意。"),
    "调研中": ("01-9.2", "调查研究还没有完", "请牵头领导登记调研情况和调研报告。"),
    "征求意见": ("01-9.3", "建议方案没有征求意见，或者反对意见比较集中", "请征求意见，修改方案。"),
    "已终止": ("01-9.1", "已经终止", "请另建重大事项档案。"),
}


def may_be_put(major: MajorMatter | None, meeting: str, organ: str, day: date) -> Iterator[Finding]:
    """Every step of 01-9 that is missing before the matter may be put before that meeting."""
    if major is None:
        mend = "请先建立重大事项档案，经过酝酿、调研、征求意见，再申报议题。"
        yield _fault(
            day, "01-9.1", "重大事项档案", "没有选择", "经过酝酿、调研、征求意见的重大事项档案", mend
        )
        return
    if major.meeting != meeting:
        found, mend = f"{major.number}拟上{major.meeting}", "请核对档案和会议。"
        yield _fault(day, "01-9.1", "重大事项档案", found, f"拟上{meeting}", mend)
    yield from _stage(major, day)
    yield from missing_reviews(major, organ, day)
    if major.state in {"征求意见", "可上会"}:
        yield from objections(major, organ, day)


def missing_reviews(major: MajorMatter, organ: str, day: date) -> Iterator[Finding]:
    """特别重大: the expert review and the risk assessment (01-9.2)."""
    found = ruling(
        "论证评估", day, own_of(organ),
        特别重大=major.especial, 有专家论证=major.expert_file_id is not None,
        有风险评估=major.risk_file_id is not None,
    )  # fmt: skip
    if found.outcome["可以往下"]:
        return
    for fact, file in (("专家论证", major.expert_file_id), ("风险评估", major.risk_file_id)):
        if file is None:
            mend = f"请牵头领导补上{fact}的材料。"
            yield _fault(day, "01-9.2", fact, "没有材料", f"特别重大的事项要有{fact}", mend)


def objections(major: MajorMatter, organ: str, day: date) -> Iterator[Finding]:
    """Nobody asked, or as many against as count as concentrated (01-9.3)."""
    asked, against = major.asked_number, major.against_number
    own = own_of(organ)
    found = ruling("上会条件", day, own, 已征求意见=asked > 0, 征求人数=asked, 反对人数=against)
    if found.outcome["可上会"]:
        return
    share = value("反对集中比例", day, own)
    if not asked:
        told, expected, mend = (
            "没有征求过意见",
            "征求过有关方面的意见",
            "请先征求意见，登记征求人数和反对人数。",
        )
    else:
        told = f"征求{asked}人，反对{against}人"
        expected = f"反对的不到征求人数的{show_fraction(share)}"
        mend = "反对意见比较集中，请修改方案、再征求意见。"
    yield _fault(day, "01-9.3", "征求意见", told, expected, mend)


def _stage(major: MajorMatter, day: date) -> Iterator[Finding]:
    stage = STAGES.get(major.state)
    if stage is None or major.state == "征求意见":
        return
    clause, found, mend = stage
    yield _fault(day, clause, "重大事项", f"{major.number}{found}", "前面几步都已经办完", mend)


def _fault(day: date, clause: str, fact: str, found: str, expected: str, mend: str) -> Finding:
    return finding(
        day=day, clause=clause, fact=fact, found=found, expected=expected, mend=mend, who="牵头领导"
    )
