"""合规审计: what the program found, what was entered, what people concluded (01-12)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from zhixing.journal.write import Receipt
from zhixing.office.papers.columns import Kind
from zhixing.regulations.governance.models import Accountability, Bypass
from zhixing.regulations.governance.models.choices import BYPASS_KINDS, BYPASS_STATES
from zhixing.regulations.governance.workflow.bypass import (
    OUTCOMES,
    enter_case,
    is_auditor,
    judge,
    take_up,
    unaudited,
)
from zhixing.regulations.governance.workflow.staff import hold_to_account
from zhixing.web.pages.answering import REFUSED, attempt
from zhixing.web.pages.governance.register_forms import AccountabilityForm
from zhixing.web.pages.pressed import Button, written
from zhixing.web.pages.records import Book, Entry, Shown
from zhixing.web.pages.records.forms import PersonField, RecordForm, chosen, day, lines, text
from zhixing.web.requests import DeskRequest, acting, looking

JUDGE, CALL = "作出核查结论", "登记问责"


class BypassForm(RecordForm):
    kind = chosen("违反情形", BYPASS_KINDS)
    facts = lines("事实", 2000)
    happened = day("发生日期")
    clause = text("应当遵守的条款", 20, "如 01-7。", required=False)
    person = PersonField("责任人", required=False)


class JudgeForm(RecordForm):
    outcome = chosen("结论", [(word, word) for word in OUTCOMES])
    text = lines("核查意见", 2000)
    person = PersonField("责任人", required=False, hint="认定应当追责的，要写明是谁。")


def entered(*, happened: date, **typed: Any) -> Receipt:
    return enter_case(day=happened, **typed)


def buttons_of(request: DeskRequest, bypass: Bypass) -> dict[str, Button]:
    """核查 first; where somebody is to answer for it, the record of accountability is opened from here (01-19)."""
    if not may_audit(request):
        return {}
    viewer = looking(request)
    given: dict[str, Any] = {"organ": viewer.organ, "day": viewer.day}
    if bypass.state == "待核查":
        form = written(request, JUDGE, JudgeForm, "judge", **given, initial={"person": bypass.person_id})
        return {JUDGE: Button("核查结论已登记。", form, judge, {"bypass": bypass})}
    if bypass.state == "应当追责" and not _answered_for(bypass):
        initial = {"person": bypass.person_id, "day": viewer.day, "facts": bypass.facts}
        form = written(request, CALL, AccountabilityForm, "call", **given, initial=initial)
        return {CALL: Button("问责已登记。", form, hold_to_account, {"bypass": bypass})}
    return {}


def _answered_for(bypass: Bypass) -> bool:
    return Accountability.objects.filter(bypass=bypass, voided_at=None).exists()


def may_audit(request: DeskRequest) -> bool:
    return is_auditor(acting(request), looking(request).day)


def found_cases(request: DeskRequest) -> Mapping[str, Any]:
    viewer = looking(request)
    return {"cases": unaudited(viewer.organ, viewer.day) if may_audit(request) else []}


@require_POST
def bypass_take(request: DeskRequest) -> HttpResponseBase:
    """立项 of one of the cases that the program found."""
    source, person = request.POST.get("source", ""), acting(request)

    refusal = attempt(
        request, "已立项，请核查。", lambda key: take_up(source=source, actor=person, at=request.at, key=key)
    )
    return refused_at(request, refusal) if refusal else redirect("web:bypasses")


def refused_at(request: DeskRequest, refusal: object) -> HttpResponse:
    context = {"book": BYPASSES, **BYPASSES.addresses, "refusal": refusal}
    return render(request, "web/governance/refused.html", context, status=REFUSED)


BYPASSES = Book(
    name="bypasses",
    title="合规审计",
    model=Bypass,
    columns=(
        Shown("编号", lambda one: one.number),
        Shown("违反情形", lambda one: one.kind),
        Shown("事实", lambda one: one.facts, width=40),
        Shown("发生日期", lambda one: one.day, Kind.DATE),
        Shown("应当遵守的条款", lambda one: one.clause, listed=False),
        Shown("责任主体", lambda one: one.bearer),
        Shown("责任人", lambda one: one.person.name if one.person else ""),
        Shown("核查意见", lambda one: one.finding, listed=False),
        Shown("核查人", lambda one: one.decided_by.name if one.decided_by else "", listed=False),
        Shown("登记人", lambda one: one.entered_by.name, listed=False),
        Shown("状态", lambda one: one.state, state=True),
    ),
    clause="01-12",
    hint="该上会没有上会的，程序找得到的列在上面；别的由您登记。",
    entry=Entry("登记线索", BypassForm, entered, "线索已登记，请核查。", may_audit),
    related=("person", "decided_by", "entered_by"),
    search=("number", "facts"),
    search_label="编号、事实",
    states=("state", tuple(word for word, _ in BYPASS_STATES)),
    who_sees="局长、党组书记和纪检组长可以看",
    icon="shield-exclamation",
    buttons=buttons_of,
    above=found_cases,
    list_template="web/governance/bypasses.html",
)
