"""The columns of the 外带审批表, and what stands against them: everything at once (17-7a, 17-7b)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.law.ruling import Ruling
from zhixing.office.registers.models.kept import IN_USE, LENT
from zhixing.office.registers.overdue import late_loan_of
from zhixing.organ.models import Person
from zhixing.regulations.seals.models import CarryOut, SealUse
from zhixing.regulations.seals.models.choices import AGREED
from zhixing.regulations.seals.rules.limits import back_by
from zhixing.regulations.seals.workflow.gate import foreign, not_the, unwritten
from zhixing.regulations.seals.workflow.statute import finding, own_of, ruling, value

CLAUSE, BORROWER = "17-7a", "17-7b"


@dataclass(frozen=True, slots=True)
class CarryRequest:
    use: SealUse | None = None
    companion: str = ""
    destination: str = ""
    reason: str = ""
    out: date | None = None
    due: date | None = None
    undertaken: bool = False


NAMES = tuple(field.name for field in fields(CarryRequest))


def typed_in(carry: CarryOut) -> CarryRequest:
    return CarryRequest(**{name: getattr(carry, name) for name in NAMES})


def typed_into(carry: CarryOut, request: CarryRequest) -> None:
    for name in NAMES:
        item = getattr(request, name)
        setattr(carry, name, item.strip() if isinstance(item, str) else item)


def paper_of(request: CarryRequest) -> dict[str, str]:
    use = request.use
    return {
        "印章": use.seal.kept.name if use and use.seal else "",
        "用印审批": f"{use.number}　{use.title}" if use else "",
        "外带事由": request.reason,
        "目的地、使用单位": request.destination,
        "同行人": request.companion,
        "带出日期": request.out.isoformat() if request.out else "",
        "最迟归还": request.due.isoformat() if request.due else "",
        "签字承诺": "是" if request.undertaken else "否",
    }


def judged(request: CarryRequest, person: Person, day: date) -> Ruling | None:
    """None until the use is chosen."""
    use = request.use
    if use is None or use.seal is None:
        return None
    facts = {"已有用印审批": use.status == AGREED, "有逾期未还": late_loan_of(use.seal.kept, day) is not None}
    return ruling("外带审批", day, own_of(person.organ_id), **facts)


def faults_of(person: Person, request: CarryRequest, day: date) -> Iterator[Finding]:
    texts = {
        "用印审批": request.use and request.use.title,
        "外带事由": request.reason,
        "目的地、使用单位": request.destination,
        "带出日期": request.out,
        "最迟归还": request.due,
    }
    yield from unwritten(texts, day, CLAUSE)
    if request.use is not None:
        yield from _use(person, request.use, day)
    yield from _days(person, request, day)
    if not request.undertaken:
        mend = "请勾选承诺：只用于申请的事，后果由本人负责。"
        yield _fault(day, BORROWER, "签字承诺", "没有承诺", "借用人签字承诺", mend, person.name)


def _use(person: Person, use: SealUse, day: date) -> Iterator[Finding]:
    yield from foreign(person, use.organ_id, day, CLAUSE)
    yield from not_the(person, use.person, "用印的经办人", day, CLAUSE)
    if use.seal is None:
        return
    kept = use.seal.kept
    if use.status != AGREED:
        mend = "请先办用印审批，批准以后再申请外带。"
        yield _fault(day, CLAUSE, "用印审批", use.status, "已经批准、还没有盖完", mend, "该批的局领导")
    late = late_loan_of(kept, day)
    if late is not None:
        found = f"{kept.name}由{late.borrower.name}带出，应在{late.due}归还，还没有还"
        mend = "上一次还回来、保管人验过印，才能再外带。"
        yield _fault(day, CLAUSE, "逾期未还", found, "没有逾期未还的", mend, late.borrower.name)
    if kept.state not in {IN_USE, LENT}:
        mend = "这枚印章不能再用。"
        yield _fault(day, "17-10", "印章", f"{kept.name}{kept.state}", "在用", mend, "保管人")


def _days(person: Person, request: CarryRequest, day: date) -> Iterator[Finding]:
    if request.out is None or request.due is None:
        return
    if request.out < day:
        yield _fault(
            day, CLAUSE, "带出日期", str(request.out), "今天或者以后", "请改正带出日期。", person.name
        )
    latest = back_by(request.out, value("外带天数", day, own_of(person.organ_id)))
    if not request.out <= request.due <= latest:
        mend = "请改正归还日期；当天用不完的，当天先还回来。"
        yield _fault(
            day, BORROWER, "最迟归还", str(request.due), f"{request.out}至{latest}", mend, person.name
        )


def _fault(day: date, clause: str, fact: str, found: str, expected: str, mend: str, who: str) -> Finding:
    return finding(day=day, clause=clause, fact=fact, found=found, expected=expected, mend=mend, who=who)
