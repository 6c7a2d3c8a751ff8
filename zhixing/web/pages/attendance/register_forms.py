"""What is typed about discipline, talks, hearings and spot checks (02-1.2b, 02-3.1, 02-3.2, 02-3.3)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms

from zhixing.organ.models import Holding, Organ, Person, Service
from zhixing.organ.roles import ROLES_OF_POSTS
from zhixing.regulations.attendance.forms import DATE, MOMENT
from zhixing.regulations.attendance.models.discipline import RECORD_KINDS
from zhixing.regulations.attendance.models.signin import CHECK_KINDS
from zhixing.regulations.attendance.workflow.span import Slot
from zhixing.web.pages.attendance.mend_forms import PersonField

UNSAID = ("", "请选择")
LEADING = [post for post, roles in ROLES_OF_POSTS.items() if "局领导" in roles]


def lines(label: str, most: int, hint: str = "") -> forms.CharField:
    """A text of some lines."""
    return forms.CharField(
        label=label, max_length=most, help_text=hint, widget=forms.Textarea(attrs={"rows": 3})
    )


class OfStaff(forms.Form):
    """A form about somebody who serves today."""

    person = PersonField("姓名")

    def __init__(self, *args: Any, organ: Organ, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["person"]
        assert isinstance(chosen, PersonField)
        serving = Service.objects.on(day).filter(organ=organ)
        chosen.queryset = Person.objects.filter(pk__in=serving.values("person")).order_by("number")


class RecordForm(OfStaff):
    """违纪登记."""

    kind = forms.ChoiceField(label="情形", choices=[UNSAID, *RECORD_KINDS])
    day = forms.DateField(label="日期", widget=DATE)
    source = forms.CharField(
        label="来源", max_length=200, help_text="写通报、告诫书的文号，或者哪次检查、谁反映的。"
    )
    text = lines("事实", 1000)


class CheckForm(OfStaff):
    """抽查登记."""

    kind = forms.ChoiceField(label="情形", choices=[UNSAID, *CHECK_KINDS])
    found_at = forms.DateTimeField(label="发现时间", widget=MOMENT)
    text = lines("经过", 500, "写谁去查的、看到什么。")


class AssignForm(forms.Form):
    """安排谈话人: the chief himself or a leader."""

    talker = PersonField("谈话人")

    def __init__(self, *args: Any, organ: Organ, day: date, about: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["talker"]
        assert isinstance(chosen, PersonField)
        leading = Holding.objects.on(day).filter(organ=organ, post__in=LEADING)
        leaders = Person.objects.filter(pk__in=leading.values("person"))
        chosen.queryset = leaders.exclude(pk=about.pk).order_by("number")


class TalkForm(forms.Form):
    """诫勉谈话记录."""

    held_at = forms.DateTimeField(label="谈话时间", widget=MOMENT)
    content = lines("谈话内容", 2000)
    stance = lines("本人表态", 1000)


class WordsForm(forms.Form):
    """One text under the name the act gives it; whether it may be empty is for the act to say."""

    def __init__(self, *args: Any, name: str, label: str, most: int, hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[name] = lines(label, most, hint)
        self.fields[name].required = False


def word_of(slot: Slot) -> str:
    """2026-11-12 上午."""
    return f"{slot[0]} {slot[1]}"


def slot_of(word: str) -> Slot:
    day, _, half = word.partition(" ")
    return date.fromisoformat(day), half


class SlotsForm(WordsForm):
    """Half days to be chosen, with a text."""

    slots = forms.TypedMultipleChoiceField(
        label="半天", required=False, widget=forms.CheckboxSelectMultiple, coerce=slot_of
    )

    def __init__(self, *args: Any, known: Iterable[Slot], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["slots"]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        field.choices = [(word_of(slot), word_of(slot)) for slot in known]


def without_pay(ruling: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """A ruling as those may read it who must not know the pay (domain 4.10): without the named amounts."""
    if not ruling:
        return {}
    kept = {part: {k: v for k, v in ruling[part].items() if k not in names} for part in ("facts", "outcome")}
    others = [other for other in ruling.get("others", ()) if other["failed"]["column"] not in names]
    return {**ruling, **kept, "others": others}
