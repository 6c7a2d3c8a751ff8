"""凭签发件用印: an issued document is sealed without a second approval and stands in the book all the same (09-2.4)."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.models import Entry
from zhixing.journal.receipts import receipt_of
from zhixing.journal.write import Receipt
from zhixing.office import issued_sealing
from zhixing.office.issued_sealing import Issued
from zhixing.office.registers.acts.asking import refuse
from zhixing.office.registers.models.kept import IN_USE
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ, Person
from zhixing.organ.once import once
from zhixing.organ.who import service_on
from zhixing.regulations.seals.explained import KINDS
from zhixing.regulations.seals.facts import WHOLE
from zhixing.regulations.seals.models import Seal, SealUse, Stamping
from zhixing.regulations.seals.models.choices import AGREED, ON_DOCUMENTS
from zhixing.regulations.seals.workflow.gate import foreign, not_the, unwritten
from zhixing.regulations.seals.workflow.stamping import put_in_book
from zhixing.regulations.seals.workflow.usable import unusable

ACTION, REMARK = "凭签发件盖印", "凭签发件"


def seals(organ: Organ) -> list[issued_sealing.Seal]:
    """Those in use that a document may bear."""
    rows = Seal.objects.filter(organ=organ, kind__in=ON_DOCUMENTS, kept__state=IN_USE)
    found = rows.select_related("kept__holder").order_by("pk")
    return [issued_sealing.Seal(one.pk, one.kept.name, one.kept.holder) for one in found]


@once
def sealing(*, issued: Issued, seal: int, actor: Person, at: datetime, key: str) -> Receipt:
    """One use and one stamping for each issued document, however often it is asked for."""
    earlier = SealUse.objects.filter(organ_id=actor.organ_id, source=issued.source).first()
    if earlier is not None:
        return _receipt(earlier)
    own = Seal.objects.select_related("kept__holder", "kept__keeper").get(organ_id=actor.organ_id, pk=seal)
    day, kept = today(at), own.kept
    texts = {
        "文号": issued.number,
        "文件名称": issued.title,
        "材料摘要": issued.digest,
        "签发人": issued.approved_by,
    }
    findings = [*foreign(actor, own.organ_id, day, "17-4a"), *unwritten(texts, day, "17-4a")]
    findings += [*not_the(actor, kept.holder, "保管人", day, "17-5b"), *unusable(kept, at)]
    refuse("没有盖印。", findings)
    service = service_on(actor, day)
    use = SealUse.objects.create(
        organ_id=actor.organ_id, source=issued.source, document_number=issued.number, person=actor,
        section=service.section if service else None, seal=own, title=issued.title[:120],
        reason=f"{issued.approved_by}签发", material=WHOLE, copies=issued.copies, pages=issued.pages,
        digest=issued.digest, status=AGREED, remark=REMARK, signed_by=_signer(issued, actor.organ_id),
        signed_at=at,
    )  # fmt: skip
    done = Stamping.objects.create(
        organ_id=use.organ_id, use=use, copies=issued.copies, stamped_by=actor, keeper=actor,
        keeper_present=True, material_fits=True, purpose_clear=True, papers_complete=True, at=at,
    )  # fmt: skip
    return put_in_book(done, actor=actor, at=at, key=key, action=ACTION)


def _signer(issued: Issued, organ: str) -> Person | None:
    """Nobody where several have signed, or two bear the name: the reason of the use names them all."""
    named = list(Person.objects.filter(organ_id=organ, name=issued.approved_by)[:2])
    return named[0] if len(named) == 1 else None


def _receipt(use: SealUse) -> Receipt:
    done = use.stampings.get()
    entry = Entry.objects.get(
        organ=use.organ_id, object_kind=KINDS[Stamping], object_id=str(done.pk), action=ACTION
    )
    return receipt_of(entry)


def register() -> None:
    """Called once by the app when it is ready."""
    issued_sealing.register("seals", seals, sealing)
