"""The forms of the registers of seals: entry, designation, stamping, return, incidents, reports, books."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from zhixing.organ.models import Organ
from zhixing.regulations.seals.facts import EVENTS
from zhixing.regulations.seals.models import Seal
from zhixing.regulations.seals.models.choices import SEAL_KINDS, pairs
from zhixing.web.pages.records.forms import UNSAID, PersonField, RecordForm, SectionField, chosen, lines, text
from zhixing.web.pages.records.forms import day as on_day
from zhixing.web.pages.seals.forms import SealField


class OfSeals(RecordForm):
    """A form that may name a seal."""

    def __init__(self, *args: Any, organ: Organ, day: date, **kwargs: Any) -> None:
        super().__init__(*args, organ=organ, day=day, **kwargs)
        for field in self.fields.values():
            if isinstance(field, SealField):
                field.queryset = Seal.objects.filter(organ=organ).select_related("kept")


class SealForm(RecordForm):
    name = text("名称", 100)
    kind = chosen("种类", SEAL_KINDS)
    material = text("材质", 40)
    maker = text("制发机关", 100)
    in_use_since = on_day("启用日期")
    keeper = PersonField("保管人", hint="财务印鉴要由不同的人保管。")
    section = SectionField("所属科室、单位（局的印章不填）", required=False)
    impression = forms.FileField(label="印模图片", required=False, widget=forms.FileInput)


class DesignateForm(RecordForm):
    keeper = PersonField("新的保管人")
    reason = lines("原因", 300)


class ReasonForm(RecordForm):
    reason = lines("原因", 300)


class VoidForm(RecordForm):
    reason = lines("作废原因", 300, "序号不收回，已盖的份数不退回；要重新盖印的，另行申请。")


class RemarkForm(RecordForm):
    remark = text("当面清点的情况", 300)


class DestroyForm(RecordForm):
    day = on_day("销毁日期")
    place = text("地点、方式", 120)
    first_witness = PersonField("在场人一")
    second_witness = PersonField("在场人二")


class StampForm(RecordForm):
    copies = forms.IntegerField(label="盖印份数", min_value=1, max_value=10_000)
    stamped_by = PersonField("盖印人")
    keeper_present = forms.BooleanField(label="保管人在场监印", required=False)
    material_fits = forms.BooleanField(label="材料就是批准的那一份", required=False)
    purpose_clear = forms.BooleanField(label="内容和用途清楚", required=False)
    papers_complete = forms.BooleanField(label="手续齐全", required=False)
    presented = forms.FileField(
        label="拿来盖印的电子文件", required=False, widget=forms.FileInput,
        help_text="选上以后，系统同批准的那一份逐字核对。",
    )  # fmt: skip


def only_for_the_matter() -> forms.TypedChoiceField:
    """Asked outright: a box left empty by haste is no confession."""
    yes_no = [UNSAID, ("是", "是"), ("否", "否")]
    return forms.TypedChoiceField(
        label="只用于申请的这件事", choices=yes_no, coerce=lambda said: said == "是"
    )


class BackForm(RecordForm):
    counted = forms.IntegerField(label="盖印份数", min_value=0, max_value=10_000)
    report = lines("用在哪里", 500)
    only_for_it = only_for_the_matter()


class VerifyForm(RecordForm):
    counted = forms.IntegerField(label="盖印份数", min_value=0, max_value=10_000)
    only_for_it = only_for_the_matter()
    remark = lines("验印情况", 300, "没有只用于申请的事的，写明盖了什么，系统登记违规。")


class IncidentForm(OfSeals):
    seal = SealField()
    kind = chosen("情形", pairs(EVENTS))
    day = on_day("日期")
    text = lines("经过", 2000)
    responsible = PersonField("责任人", required=False)
    hand_in_by = on_day("最迟上交", "机构更名、更换新章的，写明哪天以前送制发机关。", required=False)


class CloseForm(RecordForm):
    outcome = lines("处理结果", 500)
    responsible = PersonField("责任人", required=False)


class CoercionForm(OfSeals):
    seal = SealField()
    about = PersonField("强行要求的人")
    day = on_day("日期")
    text = lines("经过", 2000, "只有局长、纪检组长和您自己看得到；写到的人看不到。")


class AnswerForm(RecordForm):
    text = lines("处理情况", 500)


class BookForm(OfSeals):
    seal = SealField()
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2999)
