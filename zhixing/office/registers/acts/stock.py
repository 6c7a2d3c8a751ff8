"""盘点: begun, every thing looked for, finished."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.registers.acts.asking import managed_by, only, refuse
from zhixing.office.registers.explained import KINDS
from zhixing.office.registers.kinds import kind
from zhixing.office.registers.models import GONE, Kept, StockLine, StockTaking
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once


@once
def begin_stock(*, register: str, actor: Person, at: datetime, key: str) -> Receipt:
    """Everything that is not gone has to be found."""
    own = kind(register)
    findings = managed_by(actor, own, today(at))
    running = StockTaking.objects.filter(organ_id=actor.organ_id, register=register, finished_at=None)
    if running.exists():
        findings.append(
            Finding(
                "盘点", "有一次没有结束", "上一次盘点结束", "请先结束上一次盘点。", clause=own.clause("stock")
            )
        )
    refuse("没有开始盘点。", findings)
    taking = StockTaking.objects.create(
        organ_id=actor.organ_id, register=register, begun_by=actor, begun_at=at
    )
    things = Kept.objects.filter(organ_id=actor.organ_id, register=register).exclude(state__in=GONE)
    lines = [
        StockLine.objects.create(organ_id=actor.organ_id, taking=taking, kept=kept, holder_id=kept.holder_id)
        for kept in things
    ]
    return enter(
        actor=actor, action="开始盘点", kind=KINDS[StockTaking], record=taking,
        payload={"登记簿": register, "件数": len(lines)}, at=at, key=key, rule=own.clause("stock"), touched=lines,
    )  # fmt: skip


@once
def look(*, line: StockLine, found: bool, remark: str, actor: Person, at: datetime, key: str) -> Receipt:
    """Whether the thing is where it should be; what is not is explained."""
    own = kind(line.taking.register)
    findings = _running(line.taking) + only(actor, line.taking.begun_by, own.clause("stock"))
    if not found:
        words(findings, remark, fact="说明", clause=own.clause("stock"))
    refuse("没有登记。", findings)
    line.found, line.remark = found, remark.strip()
    line.save(update_fields=["found", "remark"])
    return enter(
        actor=actor, action="盘点登记", kind=KINDS[StockLine], record=line,
        payload={"名称": line.kept.name, "相符": found}, at=at, key=key, rule=own.clause("stock"),
    )  # fmt: skip


@once
def finish_stock(*, taking: StockTaking, remark: str, actor: Person, at: datetime, key: str) -> Receipt:
    """Nothing may be left that was not looked for."""
    own = kind(taking.register)
    findings = _running(taking) + only(actor, taking.begun_by, own.clause("stock"))
    words(findings, remark, fact="盘点结果", clause=own.clause("stock"))
    findings += [
        Finding(
            "盘点", f"{line.kept.name}没有登记", "逐件登记", "请先登记这一件。", clause=own.clause("stock")
        )
        for line in taking.lines.filter(found=None).select_related("kept")
    ]
    refuse("盘点没有结束。", findings)
    taking.finished_at, taking.remark = at, remark.strip()
    taking.save(update_fields=["finished_at", "remark"])
    missing = taking.lines.filter(found=False).count()
    return enter(
        actor=actor, action="结束盘点", kind=KINDS[StockTaking], record=taking,
        payload={"登记簿": taking.register, "不符": missing}, at=at, key=key, rule=own.clause("stock"),
    )  # fmt: skip


def _running(taking: StockTaking) -> list[Finding]:
    if taking.finished_at is None:
        return []
    return [Finding("盘点", "已经结束", "还在进行的盘点", "需要再盘点的，请另开一次。")]
