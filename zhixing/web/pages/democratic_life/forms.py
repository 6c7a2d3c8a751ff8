"""What is typed about democratic life; whether it may be done is for the workflow to say (13-1 to 13-7)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet

from zhixing.organ.models import Organ, Person, Service
from zhixing.regulations.attendance.forms import DATE, MOMENT
from zhixing.regulations.democratic_life.facts import GROUNDS, NO_GROUND
from zhixing.regulations.democratic_life.models import (
    CONTENTS,
    GROUPS,
    LEVELS,
    MATERIALS,
    SORTS,
    SOURCES,
    AbsentStatement,
    Content,
    LifeMeeting,
    Measure,
)
from zhixing.web.pages.attendance.mend_forms import PersonField
from zhixing.web.pages.attendance.register_forms import UNSAID, lines

GROUND_NAMES = [(one, "没有下列情形" if one == NO_GROUND else one) for one in reversed(GROUNDS)]


class ContentField(forms.ModelChoiceField[Content]):
    def label_from_instance(self, obj: Content) -> str:
        return obj.get_item_display()


class StatementField(forms.ModelChoiceField[AbsentStatement]):
    """Whose it is; what it says is for members alone."""

    def label_from_instance(self, obj: AbsentStatement) -> str:
        return obj.person.name


def people_of(people: Iterable[Person]) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=[one.pk for one in people]).order_by("number")


class FileForm(forms.Form):
    """The file itself is taken in apart, checked and stored."""

    def clean(self) -> dict[str, Any]:
        return {name: said for name, said in self.cleaned_data.items() if name != "file"}


class MembersForm(forms.Form):
    """Every person to be chosen is one of `people`."""

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, PersonField):
                field.queryset = people_of(people)


class LifePlanForm(forms.Form):
    sort = forms.ChoiceField(label="类别", choices=[UNSAID, *SORTS])
    ground = forms.ChoiceField(
        label="专门召开的情形", choices=GROUND_NAMES, help_text="出了这些情形，应当专门召开一次。"
    )
    theme = forms.CharField(label="主题", max_length=200, help_text="照上级党组织的要求写。")
    day = forms.DateField(label="开会日期", widget=DATE, help_text="至少留出一周，先报告上级党组织。")
    contents = forms.MultipleChoiceField(
        label="内容",
        choices=CONTENTS,
        widget=forms.CheckboxSelectMultiple,
        initial=[n for n, _ in CONTENTS[:7]],
    )


class MoveForm(forms.Form):
    day = forms.DateField(label="改到", widget=DATE)
    reason = forms.CharField(label="改期原因", max_length=300)
    consent = forms.CharField(label="上级同意的文号或者依据", max_length=100, required=False)
    consented_on = forms.DateField(label="上级同意日期", widget=DATE, required=False)


class CallForm(forms.Form):
    starts_at = forms.DateTimeField(label="开会时间", widget=MOMENT)
    place = forms.CharField(label="地点", max_length=80)


class SentForm(FileForm):
    whom = forms.CharField(label="上级党组织", max_length=60, help_text="如“区委组织部”。")
    document = forms.CharField(label="文号", max_length=60)
    day = forms.DateField(label="报告日期", widget=DATE)
    file = forms.FileField(label="报告", required=False)


class PairForm(MembersForm):
    one = PersonField("一方")
    other = PersonField("另一方")
    day = forms.DateField(label="谈心日期", widget=DATE)


class HeardForm(forms.Form):
    group = forms.ChoiceField(label="哪一方面", choices=[UNSAID, *GROUPS])
    source = forms.CharField(label="提出单位或者人员", max_length=60)
    text = lines("意见", 2000)
    day = forms.DateField(label="日期", widget=DATE)


class UnsignedForm(forms.Form):
    group = forms.ChoiceField(label="哪一方面", choices=[UNSAID, *GROUPS])
    text = lines("意见", 2000, "只记哪一方面、日期和意见，请不要在意见里写出提意见的人。")


class SummaryForm(forms.Form):
    sections = lines("本局各科室的意见", 2000, "没有意见的，写“征求过，没有意见”。")
    units = lines("相关单位的意见", 2000)
    public = lines("党内外群众的意见", 2000)
    retirees = lines("退休干部职工的意见", 2000)


class MaterialForm(FileForm):
    kind = forms.ChoiceField(label="材料", choices=[UNSAID, *MATERIALS])
    text = forms.CharField(
        label="内容", max_length=8000, required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    file = forms.FileField(label="附件", required=False)


class CoveredForm(forms.Form):
    content = ContentField(label="内容", queryset=Content.objects.none(), empty_label="请选择")
    covered = forms.TypedChoiceField(
        label="会上", choices=[("是", "谈到"), ("否", "没有谈到")], coerce=lambda said: said == "是"
    )
    remark = forms.CharField(label="说明", max_length=300, required=False, help_text="没有谈到的，写明原因。")

    def __init__(self, *args: Any, case: LifeMeeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["content"]
        assert isinstance(chosen, ContentField)
        chosen.queryset = Content.objects.filter(case=case)


class InformForm(forms.Form):
    statement = StatementField(
        label="缺席成员", queryset=AbsentStatement.objects.none(), empty_label="请选择"
    )
    day = forms.DateField(label="通报日期", widget=DATE)

    def __init__(self, *args: Any, case: LifeMeeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["statement"]
        assert isinstance(chosen, StatementField)
        chosen.queryset = AbsentStatement.objects.filter(case=case, informed_on=None).select_related("person")


class ProblemForm(forms.Form):
    text = forms.CharField(
        label="问题",
        max_length=500,
        help_text="写具体，不写是谁提的。",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    source = forms.ChoiceField(label="来源", choices=[UNSAID, *SOURCES])
    level = forms.ChoiceField(label="程度", choices=[UNSAID, *LEVELS])


class LifeOpinionForm(forms.Form):
    group = forms.ChoiceField(label="您代表哪一方面", choices=[UNSAID, *GROUPS])
    text = forms.CharField(label="意见", max_length=2000, widget=forms.Textarea(attrs={"rows": 6}))


class SaidForm(MembersForm):
    receiver = PersonField("对谁说")
    text = forms.CharField(label="内容", max_length=4000, widget=forms.Textarea(attrs={"rows": 6}))


class StatementForm(forms.Form):
    text = forms.CharField(label="书面发言", max_length=8000, widget=forms.Textarea(attrs={"rows": 8}))


class MeasureForm(forms.Form):
    text = forms.CharField(label="整改措施", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    person = PersonField("责任人")
    due = forms.DateField(label="完成时限", widget=DATE)

    def __init__(self, *args: Any, organ: Organ, day: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["person"]
        assert isinstance(chosen, PersonField)
        serving = Service.objects.on(day).filter(organ=organ)
        chosen.queryset = Person.objects.filter(pk__in=serving.values("person")).order_by("number")


class MeasureField(forms.ModelChoiceField[Measure]):
    def label_from_instance(self, obj: Measure) -> str:
        return f"{obj.text[:30]}（{obj.person.name}）"


class ProgressForm(forms.Form):
    measure = MeasureField(label="哪一项措施", queryset=Measure.objects.none(), empty_label="请选择")
    day = forms.DateField(label="日期", widget=DATE)
    text = forms.CharField(label="进展", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    done = forms.BooleanField(label="这一项已经完成", required=False)

    def __init__(self, *args: Any, measures: QuerySet[Measure], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["measure"]
        assert isinstance(chosen, MeasureField)
        chosen.queryset = measures.select_related("person")
