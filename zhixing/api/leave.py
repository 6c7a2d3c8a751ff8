"""Asking for leave: the same form, the same judgement and the same acts as on the page."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from ninja import Router
from ninja.responses import Status

from zhixing.api.callers import BOTH, ApiRequest, Caller, calling
from zhixing.api.leave_shapes import LeaveIn, LeaveOut, PreviewOut, preview_out
from zhixing.api.matter_shapes import line
from zhixing.api.once import Key, once, receipt_of
from zhixing.api.schemas import private, receipt_out
from zhixing.api.typed import as_typed, refuse_unread
from zhixing.law.values import show_days
from zhixing.organ.models import Person
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.forms import LeaveForm
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.leave import draft_leave, request_leave
from zhixing.regulations.attendance.workflow.leave_assess import assess
from zhixing.regulations.attendance.workflow.leave_request import LeaveRequest

router = Router(tags=["请假"], auth=BOTH)
NOBODY = "0"  # a number that stands for no record: the form then names the field


@router.post(
    "/leave/preview",
    response=private(PreviewOut, 404, 413, 422),
    summary="请假试算",
    description="不留记录。由谁批、依据哪一条、冲抵多少、还差什么，提交前全部可见。",
)
def preview(request: ApiRequest, asked: LeaveIn) -> dict[str, Any]:
    caller = calling(request)
    kept = kept_leave(caller, asked)
    wanted = request_of(caller, asked, kept)
    return preview_out(assess(person=caller.person, request=wanted, at=request.at, leave=kept))


@router.post(
    "/leave/draft",
    response=private(LeaveOut, 404, 409, 413, 422, status=201),
    summary="保存请假草稿",
)
def draft(request: ApiRequest, asked: LeaveIn, key: Key) -> Status[dict[str, Any]]:
    caller = calling(request)

    def act(full: str) -> dict[str, Any]:
        kept = kept_leave(caller, asked)
        wanted = request_of(caller, asked, kept)
        leave = draft_leave(request=wanted, actor=caller.person, at=request.at, key=full, leave=kept)
        return leave_out(request, leave, full)

    return Status(201, once(request, key, asked.model_dump(), act))


@router.post(
    "/leave",
    response=private(LeaveOut, 404, 409, 413, 422, status=201),
    summary="提交请假",
    description="不合要求的，一次列出全部，什么也不留下。病假单等附件先保存草稿，再加到草稿上。",
)
def leave(request: ApiRequest, asked: LeaveIn, key: Key) -> Status[dict[str, Any]]:
    caller = calling(request)

    def act(full: str) -> dict[str, Any]:
        kept = kept_leave(caller, asked)
        wanted = request_of(caller, asked, kept)
        sent = request_leave(request=wanted, actor=caller.person, at=request.at, key=full, leave=kept)
        return leave_out(request, sent, full)

    return Status(201, once(request, key, asked.model_dump(), act))


def kept_leave(caller: Caller, asked: LeaveIn) -> Leave | None:
    """The caller's own leave that is being filled in; Http404 where it is not there."""
    if asked.matter is None:
        return None
    own = visible(caller.viewer, Leave).filter(person=caller.person).select_related("matter")
    found = own.filter(matter_id=asked.matter).first()
    if found is None:
        raise Http404
    return found


def request_of(caller: Caller, asked: LeaveIn, kept: Leave | None) -> LeaveRequest:
    """What was asked, read by the page's own form; raises Refusal with every field that cannot be read."""
    form = LeaveForm(typed(caller, asked), person=caller.person)
    refuse_unread(form, "请假单填写不合要求。")
    attached = {"certificate": kept.certificate, "proof": kept.proof} if kept else {}
    return form.request(**attached)


def typed(caller: Caller, asked: LeaveIn) -> dict[str, str]:
    """The fields of the page's form as a browser would send them."""
    apart = {"matter", "stand_in", "asked_whom", "extends"}
    return {
        **as_typed(asked.model_dump(exclude=apart)),
        "stand_in": _person(caller, asked.stand_in),
        "asked_whom": _person(caller, asked.asked_whom),
        "extends": _extended(caller, asked.extends),
    }


def _person(caller: Caller, number: str) -> str:
    if not number:
        return ""
    found = visible(caller.viewer, Person).filter(number=number).first()
    return str(found.pk) if found else NOBODY


def _extended(caller: Caller, matter: int | None) -> str:
    if matter is None:
        return ""
    found = visible(caller.viewer, Leave).filter(person=caller.person, matter_id=matter).first()
    return str(found.pk) if found else NOBODY


def leave_out(request: ApiRequest, sent: Leave, key: str) -> dict[str, Any]:
    return {
        "receipt": receipt_out(receipt_of(request, key)),
        "matter": line(sent.matter),
        "first": sent.first,
        "last": sent.last,
        "days": show_days(sent.halves),
    }
