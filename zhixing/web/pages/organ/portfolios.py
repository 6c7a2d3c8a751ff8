"""分工：which leader is in charge of which section; every approval goes by it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.organ.models import Portfolio, Section
from zhixing.organ.policy import visible
from zhixing.web.pages.organ.as_of import day_asked
from zhixing.web.requests import DeskRequest, looking

LED_BY_THE_CHIEF = "局领导"  # the leaders themselves are in nobody's portfolio


@require_safe
def portfolios(request: DeskRequest) -> HttpResponse:
    viewer, day = looking(request), day_asked(request)
    every: Any = visible(viewer, Portfolio)
    now = every.on(day).select_related("leader", "section").order_by("leader__number", "section__order")
    standing: Any = visible(viewer, Section)
    without = standing.on(day).exclude(kind=LED_BY_THE_CHIEF).exclude(pk__in=now.values("section"))
    ended = every.filter(until__lt=day).select_related("leader", "section").order_by("-until")
    context = {"portfolios": now, "without": without, "ended": ended, "day": day, "today": viewer.day}
    return render(request, "web/organ/portfolios.html", context)
