"""The forms of seals: every field may be empty while typing, the workflow says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from zhixing.files.models import StoredFile
from zhixing.organ.models import Organ, Person
from zhixing.regulations.seals.models import CarryOut, Custody, Seal, SealUse
from zhixing.regulations.seals.models.choices import AGREED, HOWS, SEAL_MATERIALS, SEAL_PURPOSES, pairs
from zhixing.regulations.seals.workflow import carry_request, custody, use_request
from zhixing.regulations.seals.workflow.carry_request import CarryRequest
from zhixing.regulations.seals.workflow.custody import CustodyRequest
from zhixing.regulations.seals.workflow.register import REGISTER
from zhixing.regulations.seals.workflow.use_request import UseRequest
from zhixing.web.pages.records.forms import DATE, MOMENT, UNSAID, PersonField, serving

PROMISE = "我承诺：印章只用于申请的这件事，当天归还，使用的后果由我负责。"
PARAGRAPH = forms.Textarea(attrs={"rows": 2})
# 事实 of a finding -> the field it belongs to
FIELDS = {
    "印章": "seal", "文件名称": "title", "事由类别": "purpose", "用印事由": "reason", "材料": "material",
    "用印份数": "copies", "页数": "pages", "送往单位": "recipient", "材料全文": "file", "同意的人": "agreed_by",
    "同意时间": "agreed_at", "同意方式": "agreed_how", "用印审批": "use", "逾期未还": "use", "外带事由": "reason",
    "目的地、使用单位": "destination", "带出日期": "out", "最迟归还": "due", "签字承诺": "undertaken",
    "代管人": "deputy", "财务印鉴": "deputy", "申请人": "seal", "起": "first", "止": "last", "原因": "reason",
}  # fmt: skip


class SealField(forms.ModelChoiceField[Seal]):
    def __init__(self, label: str = "印章", *, required: bool = True) -> None:
        super().__init__(label=label, queryset=Seal.objects.none(), required=required, empty_label="请选择")

    def label_from_instance(self, obj: Seal) -> str:
        state = "" if obj.kept.state == "在用" else f"（{obj.kept.state}）"
        return f"{obj.kept.name}{state}"


class Asking(forms.Form):
    """A form of one person on one day; findings are said at their fields as well."""

    def __init__(self, *args: Any, organ: Organ, person: Person, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        for field in fields.values():
            field.required = False
            if isinstance(field, PersonField):
                field.queryset = serving(organ, day)
            elif isinstance(field, SealField):
                field.queryset = self.seals(organ, person)

    def seals(self, organ: Organ, person: Person) -> Any:  # noqa: ARG002 -- a custody offers the own seals
        usable = Seal.objects.filter(organ=organ, kept__state__in=("在用", "借出"))
        return usable.select_related("kept")

    def said(self, *left_out: str) -> dict[str, Any]:
        typed = {name: value for name, value in self.cleaned_data.items() if name not in left_out}
        return {name: value for name, value in typed.items() if value not in ("", None)}


class UseForm(Asking):
    seal = SealField()
    title = forms.CharField(label="文件名称", max_length=120)
    purpose = forms.ChoiceField(
        label="事由类别", choices=[UNSAID, *SEAL_PURPOSES], help_text="清单以外的事选“其他”。"
    )
    reason = forms.CharField(label="用印事由", max_length=300, widget=PARAGRAPH)
    material = forms.ChoiceField(
        label="材料", choices=[UNSAID, *SEAL_MATERIALS], help_text="空白的纸、表、信函、证件，谁批都不盖。"
    )
    copies = forms.IntegerField(label="用印份数", min_value=1, max_value=10_000)
    pages = forms.IntegerField(label="页数", min_value=1, max_value=100_000)
    recipient = forms.CharField(label="送往单位", max_length=120)
    file = forms.FileField(
        label="材料全文", widget=forms.FileInput, help_text="批准的就是这一份；换过一个字，也要另外申请。"
    )

    def request_of(self, file: StoredFile | None) -> UseRequest:
        return UseRequest(file=file, **self.said("file"))


class UrgentForm(UseForm):
    agreed_by = PersonField("同意的人", hint="只能是该批的那一位局领导。")
    agreed_at = forms.DateTimeField(label="同意时间", widget=MOMENT)
    agreed_how = forms.ChoiceField(label="同意方式", choices=[UNSAID, *pairs(HOWS)])

    def request_of(self, file: StoredFile | None) -> UseRequest:
        return UseRequest(file=file, urgent=True, **self.said("file"))


class UseField(forms.ModelChoiceField[SealUse]):
    def label_from_instance(self, obj: SealUse) -> str:
        return f"{obj.number}　{obj.title}（{obj.seal}）"


class CarryForm(Asking):
    use = UseField(label="用印审批", queryset=SealUse.objects.none(), empty_label="请选择")
    reason = forms.CharField(label="外带事由", max_length=300, widget=PARAGRAPH)
    destination = forms.CharField(label="目的地、使用单位", max_length=120)
    companion = forms.CharField(label="同行人", max_length=60, help_text="建议两个人一起去。")
    out = forms.DateField(label="带出日期", widget=DATE)
    due = forms.DateField(label="最迟归还", widget=DATE, help_text="当天带出，当天归还。")
    undertaken = forms.BooleanField(label=PROMISE)

    def __init__(self, *args: Any, organ: Organ, person: Person, day: date, **kwargs: Any) -> None:
        super().__init__(*args, organ=organ, person=person, day=day, **kwargs)
        own = SealUse.objects.filter(organ=organ, person=person, status=AGREED)
        field = self.fields["use"]
        assert isinstance(field, UseField)
        field.queryset = own.select_related("seal__kept", "matter")

    def request_of(self) -> CarryRequest:
        return CarryRequest(**self.said())


class CustodyForm(Asking):
    seal = SealField()
    deputy = PersonField("代管人")
    first = forms.DateField(label="起", widget=DATE)
    last = forms.DateField(label="止", widget=DATE)
    reason = forms.CharField(label="原因", max_length=300, widget=PARAGRAPH)

    def seals(self, organ: Organ, person: Person) -> Any:
        return super().seals(organ, person).filter(kept__register=REGISTER, kept__holder=person)

    def request_of(self) -> CustodyRequest:
        return CustodyRequest(**self.said())


def begun_use(use: SealUse) -> dict[str, Any]:
    return _plain(use_request.typed_in(use), use_request.NAMES)


def begun_carry(carry: CarryOut) -> dict[str, Any]:
    return _plain(carry_request.typed_in(carry), carry_request.NAMES)


def begun_custody(one: Custody) -> dict[str, Any]:
    return _plain(custody.typed_in(one), custody.NAMES)


def _plain(typed: object, names: Iterable[str]) -> dict[str, Any]:
    values = {name: getattr(typed, name) for name in names}
    return {name: value.pk if hasattr(value, "pk") else value for name, value in values.items()}
