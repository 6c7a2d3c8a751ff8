"""One shift of the roster: confirmed, missed, called off or exchanged by the office (02-1.5a)."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.models import Person
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.forms import colleagues_of
from zhixing.regulations.attendance.models import DutyShift
from zhixing.regulations.attendance.workflow.comp import comp_expiry, duty_credit
from zhixing.regulations.attendance.workflow.roster import call_off, confirm_duty, mark_missed
from zhixing.regulations.attendance.workflow.roster_swap import exchange_shifts, hand_over_shift
from zhixing.regulations.attendance.workflow.statute import own_of
from zhixing.web.pages.answering import REFUSED, attempt
from zhixing.web.pages.attendance.mend_forms import PersonField
from zhixing.web.requests import DeskRequest, acting, looking

PLANNED = "已排班"


class ShiftField(forms.ModelChoiceField[DutyShift]):
    def label_from_instance(self, obj: DutyShift) -> str:
        return f"{obj.day} {obj.shift} {obj.person.name}"


class ChangeForm(forms.Form):
    """The reason of every change, and with whom to exchange."""

    why = forms.CharField(label="理由", max_length=150, required=False)
    to = PersonField("改由谁值班", required=False)
    other = ShiftField(
        label="和哪一班对换", queryset=DutyShift.objects.none(), required=False, empty_label="请选择"
    )

    def __init__(self, *args: Any, shift: DutyShift, request: DeskRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to, other = self.fields["to"], self.fields["other"]
        assert isinstance(to, PersonField)
        assert isinstance(other, ShiftField)
        to.queryset = colleagues_of(shift.person).order_by("number")
        planned = visible(looking(request), DutyShift).filter(status=PLANNED, day__gte=looking(request).day)
        other.queryset = planned.exclude(person=shift.person).select_related("person").order_by("day")


Act = Callable[[DutyShift, dict[str, Any], dict[str, Any]], Receipt]


def exchange(shift: DutyShift, typed: dict[str, Any], who: dict[str, Any]) -> Receipt:
    return exchange_shifts(one=shift, other=chosen(typed, "other", "对换的班次"), why=typed["why"], **who)


def hand_over(shift: DutyShift, typed: dict[str, Any], who: dict[str, Any]) -> Receipt:
    return hand_over_shift(shift=shift, to=chosen(typed, "to", "替班的人"), why=typed["why"], **who)


def chosen(typed: dict[str, Any], name: str, fact: str) -> Any:
    if typed[name] is None:
        raise Refusal("不能换班。", [Finding(fact, "没有选择", f"选一个{fact}", "请选择后再办理。")])
    return typed[name]


ACTS: Mapping[str, Act] = {
    "确认值班": lambda shift, _, who: confirm_duty(shift=shift, **who),
    "登记未到岗": lambda shift, typed, who: mark_missed(shift=shift, why=typed["why"], **who),
    "取消排班": lambda shift, typed, who: call_off(shift=shift, why=typed["why"], **who),
    "换人": hand_over,
    "对换": exchange,
}


@require_http_methods(["GET", "HEAD", "POST"])
def duty(request: DeskRequest, number: int) -> HttpResponse:
    rows = visible(looking(request), DutyShift).select_related("person", "entered_by", "confirmed_by")
    shift = get_object_or_404(rows, pk=number)
    if request.method != "POST":
        return page(request, shift, ChangeForm(shift=shift, request=request))
    form = ChangeForm(request.POST, shift=shift, request=request)
    refusal = acted(request, shift, form, acting(request))
    return page(request, shift, form, refusal) if refusal else redirect("web:duty", shift.pk)


def acted(request: DeskRequest, shift: DutyShift, form: ChangeForm, actor: Person) -> Refusal | None:
    act = request.POST.get("act", "")
    if act not in ACTS or not form.is_valid():
        found = Finding("办理", act or "没有选择", "、".join(ACTS), "请按页面上的按钮办理。")
        return Refusal("没有办理。", [found])
    said = f"{shift.person.name}{shift.day}{shift.shift}：{act}已办好。"
    return attempt(
        request, said,
        lambda key: ACTS[act](shift, form.cleaned_data, {"actor": actor, "at": request.at, "key": key}),
    )  # fmt: skip


def page(
    request: DeskRequest, shift: DutyShift, form: ChangeForm, refusal: Refusal | None = None
) -> HttpResponse:
    shift.refresh_from_db()
    context = {
        "shift": shift,
        "form": form,
        "waiting": shift.status == PLANNED,
        "over": shift.day <= looking(request).day,
        "credit": duty_credit(shift.shift, shift.nature, shift.day, own_of(shift.organ_id)),
        "expires": comp_expiry(shift.day, own_of(shift.organ_id)),
        "refusal": refusal,
    }
    return render(request, "web/attendance/duty.html", context, status=REFUSED if refusal else 200)
