"""病假证明 (02-1.3b) and the proof that other kinds ask for: everything missing is named at once."""

from __future__ import annotations

from zhixing.law.refusal import Finding
from zhixing.law.ruling import Ruling
from zhixing.regulations.attendance.workflow.leave_case import Case
from zhixing.regulations.attendance.workflow.sick_windows import SICK, sick_days
from zhixing.regulations.attendance.workflow.statute import finding, ruling

CLAUSE, LATER = "02-1.3b", "02-1.3c"
GRADES = ("一级", "二级丙等", "二级乙等", "二级甲等", "三级丙等", "三级乙等", "三级甲等", "三级特等")
TITLES = ("医师", "主治医师", "副主任医师", "主任医师")
AT_LEAST = "及以上"


def certificate_of(case: Case) -> Ruling | None:
    """The ruling 病假证明 for both windows; None for other kinds."""
    if case.request.kind != SICK or case.span is None or not case.slots:
        return None
    found = sick_days(case)
    return ruling("病假证明", case.day, case.own, 连续天数=found.unbroken, 月累计天数=found.in_a_month)


def certificate_faults(case: Case, certificate: Ruling | None) -> list[Finding]:
    """Slip, grade and title; a claim under 02-1.3c may bring them later and is noted instead."""
    if certificate is None or not certificate.outcome["须证明"]:
        return []
    request = case.request
    grade, title = str(certificate.outcome["医院等级"]), str(certificate.outcome["医师"])
    faults = []
    if request.certificate is None:
        faults.append(_missing(case, "病假单", "没有上传", "医院病假单扫描件", "请上传病假单扫描件。"))
    if not reaches(request.hospital_grade, grade, GRADES):
        faults.append(
            _missing(
                case,
                "医院等级",
                request.hospital_grade or "没有填写",
                grade,
                f"请提供{grade}医院开的病假单。",
            )
        )
    if not reaches(request.doctor_title, title, TITLES):
        faults.append(
            _missing(
                case,
                "医师职称",
                request.doctor_title or "没有填写",
                title,
                f"请由{title}的专科医师开病假单。",
            )
        )
    return faults


def reaches(given: str, required: str, order: tuple[str, ...]) -> bool:
    """Whether a grade or title stands at least where the required one stands."""
    least = required.removesuffix(AT_LEAST)
    return given in order and least in order and order.index(given) >= order.index(least)


def _missing(case: Case, fact: str, found: str, expected: str, mend: str) -> Finding:
    clause = LATER if case.request.emergency else CLAUSE
    return finding(day=case.day, clause=clause, fact=fact, found=found, expected=expected, mend=mend)
