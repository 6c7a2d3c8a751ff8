"""What the way of its matter does to a carry-out; agreed to, the use's remark says 外带 (17-7a)."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Model

from zhixing.law.refusal import Finding, Refusal
from zhixing.office.duties.telling import tell
from zhixing.office.matters.models import Matter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.regulations.seals.models import CarryOut
from zhixing.regulations.seals.workflow.carry_request import CLAUSE, faults_of, typed_in
from zhixing.regulations.seals.workflow.gate import keep

REMARK = "外带"


class CarryHandler:
    register = "外带"

    def submitted(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        carry = _held(matter)
        faults = list(faults_of(matter.starter, typed_in(carry), today(at)))
        if faults:
            raise Refusal("外带没有提交。", faults)
        _become(carry, "待批", "外带待批", actor=actor, at=at)

    def approved(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        carry = _held(matter)
        use = carry.use
        assert use is not None
        use.remark = REMARK
        use.save(update_fields=["remark"])
        _become(carry, "已批", "批准外带", actor=actor, at=at, touched=[use])
        assert use.seal is not None
        number = Matter.objects.get(pk=carry.matter_id).number
        text = f"有一份批准的印章外带，等您交出印章（{number}）。"
        tell([use.seal.kept.holder], text, kind="印章外带", record=carry, at=at, key="已批")

    def reopened(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        carry = _held(matter)
        _not_out(carry, "没有取回。")
        _become(carry, "待批", "外带取回", actor=actor, at=at, touched=_unmarked(carry))

    def filed(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """Handing out is the keeper's act, not a step of the approval."""

    def refused(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        _become(_held(matter), "未批", "不同意外带", actor=actor, at=at)

    def withdrawn(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        carry = _held(matter)
        void = matter.state == "已作废"
        _not_out(carry, f"没有{'作废' if void else '撤回'}。")
        status = "已作废" if void else "草稿"
        _become(carry, status, f"外带{matter.state}", actor=actor, at=at, touched=_unmarked(carry))


def _unmarked(carry: CarryOut) -> list[Model]:
    use = carry.use
    if (
        use is None
        or use.remark != REMARK
        or use.carries.exclude(pk=carry.pk).filter(status="已归还").exists()
    ):
        return []
    use.remark = ""
    use.save(update_fields=["remark"])
    return [use]


def _not_out(carry: CarryOut, conclusion: str) -> None:
    if carry.loan_id is not None:
        found = Finding("印章", "已经带出", "还没有带出", "请先归还、验印。", clause="17-7b")
        raise Refusal(conclusion, [found])


def _held(matter: Matter) -> CarryOut:
    rows = CarryOut.objects.select_for_update(of=("self",)).select_related("use__seal__kept", "use__person")
    return rows.get(matter=matter)


def _become(
    carry: CarryOut,
    status: str,
    action: str,
    *,
    actor: Person,
    at: datetime,
    touched: list[Model] | None = None,
) -> None:
    carry.status = status
    carry.save(update_fields=["status"])
    matter = Matter.objects.get(pk=carry.matter_id)
    keep(
        carry, action, actor=actor, at=at, key=f"seals:{matter.pk}:v{matter.version}:{status}", rule=CLAUSE,
        payload={"编号": matter.number, "状态": status}, touched=touched or [],
    )  # fmt: skip
