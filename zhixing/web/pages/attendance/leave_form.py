"""请假单 as a page's form: what it begins with, where a finding belongs on it, which leave can be extended."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms

from zhixing.files.models import StoredFile
from zhixing.law.values import LEAVE_KINDS
from zhixing.organ.models import Person
from zhixing.regulations.attendance.forms import UNSAID, LeaveForm
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.leave_store import NAMES, typed_in
from zhixing.regulations.attendance.workflow.span import AFTERNOON, MORNING
from zhixing.web.days import day_in
from zhixing.web.requests import DeskRequest, acting
from zhixing.web.templatetags.daily import stretch

FILES = ("certificate", "proof")
MOST_EXTENDED = 8
# 事实 of a finding -> the field it belongs to
FIELDS = {
    "假别": "kind", "起始日期": "first", "终止日期": "last", "起止": "last", "事由": "reason",
    "工作代理人": "stand_in", "本人同意": "consent", "请示对象": "asked_whom", "请示时间": "asked_at",
    "请示方式": "asked_how", "医院等级": "hospital_grade", "医师职称": "doctor_title", "续假": "extends",
    "年休余额": "last", "补休余额": "last", "天数": "last", "封控期": "first", "病假单": "certificate",
    "证明材料": "proof",
}  # fmt: skip


class LeavePageForm(LeaveForm):
    """The same fields as everywhere, with choices as an official reads them and the files beside them."""

    certificate = forms.FileField(label="病假单", required=False, widget=forms.FileInput)
    proof = forms.FileField(label="证明材料", required=False, widget=forms.FileInput)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, person=person, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["reason"].widget.attrs["rows"] = 3
        for name in ("stand_in", "asked_whom"):
            fields[name].empty_label = "请选择"
        earlier = fields["extends"]
        earlier.empty_label = "不是续假"
        earlier.label_from_instance = extended_shown
        latest = earlier.queryset.values("pk")[:MOST_EXTENDED]
        earlier.queryset = earlier.queryset.filter(pk__in=[row["pk"] for row in latest]).select_related(
            "matter"
        )
        fields["kind"].choices = [UNSAID, *((one, one) for one in LEAVE_KINDS)]

    def typed(self) -> dict[str, Any]:
        """What was typed, without the files; call after is_valid()."""
        return {name: value for name, value in self.cleaned_data.items() if name not in FILES}


def extended_shown(leave: Leave) -> str:
    return f"{leave.matter.number}　{leave.kind}，{stretch(leave)}"


def begun(request: DeskRequest, draft: Leave | None) -> dict[str, Any]:
    """What the form begins with: the draft, or what the address says (?extends=, ?first=, ?kind=)."""
    if draft is not None:
        typed = typed_in(draft)
        values = {name: getattr(typed, name) for name in NAMES if name not in FILES}
        values |= {name: values[name].pk for name in ("stand_in", "asked_whom", "extends") if values[name]}
        values["consent"] = {True: "true", False: "false", None: ""}[typed.consent]
        return {name: value for name, value in values.items() if value not in ("", None)}
    return {"phone": acting(request).phone, **_of_address(request)}


def _of_address(request: DeskRequest) -> dict[str, Any]:
    earlier = extended(request)
    if earlier is not None and earlier.last is not None:
        day, half = after(earlier.last, earlier.last_half)
        stand_in = earlier.stand_in_id
        return {
            "kind": earlier.kind, "first": day, "first_half": half, "extends": earlier.pk, "stand_in": stand_in,
            "phone": earlier.phone, "place": earlier.place,
        }  # fmt: skip
    kind, first = request.GET.get("kind", ""), day_in(request.GET.get("first", ""))
    return {"kind": kind if kind in LEAVE_KINDS else "", "first": first, "last": first}


def extended(request: DeskRequest) -> Leave | None:
    number = request.GET.get("extends", "")
    if not number.isdecimal():
        return None
    person = acting(request)
    own = Leave.objects.filter(organ_id=person.organ_id, person=person, status__in=("已批", "已销假"))
    return own.filter(pk=int(number)).first()


def after(day: date, half: str) -> tuple[date, str]:
    """The half-day that follows."""
    return (day + timedelta(days=1), MORNING) if half == AFTERNOON else (day, AFTERNOON)


def files_of(draft: Leave | None) -> dict[str, StoredFile]:
    """The files a draft already carries."""
    held = {name: getattr(draft, name) for name in FILES} if draft else {}
    return {name: stored for name, stored in held.items() if stored}
