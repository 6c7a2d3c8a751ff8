"""请（休）假审批表 as JSON: what is asked, and what the law makes of it before it is submitted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from ninja import Field, Schema

from zhixing.api.matter_shapes import MatterLine
from zhixing.api.schemas import Day, FindingOut, Flag, Id, In, PersonOut, ReceiptOut, listed, person_out
from zhixing.law.refusal import Finding
from zhixing.law.values import LEAVE_KINDS, show_days
from zhixing.office.matters.route import RouteStop
from zhixing.regulations.attendance.workflow.certificate import GRADES, TITLES
from zhixing.regulations.attendance.workflow.leave_request import BalanceLine, LeaveAssessment

Half = Literal["上午", "下午"]
Number = Annotated[str, Field(max_length=16, pattern=r"^[0-9A-Za-z-]*$")]


def one_of(words: tuple[str, ...]) -> Any:
    """A closed list for the description; the form itself says what is wrong, beside every other fault."""
    return {"enum": ["", *words]}


class LeaveIn(In):
    """请（休）假审批表；试算时各项都可以空着"""

    kind: str = Field("", title="假别", max_length=16, json_schema_extra=one_of(LEAVE_KINDS))
    first: Day | None = Field(None, title="起始日期")
    first_half: Half = Field("上午", title="起始半天")
    last: Day | None = Field(None, title="终止日期")
    last_half: Half = Field("下午", title="终止半天")
    reason: str = Field("", title="事由", max_length=500)
    place: str = Field("", title="外出地点", max_length=200)
    phone: str = Field("", title="联系电话", max_length=40)
    stand_in: Number = Field("", title="工作代理人", description="工号")
    consent: Flag | None = Field(None, title="同意先用补休、年休冲抵病假")
    emergency: Flag = Field(False, title="事后补办")
    asked_whom: Number = Field("", title="请示对象", description="工号")
    asked_at: str = Field("", title="请示时间", description="如 2026-09-01T08:30", max_length=40)
    asked_how: str = Field("", title="请示方式", max_length=100)
    hospital: str = Field("", title="医院名称", max_length=100)
    hospital_grade: str = Field("", title="医院等级", max_length=16, json_schema_extra=one_of(GRADES))
    doctor_title: str = Field("", title="医师职称", max_length=16, json_schema_extra=one_of(TITLES))
    extends: Id | None = Field(None, title="续假，接哪一次", description="原请假事项")
    matter: Id | None = Field(
        None, title="接着填哪一件", description="本人的草稿、已退回或者已撤回的请假事项"
    )


class SplitOut(Schema):
    """冲抵方案，按天"""

    comp: str = Field(title="补休")
    annual: str = Field(title="年休")
    rest: str = Field(title="余下")


class BalanceOut(Schema):
    """一个账户在申请前后，按天"""

    account: str = Field(title="账户")
    before: str = Field(title="申请前")
    taken: str = Field(title="用去")
    left: str = Field(title="申请后")


class StopOut(Schema):
    """将要经过的一个环节"""

    required: str = Field(title="要求")
    merged: list[str] = Field(title="并入的要求")
    people: list[PersonOut] = Field(title="办理人")
    clause: str = Field(title="条款")
    cite: str = Field(title="出处")


class PreviewOut(Schema):
    """试算：天数、审批、冲抵、余额、环节，以及全部不合之处"""

    days: str = Field(title="天数")
    total: str = Field(title="合并计算的天数")
    estimated: bool = Field(title="暂估")
    ruling: dict[str, Any] | None = Field(title="请假审批")
    certificate: dict[str, Any] | None = Field(title="病假证明")
    offset: SplitOut = Field(title="冲抵")
    balances: list[BalanceOut] = Field(title="余额")
    route: list[StopOut] = Field(title="环节")
    may_submit: bool = Field(title="可以提交")
    findings: list[FindingOut] = Field(title="不合之处")
    notes: list[FindingOut] = Field(title="提示")


class LeaveOut(Schema):
    """已经提交或者保存的请假"""

    receipt: ReceiptOut = Field(title="回执")
    matter: MatterLine = Field(title="事项")
    first: date | None = Field(title="起始日期")
    last: date | None = Field(title="终止日期")
    days: str = Field(title="天数")


def preview_out(assessed: LeaveAssessment) -> dict[str, Any]:
    split = assessed.split
    return {
        "days": show_days(assessed.halves),
        "total": show_days(assessed.total),
        "estimated": assessed.estimated,
        "ruling": assessed.ruling.as_json() if assessed.ruling else None,
        "certificate": assessed.certificate.as_json() if assessed.certificate else None,
        "offset": {
            "comp": show_days(split.comp),
            "annual": show_days(split.annual),
            "rest": show_days(split.rest),
        },
        "balances": listed(balance, assessed.balances),
        "route": listed(stop, assessed.route.stops if assessed.route else ()),
        "may_submit": assessed.may_submit,
        "findings": listed(Finding.as_json, assessed.findings),
        "notes": listed(Finding.as_json, assessed.notes),
    }


def balance(line: BalanceLine) -> Mapping[str, Any]:
    return {
        "account": line.account,
        "before": show_days(line.before),
        "taken": show_days(line.taken),
        "left": show_days(line.left),
    }


def stop(each: RouteStop) -> Mapping[str, Any]:
    return {
        "required": each.planned.label,
        "merged": list(each.merged),
        "people": [person_out(bearer.person) for bearer in each.bearers],
        "clause": each.planned.clause,
        "cite": each.planned.cite,
    }
