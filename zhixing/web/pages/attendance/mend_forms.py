"""What the office types to put a sign-in right (02-1.1a, 02-3.1)."""

from typing import Any

from django import forms

from zhixing.organ.models import Organ, Person
from zhixing.regulations.attendance.forms import MOMENT


class MakeUpForm(forms.Form):
    """漏签补登: whose, when, on whose word."""

    person: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label="补登谁的签到", queryset=Person.objects.none(), empty_label="请选择"
    )
    signed_at = forms.DateTimeField(label="到岗时间", widget=MOMENT)
    witness: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label="证明人", queryset=Person.objects.none(), empty_label="请选择"
    )
    reason = forms.CharField(label="补登原因", max_length=200)

    def __init__(self, *args: Any, organ: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("person", "witness"):
            chosen = self.fields[name]
            assert isinstance(chosen, forms.ModelChoiceField)
            chosen.queryset = Person.objects.filter(organ=organ).order_by("number")
            chosen.label_from_instance = named  # type: ignore[method-assign]


def named(person: Person) -> str:
    """E025 贺兰亭."""
    return f"{person.number} {person.name}"
