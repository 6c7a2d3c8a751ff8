"""诫勉谈话: the chief says who talks, the talker writes down what was said (02-3.1, G-73)."""

from collections.abc import Mapping

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.law.refusal import Refusal
from zhixing.organ.local_time import local
from zhixing.organ.policy import visible
from zhixing.organ.who import holders, service_on
from zhixing.regulations.attendance.models import Talk
from zhixing.regulations.attendance.models.discipline import TALK_STATES
from zhixing.regulations.attendance.workflow.talks import assign, hold
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.attendance.register_forms import AssignForm, TalkForm, without_pay
from zhixing.web.pages.attendance.register_sheets import TALKS, register_xlsx, wanted
from zhixing.web.pages.pressed import Button, press, written
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, acting, looking

STATES = tuple(state for state, _ in TALK_STATES)
ASSIGN, HOLD = "安排谈话", "记录谈话"
OPEN = ("待安排", "待谈话")
AMOUNTS = ("当月津补贴", "扣款")  # proposed in the settlement, not here


@require_safe
def talks(request: DeskRequest) -> HttpResponseBase:
    asked = {name: request.GET.get(name, "").strip()[:60] for name in ("q", "state")}
    rows = rows_of(request)
    if wanted(request):
        return register_xlsx(request, TALKS, narrowed(rows, asked))
    context = {
        **page_of(request, narrowed(rows, asked)),
        "asked": asked,
        "states": STATES,
        "me": acting(request),
        "waiting": rows.filter(state="待安排").count(),
        "mine": rows.filter(state="待谈话", talker=acting(request)).count(),
        "chief": "局长" in request.roles,
    }
    return render(request, "web/attendance/talks.html", context)


def rows_of(request: DeskRequest) -> QuerySet[Talk]:
    return visible(looking(request), Talk).select_related("person", "talker", "assigned_by")


def narrowed(rows: QuerySet[Talk], asked: Mapping[str, str]) -> QuerySet[Talk]:
    if asked["state"] in STATES:
        rows = rows.filter(state=asked["state"])
    if asked["q"]:
        rows = rows.filter(person__name__contains=asked["q"])
    return rows.order_by("-year", "-month", "-pk")


@require_http_methods(["GET", "HEAD", "POST"])
def talk(request: DeskRequest, number: int) -> HttpResponse:
    row = get_object_or_404(rows_of(request), pk=number)
    buttons = buttons_of(request, row)
    if request.method != "POST":
        return page(request, row, buttons)
    refusal = press(request, buttons)
    return page(request, row, buttons, refusal) if refusal else redirect("web:talk", row.pk)


def buttons_of(request: DeskRequest, row: Talk) -> dict[str, Button]:
    viewer = looking(request)
    assigning = written(
        request, ASSIGN, AssignForm, "assign", organ=viewer.organ, day=viewer.day, about=row.person,
        initial={"talker": row.talker_id or usual_talker(request, row)},
    )  # fmt: skip
    holding = written(request, HOLD, TalkForm, "hold", initial={"held_at": local(request.at)})
    return {
        ASSIGN: Button("已安排谈话人。", assigning, assign, {"talk": row}),
        HOLD: Button("谈话已记录。", holding, hold, {"talk": row}),
    }


def usual_talker(request: DeskRequest, row: Talk) -> int | None:
    """With ordinary staff the leader in charge talks, with heads of section the chief (G-73)."""
    viewer = looking(request)
    service = service_on(row.person, viewer.day)
    post = "分管局长" if service and service.rank == "一般人员" else "局长"
    found = holders(viewer.organ, post, about=row.person, day=viewer.day)
    return found[0].pk if found else None


def page(
    request: DeskRequest, row: Talk, buttons: Mapping[str, Button], refusal: Refusal | None = None
) -> HttpResponse:
    row.refresh_from_db()
    context = {
        "talk": row,
        "service": service_on(row.person, looking(request).day),
        "assigning": buttons[ASSIGN].form,
        "holding": buttons[HOLD].form,
        "may_assign": "局长" in request.roles and row.state in OPEN,
        "may_hold": row.talker_id == acting(request).pk and row.state == "待谈话",
        "ruling": without_pay(row.ruling, AMOUNTS),
        "refusal": refusal,
    }
    return render(request, "web/attendance/talk.html", context, status=REFUSED if refusal else 200)
