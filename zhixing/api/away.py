"""Starting an outing or a claim of overtime: the page's form, the same judgement, the same act."""

from __future__ import annotations

from datetime import date
from typing import Any

from ninja import Field, Router, Schema
from ninja.responses import Status

from zhixing.api.callers import BOTH, ApiRequest, calling
from zhixing.api.leave_shapes import Half, one_of
from zhixing.api.matter_shapes import MatterLine, line
from zhixing.api.once import Key, once, receipt_of
from zhixing.api.schemas import Day, Flag, In, ReceiptOut, private, receipt_out
from zhixing.api.typed import as_typed, refuse_unread
from zhixing.office.matters.models import Matter
from zhixing.regulations.attendance.forms import OutingForm, OvertimeForm
from zhixing.regulations.attendance.models.choices import OVERTIME_NATURES
from zhixing.regulations.attendance.workflow.outing import request_outing
from zhixing.regulations.attendance.workflow.overtime import request_overtime
from zhixing.regulations.attendance.workflow.overtime_checks import minutes_between

router = Router(tags=["外出和加班"], auth=BOTH)
NATURES = tuple(nature for nature, _ in OVERTIME_NATURES)


class OutingIn(In):
    """因公外出表"""

    destination: str = Field("", title="公出单位", max_length=200)
    reason: str = Field("", title="公出事由", max_length=500)
    first: Day | None = Field(None, title="起始日期")
    first_half: Half = Field("上午", title="起始半天")
    last: Day | None = Field(None, title="终止日期")
    last_half: Half = Field("下午", title="终止半天")
    leaves_at: str = Field("", title="外出时间", description="如 08:30", max_length=16)
    returns_at: str = Field("", title="返回时间", description="如 17:00", max_length=16)
    companions: str = Field("", title="同行人", max_length=200)
    phone: str = Field("", title="联系方式", max_length=40)
    by_car: Flag = Field(False, title="用车")


class OvertimeIn(In):
    """加班审批单"""

    nature: str = Field("", title="性质", max_length=16, json_schema_extra=one_of(NATURES))
    reason: str = Field("", title="加班事由", max_length=500)
    began: str = Field("", title="开始时间", description="如 2026-09-01T18:00", max_length=40)
    ended: str = Field("", title="结束时间", description="如 2026-09-01T21:30", max_length=40)


class OutingOut(Schema):
    """已经提交的外出"""

    receipt: ReceiptOut = Field(title="回执")
    matter: MatterLine = Field(title="事项")
    first: date | None = Field(title="起始日期")
    last: date | None = Field(title="终止日期")


class OvertimeOut(Schema):
    """已经提交的加班申请"""

    receipt: ReceiptOut = Field(title="回执")
    matter: MatterLine = Field(title="事项")
    minutes: int = Field(title="申请时长，按分")


@router.post(
    "/outings",
    response=private(OutingOut, 409, 413, 422, status=201),
    summary="提交因公外出",
    description="外出以前提交；不合要求的，一次列出全部，什么也不留下。",
)
def outing(request: ApiRequest, asked: OutingIn, key: Key) -> Status[dict[str, Any]]:
    caller = calling(request)

    def act(full: str) -> dict[str, Any]:
        form = OutingForm(as_typed(asked.model_dump()))
        refuse_unread(form, "外出表填写不合要求。")
        sent = request_outing(request=form.request(), actor=caller.person, at=request.at, key=full)
        return {**answer(request, sent.matter, full), "first": sent.first, "last": sent.last}

    return Status(201, once(request, key, asked.model_dump(), act))


@router.post(
    "/overtime",
    response=private(OvertimeOut, 409, 413, 422, status=201),
    summary="提交加班申请",
    description="由局长批准；实际时长经办公室核实以后折算补休。不合要求的，一次列出全部，什么也不留下。",
)
def overtime(request: ApiRequest, asked: OvertimeIn, key: Key) -> Status[dict[str, Any]]:
    caller = calling(request)

    def act(full: str) -> dict[str, Any]:
        form = OvertimeForm(as_typed(asked.model_dump()))
        refuse_unread(form, "加班单填写不合要求。")
        sent = request_overtime(request=form.request(), actor=caller.person, at=request.at, key=full)
        assert sent.began is not None
        assert sent.ended is not None  # a submitted claim has its hours
        return {
            **answer(request, sent.matter, full),
            "minutes": minutes_between(sent.began, sent.ended),
        }

    return Status(201, once(request, key, asked.model_dump(), act))


def answer(request: ApiRequest, matter: Matter, key: str) -> dict[str, Any]:
    return {"receipt": receipt_out(receipt_of(request, key)), "matter": line(matter)}
