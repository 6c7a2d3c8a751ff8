"""What the office types to give, correct, carry over and strike days (02-1.4, 02-1.5c)."""

from typing import Any

from django import forms

from zhixing.law.values import parse_days, show_days
from zhixing.organ.models import Person
from zhixing.regulations.attendance.forms import DATE
from zhixing.regulations.attendance.models import BalanceMove
from zhixing.regulations.attendance.models.choices import ACCOUNTS


class DaysField(forms.Field):
    """Days as written, kept as half-days; "-1" takes a day."""

    widget = forms.TextInput

    def __init__(self, label: str, *, help_text: str = "0.5 的倍数，如 0.5、2、2.5。") -> None:
        super().__init__(label=label, help_text=help_text)

    def to_python(self, value: Any) -> int | None:
        text = str(value or "").strip().replace("－", "-")
        if not text:
            return None
        try:
            return -parse_days(text[1:]) if text.startswith("-") else parse_days(text)
        except ValueError as expected:
            raise forms.ValidationError(f"应为{expected}。") from None


class BucketField(forms.ModelChoiceField[BalanceMove]):
    def label_from_instance(self, obj: BalanceMove) -> str:
        until = f"，到{obj.expires}" if obj.expires else ""
        return f"{obj.account} {obj.why} {show_days(obj.halves)}天（{obj.day}起{until}）"


class GrantForm(forms.Form):
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)


class OpenForm(forms.Form):
    """期初: what a person brings."""

    account = forms.ChoiceField(label="账户", choices=ACCOUNTS)
    halves = DaysField("天数")
    day = forms.DateField(label="起", widget=DATE)
    expires = forms.DateField(label="有效期到", widget=DATE)
    note = forms.CharField(label="说明", max_length=200)


class CarryForm(forms.Form):
    year = forms.IntegerField(label="由哪个年度", min_value=2000, max_value=2100)
    halves = DaysField("结转天数")
    reason = forms.CharField(label="结转理由", max_length=200)


class StrikeForm(forms.Form):
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    reason = forms.CharField(label="取消理由", max_length=200)


class CorrectForm(forms.Form):
    bucket = BucketField(label="更正哪一笔", queryset=BalanceMove.objects.none(), empty_label="请选择")
    halves = DaysField("增减天数", help_text="增加写 1，减少写 -1；0.5 的倍数。")
    reason = forms.CharField(label="更正理由", max_length=200)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["bucket"]
        assert isinstance(chosen, BucketField)
        own = BalanceMove.objects.filter(organ_id=person.organ_id, person=person, bucket=None)
        chosen.queryset = own.order_by("-day", "-pk")
