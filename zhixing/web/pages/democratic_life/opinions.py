"""提意见: every member of the staff, under his name or without it (13-5)."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.organ.policy import visible
from zhixing.regulations.democratic_life.models import LifeMeeting, LifeOpinion
from zhixing.regulations.democratic_life.workflow.entered import has_opened
from zhixing.regulations.democratic_life.workflow.opinions import give, give_unsigned
from zhixing.regulations.democratic_life.workflow.statute import LAW
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.democratic_life.desk import Desk
from zhixing.web.pages.democratic_life.forms import LifeOpinionForm
from zhixing.web.requests import DeskRequest, acting, looking

SIGNED, UNSIGNED = "署名提交", "不署名提交"


def open_cases(request: DeskRequest) -> list[LifeMeeting]:
    """Those that have not been held yet."""
    rows = visible(looking(request), LifeMeeting).filter(state="办理中").select_related("meeting")
    return [one for one in rows.order_by("day") if not has_opened(one)]


@require_http_methods(["GET", "HEAD", "POST"])
def life_opinions(request: DeskRequest) -> HttpResponse:
    cases, refusal, offers = open_cases(request), None, []
    if cases:
        asked = request.POST.get("case", "") or request.GET.get("case", "")
        rows = visible(looking(request), LifeMeeting)
        case = get_object_or_404(rows, pk=int(asked)) if asked.isdecimal() else cases[0]
        desk, given = Desk(request), {"case": case}
        offers = [
            desk.offer(SIGNED, "意见已提交，谢谢。", give, given, LifeOpinionForm),
            desk.offer(
                UNSIGNED, "意见已提交，没有记录您的姓名，谢谢。", give_unsigned, given, LifeOpinionForm
            ),
        ]
        if request.method == "POST":
            refusal = desk.pressed(offers)
            if refusal is None:
                return redirect("web:life_opinions")
    own = visible(looking(request), LifeOpinion).filter(person=acting(request)).select_related("case")
    shown = offers[1] if request.POST.get("act") == UNSIGNED else offers[0] if offers else None
    context = {
        "cases": cases,
        "case": case if cases else None,
        "form": shown.button.form if shown else None,
        "own": own.order_by("-day", "-pk"),
        "refusal": refusal,
        "clause": LAW.edition(looking(request).day).clauses["13-5"],
        "signed": SIGNED,
        "unsigned": UNSIGNED,
    }
    return render(request, "web/democratic_life/opinions.html", context, status=REFUSED if refusal else 200)
