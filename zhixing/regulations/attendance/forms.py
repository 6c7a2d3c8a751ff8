"""The paper forms as fields, in the words of 02; what they hold is judged by the workflow, not here."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from zhixing.law.values import LEAVE_KINDS
from zhixing.organ.models import Person, Service
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.models.choices import (
    HALVES,
    OVERTIME_NATURES,
    SHIFTS,
    worded,
)
from zhixing.regulations.attendance.workflow.certificate import GRADES, TITLES
from zhixing.regulations.attendance.workflow.leave_request import LeaveRequest
from zhixing.regulations.attendance.workflow.outing_checks import OutingRequest
from zhixing.regulations.attendance.workflow.overtime_request import OvertimeRequest

UNSAID = ("", "请选择")
DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
TIME = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


def colleagues_of(person: Person) -> Any:
    """People of the same organ who serve today, without the person."""
    serving = Service.objects.on(timezone.localdate()).filter(organ_id=person.organ_id)
    return Person.objects.filter(pk__in=serving.values("person")).exclude(pk=person.pk)


class LeaveForm(forms.Form):
    """请（休）假审批表. Every field may be empty while typing; `request` is what the workflow judges."""

    kind = forms.ChoiceField(label="假别", choices=[UNSAID, *worded(*LEAVE_KINDS)], required=False)
    first = forms.DateField(label="起始日期", widget=DATE, required=False)
    first_half = forms.ChoiceField(label="起始半天", choices=HALVES, initial="上午", required=False)
    last = forms.DateField(label="终止日期", widget=DATE, required=False)
    last_half = forms.ChoiceField(label="终止半天", choices=HALVES, initial="下午", required=False)
    reason = forms.CharField(
        label="事由", widget=forms.Textarea(attrs={"rows": 3}), max_length=500, required=False
    )
    place = forms.CharField(label="外出地点", max_length=200, required=False)
    phone = forms.CharField(label="联系电话", max_length=40, required=False)
    stand_in: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        label="工作代理人", queryset=None, required=False, empty_label="请选择"
    )
    consent = forms.NullBooleanField(
        label="同意先用补休、年休冲抵病假",
        widget=forms.Select(choices=[UNSAID, ("true", "是"), ("false", "否")]),
        required=False,
    )
    emergency = forms.BooleanField(label="事后补办", required=False)
    asked_whom: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        label="请示对象", queryset=None, required=False, empty_label="请选择"
    )
    asked_at = forms.DateTimeField(label="请示时间", widget=MOMENT, required=False)
    asked_how = forms.CharField(label="请示方式", max_length=100, required=False)
    hospital = forms.CharField(label="医院名称", max_length=100, required=False)
    hospital_grade = forms.ChoiceField(label="医院等级", choices=[UNSAID, *worded(*GRADES)], required=False)
    doctor_title = forms.ChoiceField(label="医师职称", choices=[UNSAID, *worded(*TITLES)], required=False)
    extends: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        label="续假，接哪一次", queryset=None, required=False, empty_label="不是续假"
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("stand_in", "asked_whom"):
            self._choice(name).queryset = colleagues_of(person)
        self._choice("extends").queryset = Leave.objects.filter(
            organ_id=person.organ_id, person=person, status__in=("已批", "已销假")
        ).order_by("-first")

    def _choice(self, name: str) -> Any:
        return self.fields[name]

    def request(self, **files: Any) -> LeaveRequest:
        """What was typed; call after is_valid(). `files` are the kept certificate and proof."""
        typed = {name: value for name, value in self.cleaned_data.items() if value not in ("", None)}
        return LeaveRequest(**typed, **files)


class OutingForm(forms.Form):
    """因公外出表."""

    destination = forms.CharField(label="公出单位", max_length=200, required=False)
    reason = forms.CharField(
        label="公出事由", widget=forms.Textarea(attrs={"rows": 3}), max_length=500, required=False
    )
    first = forms.DateField(label="起始日期", widget=DATE, required=False)
    first_half = forms.ChoiceField(label="起始半天", choices=HALVES, initial="上午", required=False)
    last = forms.DateField(label="终止日期", widget=DATE, required=False)
    last_half = forms.ChoiceField(label="终止半天", choices=HALVES, initial="下午", required=False)
    leaves_at = forms.TimeField(label="外出时间", widget=TIME, required=False)
    returns_at = forms.TimeField(label="返回时间", widget=TIME, required=False)
    companions = forms.CharField(label="同行人", max_length=200, required=False)
    phone = forms.CharField(label="联系方式", max_length=40, required=False)
    by_car = forms.BooleanField(label="用车", required=False)

    def request(self) -> OutingRequest:
        return OutingRequest(
            **{name: value for name, value in self.cleaned_data.items() if value not in ("", None)}
        )


class OvertimeForm(forms.Form):
    """加班审批单."""

    nature = forms.ChoiceField(label="性质", choices=[UNSAID, *OVERTIME_NATURES], required=False)
    reason = forms.CharField(
        label="加班事由", widget=forms.Textarea(attrs={"rows": 3}), max_length=500, required=False
    )
    began = forms.DateTimeField(label="开始时间", widget=MOMENT, required=False)
    ended = forms.DateTimeField(label="结束时间", widget=MOMENT, required=False)

    def request(self) -> OvertimeRequest:
        return OvertimeRequest(**{name: value for name, value in self.cleaned_data.items() if value})


class BlackoutForm(forms.Form):
    """封控期."""

    name = forms.CharField(label="名称", max_length=100)
    first = forms.DateField(label="起", widget=DATE)
    last = forms.DateField(label="止", widget=DATE)
    basis = forms.CharField(label="依据", max_length=200)


class ShiftForm(forms.Form):
    """值班表的一行."""

    person = forms.ModelChoiceField(label="值班人", queryset=Person.objects.none())
    day = forms.DateField(label="日期", widget=DATE)
    shift = forms.ChoiceField(label="班次", choices=SHIFTS)
    sudden = forms.BooleanField(label="突发", required=False)
    note = forms.CharField(label="备注", max_length=200, required=False)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["person"]
        choice.queryset = colleagues_of(person) | Person.objects.filter(pk=person.pk)
