"""What is typed at the buttons of an issued document."""

from __future__ import annotations

from typing import Any

from django import forms

from zhixing.office.issued_sealing import seals
from zhixing.organ.models import Organ
from zhixing.regulations.documents.models import Distribution, IssuedDocument
from zhixing.web.pages.records.forms import RecordForm, lines
from zhixing.web.pages.records.forms import day as calendar_day
from zhixing.web.pages.records.forms import text as short


class SeriesForm(RecordForm):
    """编号."""

    series = short("机关代字", 20, "一个代字一年一套号，由办公室统一编。")

    def __init__(self, *args: Any, organ: Organ, **kwargs: Any) -> None:
        super().__init__(*args, organ=organ, **kwargs)
        self.fields["series"].initial = organ.code_word


class CorrectForm(RecordForm):
    """复核时修改."""

    title = short("标题", 300)
    main_to = short("主送", 500, required=False)
    copied_to = short("抄送", 500, required=False)
    body = forms.CharField(label="正文", max_length=60_000, widget=forms.Textarea(attrs={"rows": 10}))
    annexes = lines("附件说明", 500, required=False)
    content = forms.BooleanField(
        label="改到了内容",
        required=False,
        help_text="改到内容的退回签发人重新签发；改了数字的，一律算改到内容。",
    )
    reason = short("修改说明", 200)

    def __init__(self, *args: Any, document: IssuedDocument, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("title", "main_to", "copied_to", "body", "annexes"):
            self.fields[name].initial = getattr(document, name)


class SealForm(RecordForm):
    """用印."""

    seal = forms.TypedChoiceField(label="印章", coerce=int, choices=())

    def __init__(self, *args: Any, organ: Organ, **kwargs: Any) -> None:
        super().__init__(*args, organ=organ, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["seal"].choices = [(one.key, f"{one.name}（{one.keeper.name}保管）") for one in seals(organ)]


class DistributionField(forms.ModelChoiceField[Distribution]):
    def label_from_instance(self, obj: Distribution) -> str:
        return obj.recipient


class ReceiptForm(RecordForm):
    """登记签收."""

    distribution = DistributionField(
        label="收件单位", queryset=Distribution.objects.none(), empty_label="请选择"
    )
    received_by = short("签收人", 60)
    received_on = calendar_day("签收日期")

    def __init__(self, *args: Any, document: IssuedDocument, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["distribution"].queryset = document.distributions.filter(received_on=None)
        fields["received_on"].initial = self.on_day


class VoidForm(RecordForm):
    """作废文号."""

    reason = short("作废原因", 300)
