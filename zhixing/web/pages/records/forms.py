"""Fields that the forms of registers share: somebody of the staff, a section, a day, some lines of text."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from zhixing.organ.models import Organ, Person, Section, Service

DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
UNSAID = ("", "请选择")


class PersonField(forms.ModelChoiceField[Person]):
    """Somebody who serves on the day."""

    def __init__(self, label: str, *, required: bool = True, hint: str = "") -> None:
        nobody = Person.objects.none()
        super().__init__(
            label=label, queryset=nobody, required=required, empty_label="请选择", help_text=hint
        )

    def label_from_instance(self, obj: Person) -> str:
        return f"{obj.number} {obj.name}"


class PeopleField(forms.ModelMultipleChoiceField[Person]):
    """Some of those who serve on the day."""

    def __init__(self, label: str, *, required: bool = True, hint: str = "按住 Ctrl 可以选多人。") -> None:
        super().__init__(
            label=label, queryset=Person.objects.none(), required=required, help_text=hint,
            widget=forms.SelectMultiple(attrs={"size": 8}),
        )  # fmt: skip

    def label_from_instance(self, obj: Person) -> str:
        return f"{obj.number} {obj.name}"


class SectionField(forms.ModelChoiceField[Section]):
    """A section or subordinate unit of the day."""

    def __init__(self, label: str, *, required: bool = True) -> None:
        super().__init__(
            label=label, queryset=Section.objects.none(), required=required, empty_label="请选择"
        )

    def label_from_instance(self, obj: Section) -> str:
        return obj.name


class RecordForm(forms.Form):
    """A form of one organ on one day: its choices are the people and sections of then."""

    def __init__(self, *args: Any, organ: Organ, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of_organ, self.on_day = organ, day
        for field in self.fields.values():
            if isinstance(field, PersonField | PeopleField):
                field.queryset = serving(organ, day)
            elif isinstance(field, SectionField):
                field.queryset = Section.objects.on(day).filter(organ=organ).order_by("order")


def serving(organ: Organ, day: date) -> QuerySet[Person]:
    people = Service.objects.on(day).filter(organ=organ).values("person")
    return Person.objects.filter(organ=organ, pk__in=people).order_by("number")


def chosen(label: str, choices: Any, hint: str = "") -> forms.ChoiceField:
    """One of a closed list."""
    return forms.ChoiceField(label=label, choices=[UNSAID, *choices], help_text=hint)


def text(label: str, most: int, hint: str = "", *, required: bool = True) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, help_text=hint, required=required)


def lines(label: str, most: int, hint: str = "", *, required: bool = True) -> forms.CharField:
    """A text of some lines."""
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=most, help_text=hint, widget=area, required=required)


def day(label: str, hint: str = "", *, required: bool = True) -> forms.DateField:
    return forms.DateField(label=label, widget=DATE, help_text=hint, required=required)
