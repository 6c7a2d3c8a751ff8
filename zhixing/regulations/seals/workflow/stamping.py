"""盖印: three things looked at, the count held against the approval, by the keeper or under the keeper's eyes (17-5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from zhixing.files.models import StoredFile
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.office.registers.acts.asking import refuse
from zhixing.office.registers.acts.lines import put_down
from zhixing.organ.days import calendar_of
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.seals.models import SealUse, Stamping
from zhixing.regulations.seals.models.choices import AGREED, DONE, WAITING
from zhixing.regulations.seals.rules.limits import paperwork_due
from zhixing.regulations.seals.workflow.counting import left_of, stamped_of
from zhixing.regulations.seals.workflow.gate import foreign, keep, not_the
from zhixing.regulations.seals.workflow.sources import STAMPING
from zhixing.regulations.seals.workflow.statute import finding, own_of, ruling, value
from zhixing.regulations.seals.workflow.usable import unusable

CLAUSE, SUPERVISED, APPROVED = "17-5a", "17-5b", "17-4a"


@once
def stamp(
    *, use: SealUse, copies: int, stamped_by: Person, keeper_present: bool, material_fits: bool,
    purpose_clear: bool, papers_complete: bool, actor: Person, at: datetime, key: str,
    presented: StoredFile | None = None,
) -> Receipt:  # fmt: skip
    """The keeper notes it on the spot; `presented` is the file brought to be stamped, held against the approved."""
    seal = use.seal
    assert seal is not None
    day, kept = today(at), seal.kept
    checked = {"材料相符": material_fits, "用途清楚": purpose_clear, "手续齐全": papers_complete}
    findings = [
        *foreign(actor, use.organ_id, day, CLAUSE),
        *not_the(actor, kept.holder, "保管人", day, CLAUSE),
    ]
    findings += foreign(actor, stamped_by.organ_id, day, SUPERVISED)
    findings += _unapproved(use, day)
    findings += unusable(kept, at)
    findings += _another_file(use, presented, day)
    findings += _unchecked(checked, use, day)
    findings += _unseen(stamped_by, kept.holder, use, day, present=keeper_present)
    findings += _too_many(use, copies, day)
    refuse("没有盖印。", findings)
    done = Stamping.objects.create(
        organ_id=use.organ_id, use=use, copies=copies, stamped_by=stamped_by, keeper=kept.holder,
        keeper_present=keeper_present or stamped_by.pk == kept.holder_id, material_fits=material_fits,
        purpose_clear=purpose_clear, papers_complete=papers_complete, at=at,
    )  # fmt: skip
    return put_in_book(done, actor=actor, at=at, key=key, action="盖印")


def put_in_book(done: Stamping, *, actor: Person, at: datetime, key: str, action: str) -> Receipt:
    """Its line in the seal's book, the use brought up to what is stamped, one entry."""
    use = done.use
    assert use.seal is not None
    source = f"{STAMPING}{done.pk}"
    put_down(kept=use.seal.kept, source=source, day=today(at), actor=actor, at=at, key=f"{key}:line")
    if use.urgent and use.paperwork_due is None and use.signed_at is None:
        days = value("补签工作日", today(at), own_of(use.organ_id))
        use.paperwork_due = paperwork_due(calendar_of(use.organ), today(at), days).day
    if use.status == AGREED and not left_of(use):
        use.status = DONE
    use.save(update_fields=["status", "paperwork_due"])
    payload = {
        "编号": use.number,
        "印章": use.seal.kept.name,
        "盖印份数": done.copies,
        "盖印人": done.stamped_by.name,
    }
    return keep(done, action, actor=actor, at=at, key=key, rule=CLAUSE, payload=payload, touched=[use])


def _unapproved(use: SealUse, day: date) -> Iterator[Finding]:
    if use.status == AGREED or (use.urgent and use.status == WAITING):
        return
    mend = (
        "批准的份数已经盖完，要再盖请另行申请。"
        if use.status == DONE
        else "请先办用印审批，领导批准以后再来。"
    )
    yield _fault(day, APPROVED, "用印审批", use.status, "已经批准", mend, "该批的局领导")


def _another_file(use: SealUse, presented: StoredFile | None, day: date) -> Iterator[Finding]:
    """One word changed makes another case."""
    if presented is None or presented.digest == use.digest:
        return
    mend = "材料换过了，是另一件事，请拿这份材料另外申请。"
    found = f"{presented.name}和批准的那一份不一样"
    yield _fault(day, APPROVED, "材料", found, "批准的那一份", mend, use.person.name)


def _unchecked(checked: dict[str, bool], use: SealUse, day: date) -> Iterator[Finding]:
    if ruling("核对", day, own_of(use.organ_id), **checked).outcome["可以盖印"]:
        return
    for fact, right in checked.items():
        if not right:
            yield _fault(day, CLAUSE, fact, "否", "是", "三样都对了才能盖印。", use.person.name)


def _unseen(
    stamped_by: Person, keeper: Person, use: SealUse, day: date, *, present: bool
) -> Iterator[Finding]:
    who = "保管人" if stamped_by.pk == keeper.pk else "其他人员"
    facts = {"盖印的人": who, "保管人在场": present}
    if not ruling("监印", day, own_of(use.organ_id), **facts).outcome["可以盖印"]:
        found, mend = f"{stamped_by.name}盖印，保管人不在场", "请保管人自己盖，或者在旁边看着盖完。"
        yield _fault(day, SUPERVISED, "监印", found, "保管人在场", mend, keeper.name)


def _too_many(use: SealUse, copies: int, day: date) -> Iterator[Finding]:
    stamped = stamped_of(use)
    if copies < 1:
        yield _fault(day, CLAUSE, "盖印份数", str(copies), "1以上", "请填写盖了几份。", "保管人")
    elif stamped + copies > (use.copies or 0):
        found = f"已盖{stamped}份，再盖{copies}份"
        mend = "盖的不能比批的多；要多盖，请另行申请。"
        yield _fault(day, CLAUSE, "盖印份数", found, f"一共不超过批准的{use.copies}份", mend, use.person.name)


def _fault(day: date, clause: str, fact: str, found: str, expected: str, mend: str, who: str) -> Finding:
    return finding(day=day, clause=clause, fact=fact, found=found, expected=expected, mend=mend, who=who)
