"""登记推荐结果: the counters' sheet as totals, class by class; no ballot, no voter, no order (04-2a, B4-08)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.law.refusal import Refusal
from zhixing.organ.models import Organ, Person, Service
from zhixing.regulations.appointments.models import CLASSES
from zhixing.regulations.appointments.workflow.ballots import Ballots, Votes
from zhixing.regulations.appointments.workflow.recommend import record
from zhixing.regulations.appointments.workflow.statute import LAW
from zhixing.regulations.appointments.workflow.validity import MEETING, TALKS, standing
from zhixing.regulations.attendance.forms import DATE
from zhixing.web.pages.answering import REFUSED, attempt, unreadable
from zhixing.web.pages.appointments.cases import rows_of
from zhixing.web.pages.attendance.mend_forms import PersonField
from zhixing.web.requests import DeskRequest, acting, looking

ROWS = 8
KINDS = {"meeting": MEETING, "talks": TALKS}
COLUMNS = {"due": "应参加", "present": "实参加", "handed_out": "发出", "returned": "收回", "valid": "有效"}
OF_TALKS = ("due", "present", "valid")


class CountForm(forms.Form):
    """One row a class, one row a person; what is left empty is not counted."""

    held_on = forms.DateField(label="推荐日期", widget=DATE)
    scope = forms.CharField(
        label="参加范围", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="按了解情况、工作关联、有代表性来定，写明哪些人参加。",
    )  # fmt: skip
    counted_by = forms.CharField(label="计票人", max_length=60)
    watched_by = forms.CharField(label="监票人", max_length=60, required=False)
    order_basis = forms.CharField(
        label="先谈话的依据",
        max_length=200,
        required=False,
        help_text="谈话放在会议前面的，写明上级依据；照常先会议的不填。",
    )

    def __init__(self, *args: Any, kind: str, organ: Organ, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.columns = kind, OF_TALKS if kind == TALKS else tuple(COLUMNS)
        if kind == MEETING:
            self.fields["watched_by"].required = True
            del self.fields["order_basis"]
        else:
            del self.fields["watched_by"]
        serving = Service.objects.on(day).filter(organ=organ)
        people = Person.objects.filter(pk__in=serving.values("person")).order_by("number")
        for place, (word, _) in enumerate(CLASSES):
            for name in self.columns:
                self.fields[f"c{place}_{name}"] = _number(f"{word}{COLUMNS[name]}")
        for row in range(ROWS):
            person = PersonField(f"被推荐人{row + 1}", required=False)
            person.queryset = people
            self.fields[f"r{row}_person"] = person
            for place, (word, _) in enumerate(CLASSES):
                self.fields[f"r{row}_c{place}"] = _number(f"被推荐人{row + 1}{word}得票")

    @property
    def heads(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name[0] not in "cr" or name == "counted_by"]

    @property
    def class_rows(self) -> list[tuple[str, list[tuple[str, forms.BoundField]]]]:
        return [
            (label, [(COLUMNS[name], self[f"c{place}_{name}"]) for name in self.columns])
            for place, (_, label) in enumerate(CLASSES)
        ]

    @property
    def person_rows(self) -> list[tuple[forms.BoundField, list[tuple[str, forms.BoundField]]]]:
        return [
            (
                self[f"r{row}_person"],
                [(label, self[f"r{row}_c{place}"]) for place, (_, label) in enumerate(CLASSES)],
            )
            for row in range(ROWS)
        ]

    @property
    def column_heads(self) -> list[str]:
        return [COLUMNS[name] for name in self.columns]

    def ballots(self) -> list[Ballots]:
        found = []
        for place, (word, _) in enumerate(CLASSES):
            said = {name: self.cleaned_data.get(f"c{place}_{name}") for name in COLUMNS}
            if all(number is None for number in said.values()):
                continue
            present = said["present"] or 0
            if self.kind == TALKS:
                said |= {"handed_out": present, "returned": present}
            found.append(Ballots(word, **{name: number or 0 for name, number in said.items()}))
        return found

    def votes(self) -> list[Votes]:
        said = self.cleaned_data
        return [
            Votes(said[f"r{row}_person"], word, said[f"r{row}_c{place}"])
            for row in range(ROWS)
            if said.get(f"r{row}_person")
            for place, (word, _) in enumerate(CLASSES)
            if said.get(f"r{row}_c{place}") is not None
        ]

    def totals(self) -> dict[str, Any]:
        heads = ("held_on", "scope", "counted_by", "watched_by", "order_basis")
        typed = {name: self.cleaned_data.get(name) or "" for name in heads}
        return {
            **typed,
            "held_on": self.cleaned_data["held_on"],
            "ballots": self.ballots(),
            "votes": self.votes(),
        }


def _number(label: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=999, required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "aria-label": label}),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def appointment_ballots(request: DeskRequest, number: int, which: str) -> HttpResponse:
    viewer, case = looking(request), get_object_or_404(rows_of(request), pk=number)
    kind = KINDS.get(which)
    if kind is None:
        raise Http404
    form = CountForm(request.POST or None, kind=kind, organ=viewer.organ, day=viewer.day)
    refusal: Refusal | None = None
    if request.method == "POST":
        if form.is_valid():
            who: dict[str, Any] = {"actor": acting(request), "at": request.at}
            refusal = attempt(
                request,
                f"{kind}结果已登记。",
                lambda key: record(case=case, kind=kind, **form.totals(), **who, key=key),
            )
        else:
            refusal = unreadable(form, "推荐结果没有登记。")
        if refusal is None:
            return redirect("web:appointment", case.pk)
    book = LAW.edition(viewer.day)
    context = {
        "case": case, "kind": kind, "form": form, "refusal": refusal, "done": standing(case).get(kind),
        "clauses": [book.clauses[one] for one in ("04-2a", "04-2b")],
    }  # fmt: skip
    return render(request, "web/appointments/ballots.html", context, status=REFUSED if refusal else 200)
