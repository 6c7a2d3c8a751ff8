"""The forms of the desk, each filled in as somebody would who knows what belongs there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.web.attendance.desks import Desks

KEY = "7b0a1f6e-6f0e-4a43-9d0f-2f6f6a1f5c77"
NOW = "2026-11-19 09:00"
Typed = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Form:
    """Who sends it, where, when, with what; `free` are the fields for one's own words."""

    name: str
    role: str
    address: str
    typed: Callable[[Desks], Typed]
    free: tuple[str, ...]
    moment: str = NOW

    def __str__(self) -> str:
        return self.name


def plain(**typed: Any) -> Callable[[Desks], Typed]:
    return lambda _: typed


def about(field: str, role: str = "职员", **typed: Any) -> Callable[[Desks], Typed]:
    """The same, with a person chosen in `field`."""
    return lambda desks: {**typed, field: str(desks.person(role).pk)}


SPAN = {"first": "2026-11-20", "first_half": "上午", "last": "2026-11-20", "last_half": "下午"}
LEAVE = {"kind": "事假", **SPAN, "reason": "家中有事", "place": "杭州", "phone": "13800000000"}
OUTING = {**SPAN, "destination": "市经信局", "reason": "报送材料", "phone": "13800000000"}
OVERTIME = {
    "nature": "临时突发",
    "reason": "防台值守",
    "began": "2026-11-18T18:00",
    "ended": "2026-11-18T21:00",
}
NOTE = {"day": "2026-11-19", "half": "上午", "kind": "会议", "text": "到区政府开会"}
BLACKOUT = {"name": "世界温州人大会", "first": "2026-11-23", "last": "2026-11-25", "basis": "局长办公会纪要"}
RECORD = {
    "act": "登记", "record-kind": "效能告诫", "record-day": "2026-11-16", "record-source": "告诫书〔2026〕9号",
    "record-text": "上班时间网购",
}  # fmt: skip
CHECK = {
    "act": "登记",
    "check-kind": "早退",
    "check-found_at": "2026-11-18T16:20",
    "check-text": "办公室没有人",
}
ROSTER = {
    "form-TOTAL_FORMS": "1",
    "form-INITIAL_FORMS": "0",
    "form-0-shift": "日班",
    "form-0-day": "2026-11-28",
}
GIVEN = {"since": "2099-01-05", "until": "2099-01-09", "kinds": ["请假"], "basis": "局长办公会决定"}
DAY = {"day": "2026-11-24", "kind": "休息日", "name": "防台停工", "notice": "区防指〔2026〕3号"}
PAY = {
    "act": "录入工资基数", "pay-base": "4350.00", "pay-allowance": "500.00", "pay-bonus": "2000.00",
    "pay-since": "2026-01-01", "pay-basis": "工资审批表",
}  # fmt: skip
MAKE_UP = {"signed_at": "2026-11-18T08:20", "reason": "指纹机故障"}
BASE = "/attendance"

FORMS = (
    Form("请假", "职员", f"{BASE}/leave/new/", about("stand_in", "财务", **LEAVE, act="提交"), ("reason", "place")),
    Form("请假草稿", "职员", f"{BASE}/leave/new/", plain(**LEAVE, act="保存草稿"), ("reason", "place")),
    Form("公出", "职员", f"{BASE}/outings/new/", plain(**OUTING, act="提交"), ("destination", "reason")),
    Form("加班", "职员", f"{BASE}/overtime/new/", plain(**OVERTIME, act="提交"), ("reason",)),
    Form("签到", "职员", f"{BASE}/sign-in/", plain(), ()),
    Form("备注", "职员", f"{BASE}/notes/new/", plain(**NOTE), ("text",)),
    Form("封控期", "办公室", f"{BASE}/blackouts/new/", plain(**BLACKOUT), ("name", "basis")),
    Form("违纪", "办公室", f"{BASE}/discipline/new/", about("record-person", **RECORD), ("record-source", "record-text")),
    Form("抽查", "办公室", f"{BASE}/spot-checks/new/", about("check-person", **CHECK), ("check-text",)),
    Form("值班", "办公室", f"{BASE}/roster/new/", about("form-0-person", **ROSTER), ()),
    Form("补登", "办公室", f"{BASE}/make-up/", lambda desks: {
        **MAKE_UP, "person": str(desks.person("职员").pk), "witness": str(desks.person("科室负责人").pk)}, ("reason",)),
    Form("委托", "局领导", "/organ/delegations/new/", about("receiver", "科室负责人", **GIVEN), ("basis",)),
    Form("日历", "办公室", "/organ/calendar/correct/", plain(**DAY), ("name", "notice")),
    Form("工资", "财务", f"{BASE}/pay/", about("pay-person", **PAY), ("pay-basis",)),
    Form("常用意见", "局长", "/phrases/", plain(texts="同意。"), ("texts",)),
)  # fmt: skip
