"""What a decision on 撤销请假 does: the leave falls away and everything it used goes back, exactly once."""

from __future__ import annotations

from datetime import datetime

from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters.models import Matter
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import Leave, LeaveCancellation
from zhixing.regulations.attendance.workflow.gate import not_self, unwritten
from zhixing.regulations.attendance.workflow.leave_case import span_of
from zhixing.regulations.attendance.workflow.leave_settle import return_all
from zhixing.regulations.attendance.workflow.month_closed import closed_months
from zhixing.regulations.attendance.workflow.statute import finding

CLAUSE = "02-1.2a"


def submitted(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    """Only the person of the leave asks, and only while it stands granted and nobody has reported back."""
    cancellation = _locked(matter)
    leave = Leave.objects.select_related("matter").get(pk=cancellation.leave_id)
    faults = [
        *not_self(actor, leave.person, today(at), CLAUSE),
        *unwritten({"撤销事由": cancellation.reason}, today(at), CLAUSE),
    ]
    if leave.status != "已批":
        faults.append(
            finding(
                day=today(at), clause=CLAUSE, fact="原假单", found=leave.status, expected="已批、还没有销假",
                mend="还没有批的请撤回；已经销假的不能撤销。",
            )
        )  # fmt: skip
    faults += closed_months(leave.organ_id, span_of(leave), today(at), CLAUSE)
    if faults:
        raise Refusal("不能撤销请假。", faults)
    _become(matter, "待批", actor=actor, at=at, key=key)


def approved(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    cancellation = _locked(matter)
    if cancellation.status != "待批":
        return
    leave = Leave.objects.select_for_update().select_related("person", "matter").get(pk=cancellation.leave_id)
    if faults := [*closed_months(leave.organ_id, span_of(leave), today(at), CLAUSE)]:
        raise Refusal("不能同意撤销。", faults)
    why = f"{leave.matter.number}经{matter.number}同意撤销"
    moves = return_all(leave, why=why, actor=actor, at=at, key=f"{key}:cancel")
    leave.status, cancellation.status = "已撤销", "已批"
    leave.save(update_fields=["status"])
    cancellation.save(update_fields=["status"])
    enter(
        actor=actor,
        action="撤销请假",
        kind="撤销请假",
        record=cancellation,
        payload={"编号": matter.number, "原假单": leave.matter.number, "余额变动": [m.note for m in moves]},
        at=at,
        key=f"{key}:cancel",
        rule=CLAUSE,
        touched=[cancellation, leave, *moves],
    )


def reopened(matter: Matter, *, actor: Person) -> None:
    """取回 after the days went back: what was given back cannot be taken again behind the person's back."""
    if _locked(matter).status == "已批":
        finding = Finding(
            "撤销",
            f"{actor.name}取回",
            "余额还没有退回",
            "撤销已经生效，要休假的请本人重新请假。",
            CLAUSE,
            who="本人",
        )
        raise Refusal("不能取回：请假已经撤销。", [finding])


def refused(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    _become(matter, "未批", actor=actor, at=at, key=key)


def withdrawn(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    _become(matter, "已作废" if matter.state in {"已作废", "已撤回"} else "草稿", actor=actor, at=at, key=key)


def _locked(matter: Matter) -> LeaveCancellation:
    return LeaveCancellation.objects.select_for_update().get(matter=matter)


def _become(matter: Matter, status: str, *, actor: Person, at: datetime, key: str) -> None:
    cancellation = _locked(matter)
    cancellation.status = status
    cancellation.save(update_fields=["status"])
    enter(
        actor=actor,
        action=f"撤销请假{matter.state}",
        kind="撤销请假",
        record=cancellation,
        payload={"编号": matter.number, "状态": status},
        at=at,
        key=f"{key}:cancel:{status}",
        rule=CLAUSE,
    )
