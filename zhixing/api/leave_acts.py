"""The acts that leave has of its own: 提交 a draft or a returned request, 销假 on return, 撤销 what was granted."""

from __future__ import annotations

from collections.abc import Mapping

from zhixing.journal.write import Receipt, already_done
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters.pressed import Act, Pressed
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.leave import submit_leave
from zhixing.regulations.attendance.workflow.leave_back import report_back
from zhixing.regulations.attendance.workflow.leave_cancel import cancel_leave


def submit(pressed: Pressed) -> Receipt:
    leave = leave_of(pressed, "提交")
    return submit_leave(leave=leave, actor=pressed.actor, at=pressed.at, key=pressed.key, text=pressed.text)


def back(pressed: Pressed) -> Receipt:
    leave = leave_of(pressed, "销假")
    return report_back(leave=leave, actor=pressed.actor, at=pressed.at, key=pressed.key)


def cancel(pressed: Pressed) -> Receipt:
    leave = leave_of(pressed, "撤销")
    cancel_leave(leave=leave, reason=pressed.text, actor=pressed.actor, at=pressed.at, key=pressed.key)
    receipt = already_done(pressed.actor.organ_id, pressed.key)
    assert receipt is not None
    return receipt


LEAVE_ACTS: Mapping[str, Act] = {"提交": submit, "销假": back, "撤销": cancel}


def leave_of(pressed: Pressed, act: str) -> Leave:
    """Raises Refusal for a matter of another procedure."""
    leave = Leave.objects.filter(organ_id=pressed.actor.organ_id, matter=pressed.matter).first()
    if leave is None:
        finding = Finding("程序", pressed.matter.procedure, "请假", "请在网页上办理。")
        raise Refusal(f"不能{act}：这件事项不是请假。", [finding])
    return leave
