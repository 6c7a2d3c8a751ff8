"""机关印章外带审批表 (17-7a, 17-7b)."""

from __future__ import annotations

from zhixing.office.papers.form import print_form
from zhixing.organ.local_time import today
from zhixing.organ.who import service_on
from zhixing.regulations.seals.models import CarryOut
from zhixing.regulations.seals.papers.printed import HERE, Printing, moment, opinions_of

TITLE, TEMPLATE, CLAUSE = "机关印章外带审批表", HERE / "carry.typ", "17-7a"
PROMISE = "印章只用于申请的这件事，按时归还，使用的后果由借用人负责。"


def carry_form(carry: CarryOut, printing: Printing) -> dict[str, object]:
    """Everything carry.typ shows."""
    use, loan = carry.use, carry.loan
    service = service_on(carry.person, today(carry.matter.created_at))
    return {
        "section": service.section.name if service else "",
        "person": carry.person.name,
        "companion": carry.companion,
        "seal": str(use.seal) if use else "",
        "use": f"{use.number}　{use.title}　{use.copies}份" if use else "",
        "reason": carry.reason,
        "destination": carry.destination,
        "out": str(carry.out or ""),
        "due": str(carry.due or ""),
        "promise": PROMISE,
        "opinions": opinions_of(carry.matter),
        "handed": f"{moment(loan.out_at)}　{loan.out_by.name}交出" if loan else "",
        "returned": moment(carry.verified_at),
        "verified": carry.verified_by.name if carry.verified_by else "",
        "counted": f"{carry.counted}份" if carry.counted is not None else "",
        "report": carry.report,
        "handling": carry.handling,
        "basis": printing.basis(CLAUSE),
    }


def print_carry(carry: CarryOut, printing: Printing) -> bytes:
    """PDF/A, with room to sign by hand."""
    return print_form(TEMPLATE, carry_form(carry, printing), printing.of_matter(carry.matter, TITLE))
