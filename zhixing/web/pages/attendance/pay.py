"""工资基数: entered by finance from a day on, seen by finance only; the person sees what was deducted (02-1.2d, 4.10)."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.law.refusal import Refusal
from zhixing.law.values import parse_money, show_money
from zhixing.organ.models import Organ, Person
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.forms import DATE
from zhixing.regulations.attendance.models import PayBase
from zhixing.regulations.attendance.workflow.pay import set_pay
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.attendance.mend_forms import PersonField
from zhixing.web.pages.attendance.scope import staff_of
from zhixing.web.pages.pressed import Button, press, written
from zhixing.web.requests import DeskRequest, looking

ENTER = "录入工资基数"


class MoneyField(forms.CharField):
    """Yuan as written, kept in fen."""

    def __init__(self, label: str) -> None:
        super().__init__(label=label, max_length=16, help_text="元，如 5230.00。")

    def clean(self, value: Any) -> int | None:
        text = str(super().clean(value))
        try:
            return parse_money(text) if text else None
        except ValueError as expected:
            raise forms.ValidationError(f"应为{expected}。") from None


class PayForm(forms.Form):
    person = PersonField("谁的")
    base = MoneyField("月基本工资")
    allowance = MoneyField("月津补贴")
    bonus = MoneyField("年终奖")
    since = forms.DateField(label="从哪天起", widget=DATE)
    basis = forms.CharField(label="依据", max_length=200, help_text="如工资审批表的文号。")

    def __init__(self, *args: Any, organ: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["person"]
        assert isinstance(chosen, PersonField)
        chosen.queryset = Person.objects.filter(organ=organ).order_by("number")


@require_http_methods(["GET", "HEAD", "POST"])
def pay(request: DeskRequest) -> HttpResponse:
    form = written(request, ENTER, PayForm, "pay", organ=looking(request).organ, initial=request.GET.dict())
    if request.method != "POST":
        return page(request, form)
    said = "工资基数已录入，以前的一段到前一天为止。"
    refusal = press(request, {ENTER: Button(said, form, set_pay, {})})
    return page(request, form, refusal) if refusal else redirect("web:pay")


def page(request: DeskRequest, form: forms.Form, refusal: Refusal | None = None) -> HttpResponse:
    viewer = looking(request)
    standing = {row.person_id: row for row in visible(viewer, PayBase).filter(until=None)}
    rows = [
        (person, section, amounts(standing.get(person.pk)), standing.get(person.pk))
        for person, section in staff_of(viewer, viewer.day)
    ]
    context = {
        "rows": rows,
        "missing": [person.name for person, _, _, row in rows if row is None],
        "form": form,
        "refusal": refusal,
    }
    return render(request, "web/attendance/pay.html", context, status=REFUSED if refusal else 200)


def amounts(row: PayBase | None) -> tuple[str, ...]:
    return tuple(map(show_money, (row.base, row.allowance, row.bonus))) if row else ("—", "—", "—")
