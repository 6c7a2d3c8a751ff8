"""What the office types about an opened month: an answer, a correction, the reason for one."""

from typing import Any

from django import forms

from zhixing.law.values import parse_days
from zhixing.regulations.attendance.models import Month, MonthLine
from zhixing.regulations.attendance.models.month import HEADINGS
from zhixing.regulations.attendance.workflow.month_count import COLUMNS

TIMES = frozenset({"late", "early"})  # counted in times, everything else in half-days


class LineField(forms.ModelChoiceField[MonthLine]):
    """A line of one month, by the person's number and name."""

    def label_from_instance(self, obj: MonthLine) -> str:
        return f"{obj.person.number} {obj.person.name}（{obj.state}）"


class OfMonth(forms.Form):
    """A form about one line of the month."""

    line = LineField(label="谁的", queryset=MonthLine.objects.none(), empty_label="请选择")

    def __init__(self, *args: Any, sheet: Month, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["line"]
        assert isinstance(chosen, LineField)
        lines = MonthLine.objects.filter(organ_id=sheet.organ_id, sheet=sheet).select_related(
            "person", "sheet"
        )
        chosen.queryset = lines.order_by("person__number")


class AnswerForm(OfMonth):
    text = forms.CharField(label="答复", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class CorrectForm(OfMonth):
    """One column of one line; days are typed as days, times as whole numbers."""

    column = forms.ChoiceField(
        label="栏目", choices=[("", "请选择"), *((name, HEADINGS[name]) for name in COLUMNS)]
    )
    after = forms.CharField(label="改为", max_length=8, help_text="天数按0.5的倍数写；迟到、早退写次数。")
    reason = forms.CharField(label="更正理由", max_length=500)

    def clean_after(self) -> int:
        text = str(self.cleaned_data["after"]).strip()
        times = self.cleaned_data.get("column") in TIMES
        try:
            return int(text) if times else parse_days(text)
        except ValueError:
            wanted = "次数，如 0、3" if times else "天数，0.5的倍数，如 0、2.5"
            raise forms.ValidationError(f"应为{wanted}。") from None


class FollowForm(forms.Form):
    reason = forms.CharField(label="更正理由", max_length=500)
