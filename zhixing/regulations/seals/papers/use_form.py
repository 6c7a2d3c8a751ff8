"""机关印章使用审批登记表, one use on its own sheet (17-4a, 17-5a)."""

from __future__ import annotations

from zhixing.office.papers.form import print_form
from zhixing.regulations.seals.models import SealUse
from zhixing.regulations.seals.papers.printed import HERE, Printing, moment, opinions_of
from zhixing.regulations.seals.workflow.lines import remark_of

TITLE, TEMPLATE, CLAUSE = "机关印章使用审批登记表", HERE / "use.typ", "17-4a"


def use_form(use: SealUse, printing: Printing) -> dict[str, object]:
    """Everything use.typ shows."""
    assert use.matter is not None
    stamped = list(use.stampings.select_related("stamped_by", "keeper", "use__agreed_by"))
    agreed = ""
    if use.agreed_by is not None:
        agreed = f"{use.agreed_by.name}{moment(use.agreed_at)}{use.agreed_how}同意先用"
    return {
        "section": use.section.name if use.section else "",
        "person": use.person.name,
        "asked_at": moment(use.matter.submitted_at),
        "seal": use.seal.kept.name if use.seal else "",
        "title": use.title,
        "purpose": use.purpose,
        "reason": use.reason,
        "copies": str(use.copies or ""),
        "pages": str(use.pages or ""),
        "recipient": use.recipient,
        "file": use.file.name if use.file else "",
        "digest": use.digest,
        "urgent": agreed,
        "opinions": opinions_of(use.matter),
        "stamped": [f"{moment(one.at)}　{one.stamped_by.name}盖印{one.copies}份" for one in stamped],
        "remark": "；".join(dict.fromkeys(filter(None, map(remark_of, stamped)))) or use.remark,
        "basis": printing.basis(CLAUSE),
    }


def print_use(use: SealUse, printing: Printing) -> bytes:
    """PDF/A, with room to sign by hand."""
    assert use.matter is not None
    return print_form(TEMPLATE, use_form(use, printing), printing.of_matter(use.matter, TITLE))
