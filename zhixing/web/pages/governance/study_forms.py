"""What is typed about the study of the group (01-20.1)."""

from __future__ import annotations

from typing import Any

from django import forms

from zhixing.law.values import parse_days
from zhixing.organ.models import Person
from zhixing.regulations.governance.models import StudySeat, StudySession
from zhixing.regulations.governance.models.study import STUDY_FORMS
from zhixing.web.pages.records.forms import PeopleField, PersonField, RecordForm, chosen, lines
from zhixing.web.pages.records.forms import day as calendar_day
from zhixing.web.pages.records.forms import text as short


class HalvesField(forms.CharField):
    """0.5 的倍数; cleaned to half-days."""

    def clean(self, value: Any) -> int:
        typed = super().clean(value)
        try:
            return parse_days(typed)
        except ValueError as wrong:
            raise forms.ValidationError(f"请填写{wrong}。") from None


class StudyPlanForm(RecordForm):
    """年度学习计划的一项."""

    year = forms.IntegerField(label="年度", min_value=2018, max_value=2100)
    month = forms.IntegerField(label="月份", min_value=1, max_value=12)
    topic = short("专题", 200)
    form = chosen("形式", STUDY_FORMS)
    speaker = PersonField("中心发言人", required=False)
    wider = short("扩大范围", 200, "例如：扩大到中层干部。", required=False)


class SessionForm(RecordForm):
    """安排一场集中学习."""

    day = calendar_day("日期")
    halves = HalvesField(label="折合天数", max_length=6, help_text="半天填0.5，一天填1。")
    place = short("地点", 80)
    topic = short("专题", 200)
    form = chosen("形式", STUDY_FORMS)
    host = PersonField("主持人")
    host_basis = short(
        "委托主持的说明", 200, "书记主持的不填；受委托的写明书记何时、因何委托。", required=False
    )
    speaker = PersonField("中心发言人")
    wider = PeopleField("扩大参加的人", required=False)
    expert = short("辅导专家", 80, required=False)
    materials = short("学习材料", 300, required=False)


class AttendedForm(RecordForm):
    """登记到会: everybody on the list to begin with."""

    present = forms.ModelMultipleChoiceField(
        label="到会的人", queryset=Person.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, session: StudySession, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = Person.objects.filter(pk__in=session.seats.values("person")).order_by("number")
        field = self.fields["present"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = people
        field.initial = people.exclude(pk__in=session.seats.filter(state="请假").values("person"))


class SeatField(forms.ModelChoiceField[StudySeat]):
    def label_from_instance(self, obj: StudySeat) -> str:
        return f"{obj.person.number} {obj.person.name}"


class ExcuseForm(RecordForm):
    """批准请假: whose leave the secretary has agreed to."""

    seat = SeatField(label="请假人", queryset=StudySeat.objects.none(), empty_label="请选择")
    reason = short("请假原因", 200)

    def __init__(self, *args: Any, session: StudySession, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["seat"]
        assert isinstance(field, SeatField)
        field.queryset = session.seats.exclude(state="请假").select_related("person")


class CancelForm(RecordForm):
    """取消学习."""

    reason = lines("取消原因", 300, "会告知已经收到通知的人。")


class SelfStudyForm(RecordForm):
    """自学登记."""

    person = PersonField("姓名")
    year = forms.IntegerField(label="年度", min_value=2018, max_value=2100)
    text = short("学习内容", 300)
    hours = forms.IntegerField(label="学时", min_value=0, max_value=2000)
    finished = forms.BooleanField(label="网络学堂年度任务已完成", required=False)
