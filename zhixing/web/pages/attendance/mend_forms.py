"""What the office types to put a sign-in right (02-1.1a, 02-3.1)."""

from typing import Any

from django import forms

from zhixing.organ.models import Organ, Person
from zhixing.regulations.attendance.forms import MOMENT


class PersonField(forms.ModelChoiceField[Person]):
    """Everybody of the organ, by number."""

    def __init__(self, label: str, *, required: bool = True) -> None:
        nobody = Person.objects.none()
        super().__init__(label=label, queryset=nobody, required=required, empty_label="请选择")

    def label_from_instance(self, obj: Person) -> str:
        return f"{obj.number} {obj.name}"


class MakeUpForm(forms.Form):
    """漏签补登: whose, when, on whose word."""

    person = PersonField("补登谁的签到")
    signed_at = forms.DateTimeField(label="到岗时间", widget=MOMENT)
    witness = PersonField("证明人")
    reason = forms.CharField(label="补登原因", max_length=200)

    def __init__(self, *args: Any, organ: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("person", "witness"):
            chosen = self.fields[name]
            assert isinstance(chosen, PersonField)
            chosen.queryset = Person.objects.filter(organ=organ).order_by("number")
