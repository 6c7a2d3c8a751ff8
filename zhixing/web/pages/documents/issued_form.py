"""发文稿纸 as a page's form: every field may be empty while typing; the workflow judges."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from zhixing.organ.models import Person, Section
from zhixing.organ.policy import Viewer, visible
from zhixing.organ.who import service_on
from zhixing.regulations.documents.models import IssuedDocument, ReceivedDocument
from zhixing.regulations.documents.models.issued import (
    DISCLOSURES,
    FORMS,
    NAME_CHOICES,
    TYPE_CHOICES,
    URGENCIES,
)
from zhixing.regulations.documents.workflow.issued_request import KEPT, IssuedRequest, typed_in
from zhixing.web.pages.records.forms import UNSAID, SectionField

FILES = ("basis_one", "basis_two", "basis_three")
MOST_COPIES = 999
# 事实 of a finding -> the field it belongs to
FIELDS = {
    "标题": "title", "正文": "body", "公开属性": "disclosure", "拟稿科室": "section", "文种": "type", "主送": "main_to",
    "主送、抄送": "main_to", "不予公开的理由": "closed_for", "印数": "copies", "格式": "form", "依据文件": "basis_one", "签发人": "name",
}  # fmt: skip


class IssuedForm(forms.Form):
    """`request_of` is what the workflow judges."""

    name = forms.ChoiceField(label="名义", choices=NAME_CHOICES, initial="局", required=False)
    form = forms.ChoiceField(label="格式", choices=FORMS, initial="文件", required=False)
    type = forms.ChoiceField(label="文种", choices=[UNSAID, *TYPE_CHOICES], required=False)
    urgency = forms.ChoiceField(label="紧急程度", choices=URGENCIES, initial="平件", required=False)
    title = forms.CharField(label="标题", max_length=300, required=False)
    main_to = forms.CharField(
        label="主送", max_length=500, required=False, help_text="几个单位用顿号隔开；请示只主送一个机关。"
    )
    copied_to = forms.CharField(label="抄送", max_length=500, required=False)
    body = forms.CharField(
        label="正文", max_length=60_000, required=False, widget=forms.Textarea(attrs={"rows": 14}),
        help_text="一段一行。“一、”“（一）”开头的，印成标题的字体。",
    )  # fmt: skip
    annexes = forms.CharField(
        label="附件说明", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="一个附件一行。",
    )  # fmt: skip
    copies = forms.IntegerField(label="印数", min_value=0, max_value=MOST_COPIES, initial=1, required=False)
    disclosure = forms.ChoiceField(label="公开属性", choices=[UNSAID, *DISCLOSURES], required=False)
    closed_for = forms.CharField(label="不予公开的理由", max_length=300, required=False)
    section = SectionField("拟稿科室", required=False)
    touched: forms.ModelMultipleChoiceField[Any] = forms.ModelMultipleChoiceField(
        label="内容涉及的科室", queryset=Section.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple, help_text="由其他局领导分管的，送这些局领导会签。",
    )  # fmt: skip
    answers: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        label="答复的来文",
        queryset=ReceivedDocument.objects.none(),
        required=False,
        empty_label="不是答复来文",
    )
    basis_one = forms.FileField(label="依据文件", required=False, widget=forms.FileInput)
    basis_two = forms.FileField(label="依据文件二", required=False, widget=forms.FileInput)
    basis_three = forms.FileField(label="依据文件三", required=False, widget=forms.FileInput)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        sections = Section.objects.on(viewer.day).filter(organ=viewer.organ).order_by("order")
        fields["section"].queryset = sections
        fields["touched"].queryset = sections.exclude(kind="局领导")
        fields["touched"].label_from_instance = lambda one: one.name
        open_letters = visible(viewer, ReceivedDocument).exclude(state__in=("已退文", "已归档", "已办结"))
        fields["answers"].queryset = open_letters
        fields["answers"].label_from_instance = lambda one: f"{one.shown}　{one.title}"

    def request_of(self) -> IssuedRequest:
        typed = {
            name: value
            for name, value in self.cleaned_data.items()
            if name in KEPT and value not in ("", None)
        }
        return IssuedRequest(**typed, touched=tuple(self.cleaned_data.get("touched") or ()))


def begun(draft: IssuedDocument | None, person: Person, day: date) -> dict[str, Any]:
    """What the form begins with: the draft, or the drafter's own section."""
    if draft is None:
        service = service_on(person, day)
        return {"section": service.section_id if service else None}
    typed = typed_in(draft)
    values: dict[str, Any] = {name: getattr(typed, name) for name in KEPT}
    values |= {name: values[name].pk for name in ("section", "answers") if values[name]}
    return {**values, "touched": [one.pk for one in typed.touched]}
