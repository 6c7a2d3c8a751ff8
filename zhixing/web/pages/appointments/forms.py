"""What is typed about appointments; whether it may be done is for the workflow to say (04-1 to 04-7)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from zhixing.organ.models import Organ, Person, Section, Service
from zhixing.regulations.appointments.models import POSTS
from zhixing.regulations.appointments.models.appointment import REPLIES
from zhixing.regulations.appointments.models.inspection import RELATIONS
from zhixing.regulations.appointments.workflow.parties import group_members
from zhixing.regulations.attendance.forms import DATE
from zhixing.web.pages.attendance.mend_forms import PersonField
from zhixing.web.pages.attendance.register_forms import UNSAID, lines


class OfOrgan(forms.Form):
    """Every person to be chosen serves in the organ today."""

    def __init__(self, *args: Any, organ: Organ, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        serving = Service.objects.on(day).filter(organ=organ)
        people = Person.objects.filter(pk__in=serving.values("person")).order_by("number")
        for field in self.fields.values():
            if isinstance(field, (PersonField, forms.ModelMultipleChoiceField)):
                field.queryset = people


class ProposeForm(forms.Form):
    section = forms.ModelChoiceField(label="科室", queryset=Section.objects.none(), empty_label="请选择")
    post = forms.ChoiceField(label="岗位", choices=[UNSAID, *POSTS])
    title = forms.CharField(label="拟任职务", max_length=60, help_text="写全称，如“经济运行科副科长”。")
    qualifications = lines("资格条件", 2000)
    pool = forms.CharField(label="人选范围", max_length=500)
    reason = lines("动议理由", 2000, "写工作需要和股级干部队伍的情况。")

    def __init__(self, *args: Any, organ: Organ, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["section"]
        assert isinstance(chosen, forms.ModelChoiceField)
        standing: Any = Section.objects
        chosen.queryset = standing.on(day).filter(organ=organ).exclude(kind="局领导").order_by("order", "pk")


class ConsultForm(OfOrgan):
    person = PersonField("酝酿对象")
    day = forms.DateField(label="酝酿日期", widget=DATE)
    opinion = lines("意见", 1000)


class PlanForm(forms.Form):
    text = lines("工作方案", 4000, "写明职位、条件、范围、步骤和时间安排。")
    file = forms.FileField(label="方案附件", required=False)

    def clean(self) -> dict[str, Any]:
        """The file itself is taken in apart, checked and stored."""
        return {name: said for name, said in self.cleaned_data.items() if name != "file"}


class ContactForm(forms.Form):
    day = forms.DateField(label="沟通日期", widget=DATE)
    whom = forms.CharField(label="沟通对象", max_length=100, help_text="如“区委组织部干部科”。")
    content = lines("沟通情况", 1000)


class HeadcountForm(forms.Form):
    document = forms.CharField(label="核准文号或者依据", max_length=100)
    day = forms.DateField(label="核准日期", widget=DATE)
    approved = forms.IntegerField(
        label="核定职数", min_value=0, max_value=99, help_text="区委组织部核准这个科室这个岗位一共几名。"
    )


class ChooseForm(OfOrgan):
    candidate = PersonField("考察对象人选")
    proposal = lines("具体意见", 2000, "写明提出这名人选的理由，提交党组会议研究。")


class ProposalForm(forms.Form):
    proposal = lines("具体意见", 2000, "写明提请党组会议研究的意见。")


class TeamForm(OfOrgan):
    people = forms.ModelMultipleChoiceField(
        label="考察组成员", queryset=Person.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    leader = PersonField("组长")


class InspectionForm(forms.Form):
    first = forms.DateField(label="考察开始", widget=DATE)
    last = forms.DateField(label="考察结束", widget=DATE)
    talked = forms.IntegerField(label="谈话人数", min_value=0, max_value=999)
    findings = lines("考察情况", 4000, "写德、能、勤、绩、廉的表现。")
    shortcomings = lines("主要缺点和不足", 1000)
    archive = forms.CharField(
        label="档案审核情况", max_length=300, help_text="写年龄、工龄、党龄、学历、身份的审核结果。"
    )
    integrity = forms.CharField(label="廉洁情况意见", max_length=300, help_text="写哪个部门出具的意见。")
    material = forms.FileField(label="考察材料", required=False)

    def clean(self) -> dict[str, Any]:
        """The file itself is taken in apart, checked and stored."""
        return {name: said for name, said in self.cleaned_data.items() if name != "material"}


class RestrictionForm(OfOrgan):
    penalty = forms.CharField(label="处分", max_length=60, required=False, help_text="没有处分的不填。")
    penalty_until = forms.DateField(label="处分影响期满日", widget=DATE, required=False)
    relative = PersonField("在本科室任领导的亲属", required=False)
    explanation = forms.CharField(
        label="说明", max_length=500, required=False, help_text="有应当回避的亲属的，写明怎样调整。"
    )
    source = forms.CharField(label="核查来源", max_length=200, help_text="写哪个部门、哪份回复。")


class TieForm(forms.Form):
    person = PersonField("党组成员")
    relation = forms.ChoiceField(label="跟考察对象的关系", choices=[UNSAID, *RELATIONS])

    def __init__(self, *args: Any, organ: Organ, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["person"]
        assert isinstance(chosen, PersonField)
        members = [one.pk for one in group_members(organ, day)]
        chosen.queryset = Person.objects.filter(pk__in=members).order_by("number")


class SendForm(forms.Form):
    sent_on = forms.DateField(label="报送日期", widget=DATE)
    document = forms.CharField(label="报送文号", max_length=100)


class ReplyForm(forms.Form):
    reply = forms.ChoiceField(label="审核意见", choices=[UNSAID, *REPLIES])
    replied_on = forms.DateField(label="回复日期", widget=DATE)
    document = forms.CharField(label="回复文号", max_length=100)
    text = forms.CharField(
        label="意见内容", max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="不同意或者要求改动的，写明原因。",
    )  # fmt: skip


class AppointForm(OfOrgan):
    document = forms.CharField(label="任职文号", max_length=100)
    effective_on = forms.DateField(
        label="任职日期", widget=DATE, help_text="从这一天起，人员的科室、职务按新的算。"
    )
    talked_on = forms.DateField(label="任职谈话日期", widget=DATE)
    talked_by = PersonField("谈话人")
