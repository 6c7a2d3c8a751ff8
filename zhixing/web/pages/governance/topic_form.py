"""议题申报单 as a page's form: the choices of its meeting, what it begins with, where a finding belongs on it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from zhixing.law.values import show_money
from zhixing.office.meetings.models import Resolution
from zhixing.organ.models import Person, Section
from zhixing.organ.policy import Viewer, visible
from zhixing.regulations.governance.facts import CATEGORIES, FUNDS, PARTY
from zhixing.regulations.governance.models import MajorMatter, Topic
from zhixing.regulations.governance.models.choices import PERSONNEL_KINDS
from zhixing.regulations.governance.workflow.answering_for import sections_of
from zhixing.regulations.governance.workflow.topic_request import NAMES, TopicRequest, typed_in
from zhixing.web.pages.attendance.pay import MoneyField
from zhixing.web.pages.records.forms import UNSAID, PersonField, serving

FILES = ("paper_one", "paper_two", "paper_three")
OF_PARTY = (*CATEGORIES[:5], FUNDS)
OF_CHIEFS = CATEGORIES[5:]
# 事实 of a finding -> the field it belongs to
FIELDS = {
    "申报科室": "section", "申报人": "section", "类别": "category", "会议": "category", "议题名称": "title",
    "建议意见": "proposal", "汇报人": "reporter", "金额": "amount", "人事事项": "personnel",
    "干部任免": "personnel", "重大事项档案": "major", "重大事项": "major", "征求意见": "major",
    "专家论证": "major", "风险评估": "major", "修改原决定": "revises",
}  # fmt: skip


def categories_of(meeting: str) -> tuple[str, ...]:
    """What may come before the meeting; sums of any size are sorted by their amount (G-17)."""
    return OF_PARTY if meeting == PARTY else OF_CHIEFS


class TopicForm(forms.Form):
    """Every field may be empty while typing; `request_of` is what the workflow judges."""

    section: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        label="申报科室", queryset=None, required=False, empty_label="请选择"
    )
    category = forms.ChoiceField(label="类别", required=False)
    title = forms.CharField(label="议题名称", max_length=120, required=False)
    proposal = forms.CharField(
        label="建议意见", max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 6}),
        help_text="写明建议会议作出什么决定：同意什么，由谁办，什么时候办完。",
    )  # fmt: skip
    reporter = PersonField("汇报人", required=False)
    basis = forms.CharField(
        label="依据文件", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    sit_in = forms.CharField(label="建议列席", max_length=200, required=False)
    personnel = forms.ChoiceField(
        label="人事事项",
        choices=[UNSAID, *PERSONNEL_KINDS],
        required=False,
        help_text="干部任免奖惩的议题要选。",
    )
    amount = MoneyField("金额（元）")
    is_major = forms.BooleanField(label="属于重大事项", required=False)
    major: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        label="重大事项档案", queryset=None, required=False, empty_label="不是重大事项"
    )
    revises: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        label="修改原来的决定", queryset=None, required=False, empty_label="不修改原来的决定"
    )
    paper_one = forms.FileField(label="附件一", required=False, widget=forms.FileInput)
    paper_two = forms.FileField(label="附件二", required=False, widget=forms.FileInput)
    paper_three = forms.FileField(label="附件三", required=False, widget=forms.FileInput)

    def __init__(self, *args: Any, meeting: str, viewer: Viewer, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        fields: dict[str, Any] = self.fields
        fields["amount"].required = False
        fields["section"].queryset = _sections(person, viewer.day)
        fields["category"].choices = [UNSAID, *((one, one) for one in categories_of(meeting))]
        fields["reporter"].queryset = serving(viewer.organ, viewer.day)
        open_majors = visible(viewer, MajorMatter).filter(meeting=meeting).exclude(state="已终止")
        fields["major"].queryset = open_majors
        fields["major"].label_from_instance = lambda one: f"{one.number}　{one.title}（{one.state}）"
        own = visible(viewer, Resolution).filter(item__meeting__kind=meeting)
        fields["revises"].queryset = own
        fields["revises"].label_from_instance = lambda one: f"{one.number}　{one.item.title}"

    def request_of(self) -> TopicRequest:
        typed = {name: value for name, value in self.cleaned_data.items() if name not in FILES}
        said = {name: value for name, value in typed.items() if value not in ("", None)}
        return TopicRequest(meeting=self.meeting, **said)


def begun(draft: Topic | None, person: Person, day: date) -> dict[str, Any]:
    """What the form begins with: the draft, or the proposer's own section."""
    if draft is None:
        own = sections_of(person, day)
        return {"section": own[0].pk if len(own) == 1 else None, "reporter": person.pk}
    typed = typed_in(draft)
    values = {name: getattr(typed, name) for name in NAMES}
    values |= {name: values[name].pk for name in ("section", "reporter", "major", "revises") if values[name]}
    values["amount"] = show_money(typed.amount) if typed.amount is not None else ""
    return values


def _sections(person: Person, day: date) -> Any:
    return Section.objects.filter(pk__in=[one.pk for one in sections_of(person, day)]).order_by("order")
