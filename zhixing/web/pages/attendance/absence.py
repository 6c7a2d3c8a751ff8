"""旷工认定: asked, told, heard, proposed, decided by the chief with reasons; never by itself (02-1.2b, 02-3.2)."""

from collections.abc import Mapping

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.law.refusal import Refusal
from zhixing.organ.policy import visible
from zhixing.organ.who import service_on
from zhixing.regulations.attendance.models import AbsenceCase
from zhixing.regulations.attendance.models.absence import ABSENCE_STATES, OPEN_STATES
from zhixing.regulations.attendance.workflow.absence import notify, propose, state
from zhixing.regulations.attendance.workflow.absence_decide import OUTCOMES, decide_case, release
from zhixing.regulations.attendance.workflow.absence_says import says_with
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.attendance.register_forms import SlotsForm, WordsForm, without_pay
from zhixing.web.pages.attendance.register_sheets import ABSENCES, register_xlsx, wanted
from zhixing.web.pages.pressed import Button, press, written
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, acting, looking

STATES = tuple(word for word, _ in ABSENCE_STATES)
NOTIFY, STATE, PROPOSE, RELEASE = "通知本人", "陈述申辩", "提请认定", "转出"
FOUND, NOT_FOUND = OUTCOMES
RELEASABLE = frozenset({"待核实", "已通知", "已陈述", "待认定", "已认定"})
AMOUNTS = ("年终奖", "扣年终奖")  # only the person and finance know the pay


@require_safe
def absences(request: DeskRequest) -> HttpResponseBase:
    asked = {name: request.GET.get(name, "").strip()[:60] for name in ("q", "state")}
    rows = cases(request)
    if wanted(request):
        return register_xlsx(request, ABSENCES, narrowed(rows, asked))
    context = {
        **page_of(request, narrowed(rows, asked)),
        "asked": asked,
        "states": STATES,
        "office": "办公室" in request.roles,
        "chief": "局长" in request.roles,
        "undecided": rows.filter(state="待认定").count(),
        "to_answer": rows.filter(state="已通知", person=acting(request)).count(),
    }
    return render(request, "web/attendance/absences.html", context)


def cases(request: DeskRequest) -> QuerySet[AbsenceCase]:
    rows = visible(looking(request), AbsenceCase).select_related("person", "opened_by", "decided_by", "organ")
    return rows.prefetch_related("halves")


def narrowed(rows: QuerySet[AbsenceCase], asked: Mapping[str, str]) -> QuerySet[AbsenceCase]:
    if asked["state"] in STATES:
        rows = rows.filter(state=asked["state"])
    if asked["q"]:
        rows = rows.filter(person__name__contains=asked["q"]) | rows.filter(number__contains=asked["q"])
    return rows.order_by("-opened_at", "-pk")


@require_http_methods(["GET", "HEAD", "POST"])
def absence(request: DeskRequest, number: int) -> HttpResponse:
    case = get_object_or_404(cases(request), pk=number)
    buttons = buttons_of(request, case)
    if request.method != "POST":
        return page(request, case, buttons)
    refusal = press(request, buttons)
    return page(request, case, buttons, refusal) if refusal else redirect("web:absence", case.pk)


def buttons_of(request: DeskRequest, case: AbsenceCase) -> dict[str, Button]:
    def text(word: str, prefix: str, name: str, label: str, most: int, hint: str) -> WordsForm:
        form = written(request, word, WordsForm, prefix, name=name, label=label, most=most, hint=hint)
        assert isinstance(form, WordsForm)
        return form

    of = {"case": case}
    standing = [(half.day, half.half) for half in case.halves.all() if half.released_at is None]
    releasing = written(
        request, RELEASE, SlotsForm, "release", known=standing, name="reason", label="转出原因", most=500,
        hint="补办了请假、外出手续，或者备注已经核实的，写明是哪一件。",
    )  # fmt: skip
    told = text(NOTIFY, "notice", "notice", "通知内容", 1000, "写明问的是哪几天，请本人在期限内说明情况。")
    spoken = text(STATE, "state", "text", "陈述申辩", 2000, "写当时的情况；有手续、证明的一并说明。")
    proposed = text(PROPOSE, "propose", "opinion", "办公室意见", 1000, "写明核实的情况和建议。")
    reasons = "写明认定或者不认定的理由。"
    return {
        NOTIFY: Button("已通知本人。", told, notify, of),
        STATE: Button("陈述申辩已记录。", spoken, state, of),
        PROPOSE: Button("已提请局长认定。", proposed, propose, of),
        FOUND: Button(
            "已认定为旷工。", text(FOUND, "decide", "decision", "认定意见", 1000, reasons), decide_case,
            {**of, "outcome": FOUND},
        ),
        NOT_FOUND: Button(
            "已决定不认定为旷工。", text(NOT_FOUND, "decide", "decision", "认定意见", 1000, reasons),
            decide_case, {**of, "outcome": NOT_FOUND},
        ),
        RELEASE: Button("已转出。", releasing, release, of),
    }  # fmt: skip


def page(
    request: DeskRequest, case: AbsenceCase, buttons: Mapping[str, Button], refusal: Refusal | None = None
) -> HttpResponse:
    case = get_object_or_404(cases(request), pk=case.pk)
    pressed, own = request.POST.get("act", ""), case.person_id == acting(request).pk
    context = {
        "case": case,
        "service": service_on(case.person, looking(request).day),
        "says": says_with(case) if case.state in OPEN_STATES else None,
        "halves": list(case.halves.all()),
        "acts": [(word, buttons[word].form) for word in offered(request, case)],
        "deciding": buttons[NOT_FOUND if pressed == NOT_FOUND else FOUND].form,
        "may_decide": "局长" in request.roles and case.state == "待认定" and not own,
        "releasing": buttons[RELEASE].form if "办公室" in request.roles and releasable(case) else None,
        "ruling": case.ruling if own or "财务" in request.roles else without_pay(case.ruling, AMOUNTS),
        "refusal": refusal,
    }
    return render(request, "web/attendance/absence.html", context, status=REFUSED if refusal else 200)


def offered(request: DeskRequest, case: AbsenceCase) -> list[str]:
    """What this person may do now; the act itself looks again."""
    office, own = "办公室" in request.roles, case.person_id == acting(request).pk
    may = {
        NOTIFY: office and case.state == "待核实",
        STATE: own and case.state in {"已通知", "已陈述", "待认定"},
        PROPOSE: office and case.state in {"已通知", "已陈述"},
    }
    return [word for word, holds in may.items() if holds]


def releasable(case: AbsenceCase) -> bool:
    return case.state in RELEASABLE and any(half.released_at is None for half in case.halves.all())
