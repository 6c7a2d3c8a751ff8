"""代管: what its matter does to it, and the two hand-overs, each signed by both (17-3)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.duties.telling import tell
from zhixing.office.matters.models import Matter
from zhixing.office.registers.acts import handing
from zhixing.office.registers.acts.asking import refuse
from zhixing.office.registers.models import HandOver
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.seals.models import Custody
from zhixing.regulations.seals.workflow.custody import CLAUSE, faults_of, typed_in
from zhixing.regulations.seals.workflow.gate import keep
from zhixing.regulations.seals.workflow.sources import CUSTODY
from zhixing.regulations.seals.workflow.statute import finding


class CustodyHandler:
    register = "代管"

    def submitted(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        custody = _held(matter)
        faults = list(faults_of(matter.starter, typed_in(custody), today(at)))
        if faults:
            raise Refusal("代管没有提交。", faults)
        _become(custody, "待批", "代管待批", actor=actor, at=at)

    def approved(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        custody = _held(matter)
        custody.agreed_by = actor
        _become(custody, "已批", "同意代管", actor=actor, at=at)

    def reopened(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        custody = _held(matter)
        _not_handed(custody, "没有取回。")
        custody.agreed_by = None
        _become(custody, "待批", "代管取回", actor=actor, at=at)

    def filed(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """The hand-over is signed by the two, not a step of the approval."""

    def refused(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        _become(_held(matter), "未批", "不同意代管", actor=actor, at=at)

    def withdrawn(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        custody = _held(matter)
        _not_handed(custody, "没有办理。")
        status = "已作废" if matter.state == "已作废" else "草稿"
        _become(custody, status, f"代管{matter.state}", actor=actor, at=at)


@once
def give(*, custody: Custody, actor: Person, at: datetime, key: str) -> Receipt:
    """交出, by the keeper: the deputy has it when the deputy says so."""
    day = today(at)
    refuse("没有交出。", _not_in(custody, day, "已批"))
    assert custody.seal is not None
    assert custody.deputy is not None
    assert custody.last is not None
    tell([custody.deputy], "有一枚印章等您接收代管。", kind="代管交接", record=custody, at=at, key=key)
    return handing.entrust(
        kept=custody.seal.kept, receiver=custody.deputy, reason=custody.reason, until=custody.last, actor=actor,
        at=at, key=f"{key}:hand", source=source_of(custody),
    )  # fmt: skip


@once
def accept(*, custody: Custody, remark: str, actor: Person, at: datetime, key: str) -> Receipt:
    """接收, by the deputy."""
    hand = _open_hand(custody, "代管", today(at))
    handing.take(hand_over=hand, remark=remark, actor=actor, at=at, key=f"{key}:hand")
    return _moved(custody, "代管中", "接收代管", actor=actor, at=at, key=key)


@once
def give_back(*, custody: Custody, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """交回, by the deputy."""
    refuse("没有交回。", _not_in(custody, today(at), "代管中"))
    assert custody.seal is not None
    tell([custody.person], "代管的印章已经交回，等您收回。", kind="代管交接", record=custody, at=at, key=key)
    return handing.give_back(kept=custody.seal.kept, reason=reason, actor=actor, at=at, key=f"{key}:hand")


@once
def accept_back(*, custody: Custody, remark: str, actor: Person, at: datetime, key: str) -> Receipt:
    """收回, by the keeper."""
    hand = _open_hand(custody, "交回", today(at))
    handing.take(hand_over=hand, remark=remark, actor=actor, at=at, key=f"{key}:hand")
    return _moved(custody, "已交回", "收回代管", actor=actor, at=at, key=key)


def source_of(custody: Custody) -> str:
    return f"{CUSTODY}{custody.pk}"


def open_hand(custody: Custody) -> HandOver | None:
    """The hand-over of this custody that the other has not confirmed."""
    if custody.seal is None:
        return None
    kind = {"已批": "代管", "代管中": "交回"}.get(custody.status, "")
    return custody.seal.kept.hand_overs.filter(state="待接收", kind=kind).first()


def _open_hand(custody: Custody, kind: str, day: date) -> HandOver:
    hand = open_hand(custody)
    if hand is None or hand.kind != kind:
        mend = "请由交出的人先办交出。"
        raise Refusal(
            "没有接收。",
            [
                finding(
                    day=day, clause=CLAUSE, fact="交接", found="没有待接收的交接", expected=f"待接收的{kind}",
                    mend=mend,
                )
            ],
        )  # fmt: skip
    return hand


def _not_in(custody: Custody, day: date, state: str) -> list[Finding]:
    if custody.status == state:
        return []
    mend = "请先办代管申请，分管办公室的局领导同意以后再交出。"
    return [
        finding(
            day=day, clause=CLAUSE, fact="代管", found=custody.status, expected=state, mend=mend,
            who="分管办公室领导",
        )
    ]  # fmt: skip


def _not_handed(custody: Custody, conclusion: str) -> None:
    if custody.status in {"代管中", "已交回"} or open_hand(custody) is not None:
        found = Finding("印章", "已经交出", "还没有交出", "请先交回。", clause=CLAUSE)
        raise Refusal(conclusion, [found])


def _held(matter: Matter) -> Custody:
    rows = Custody.objects.select_for_update(of=("self",)).select_related("seal__kept", "deputy", "person")
    return rows.get(matter=matter)


def _moved(custody: Custody, status: str, action: str, *, actor: Person, at: datetime, key: str) -> Receipt:
    custody.status = status
    custody.save(update_fields=["status"])
    payload = {"编号": custody.matter.number, "印章": str(custody.seal), "状态": status}
    return keep(custody, action, actor=actor, at=at, key=key, rule=CLAUSE, payload=payload)


def _become(custody: Custody, status: str, action: str, *, actor: Person, at: datetime) -> None:
    custody.status = status
    custody.save(update_fields=["status", "agreed_by"])
    matter = Matter.objects.get(pk=custody.matter_id)
    keep(
        custody, action, actor=actor, at=at, key=f"seals:{matter.pk}:v{matter.version}:{status}", rule=CLAUSE,
        payload={"编号": matter.number, "状态": status},
    )  # fmt: skip
