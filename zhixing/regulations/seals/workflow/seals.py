"""印章登记 (17-1), 指定保管人 (17-2a): how a seal comes onto the register and who is to keep it."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.files.models import StoredFile
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.office.registers.acts.asking import refuse
from zhixing.office.registers.acts.entering import enter_thing
from zhixing.office.registers.models import GONE, Kept
from zhixing.organ.local_time import today
from zhixing.organ.made import made
from zhixing.organ.models import Person, Section
from zhixing.organ.once import once
from zhixing.regulations.seals.models import Designation, Seal
from zhixing.regulations.seals.models.choices import FINANCE, KINDS
from zhixing.regulations.seals.workflow.finance import two_in_one_hand
from zhixing.regulations.seals.workflow.gate import foreign, keep, not_manager, unwritten
from zhixing.regulations.seals.workflow.register import REGISTER
from zhixing.regulations.seals.workflow.statute import finding

CLAUSE = "17-1"


@once
def enter_seal(
    *, name: str, kind: str, material: str, maker: str, in_use_since: date, keeper: Person, actor: Person,
    at: datetime, key: str, impression: StoredFile | None = None, section: Section | None = None,
) -> Receipt:  # fmt: skip
    """On the register with its impression and its keeper; of a section or a unit as of the bureau (17-11)."""
    day = today(at)
    texts = {"名称": name, "材质": material, "制发机关": maker, "印模": impression and impression.name}
    findings = [*not_manager(actor, day, CLAUSE), *unwritten(texts, day, CLAUSE)]
    findings += foreign(actor, keeper.organ_id, day, "17-2a")
    findings += foreign(actor, section.organ_id if section else None, day, "17-11")
    findings += _of_kind(kind, section, day)
    findings += two_in_one_hand(keeper, day, finance=kind in FINANCE)
    refuse("印章没有登记。", findings)
    entered = enter_thing(
        register=REGISTER, name=name, keeper=keeper, since=day, actor=actor, at=at, key=f"{key}:kept"
    )
    seal = Seal.objects.create(
        organ_id=actor.organ_id, kept=made(Kept, entered), kind=kind, material=material.strip(),
        maker=maker.strip(), in_use_since=in_use_since, impression=impression, section=section,
    )  # fmt: skip
    payload = {"名称": name.strip(), "种类": kind, "保管人": keeper.name}
    return keep(seal, "登记印章", actor=actor, at=at, key=key, rule=CLAUSE, payload=payload)


@once
def designate(*, seal: Seal, keeper: Person, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """The office names the next keeper; whoever keeps it now hands it over to that person and no other."""
    day, clause = today(at), "17-2a"
    findings = [*not_manager(actor, day, clause), *unwritten({"原因": reason}, day, clause)]
    findings += [*foreign(actor, seal.organ_id, day, clause), *foreign(actor, keeper.organ_id, day, clause)]
    if seal.kept.keeper_id == keeper.pk:
        findings.append(_fault(day, "保管人", f"{keeper.name}已经是保管人", "另一位同志", "请另选一位。"))
    if seal.kept.state in GONE:
        findings.append(_fault(day, "状态", seal.kept.state, "在用或者停用", "已经不在的印章不用再指定。"))
    findings += two_in_one_hand(keeper, day, finance=seal.is_finance, but=seal.kept)
    refuse("没有指定保管人。", findings)
    named = Designation.objects.create(
        organ_id=actor.organ_id, seal=seal, keeper=keeper, reason=reason.strip(), by=actor, at=at
    )
    payload = {"印章": seal.kept.name, "指定的保管人": keeper.name, "原因": reason.strip()}
    return keep(named, "指定保管人", actor=actor, at=at, key=key, rule=clause, payload=payload)


def _of_kind(kind: str, section: Section | None, day: date) -> list[Finding]:
    if kind not in KINDS:
        return [_fault(day, "种类", kind or "没有选择", "登记表上的种类", "请选择印章的种类。", CLAUSE)]
    if kind in {"科室章", "下属单位章"} and section is None:
        mend = "请选择是哪个科室、单位的章。"
        return [_fault(day, "所属科室、单位", "没有选择", "写明科室、单位", mend, "17-11")]
    return []


def _fault(day: date, fact: str, found: str, expected: str, mend: str, clause: str = "17-2a") -> Finding:
    return finding(day=day, clause=clause, fact=fact, found=found, expected=expected, mend=mend, who="办公室")
