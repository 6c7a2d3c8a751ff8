"""人员、科室：who works where, as what, as of any day; one person's whole story."""

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from zhixing.office.matters.acts.hand_over import waiting_for
from zhixing.organ.models import Delegation, Holding, Person, Portfolio, Section, Service
from zhixing.organ.policy import Viewer, visible
from zhixing.web.access import may_open
from zhixing.web.pages.organ.as_of import day_asked
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, looking

LONGEST = 40
OFFICE = frozenset({"办公室", "局长"})


@require_safe
def people(request: DeskRequest) -> HttpResponse:
    viewer, day = looking(request), day_asked(request)
    words, section = request.GET.get("q", "").strip()[:LONGEST], request.GET.get("section", "")
    serving = on_the_day(viewer, day)
    context = {
        **page_of(request, narrowed(serving, words, section)),
        "day": day,
        "today": viewer.day,
        "words": words,
        "section": section,
        "sections": sections_with_counts(viewer, day),
        "whole": serving.count(),
    }
    return render(request, "web/organ/people.html", context)


def on_the_day(viewer: Viewer, day: date) -> QuerySet[Service]:
    serving: Any = visible(viewer, Service)
    found: QuerySet[Service] = serving.on(day).select_related("person", "section")
    return found.order_by("section__order", "section__pk", "person__number")


def narrowed(serving: QuerySet[Service], words: str, section: str) -> QuerySet[Service]:
    if section.isdecimal():
        serving = serving.filter(section_id=int(section[:18]))
    if words:
        serving = serving.filter(
            Q(person__name__contains=words)
            | Q(person__number__iexact=words)
            | Q(person__pinyin__contains=words.lower())
            | Q(title__contains=words)
        )
    return serving


def sections_with_counts(viewer: Viewer, day: date) -> list[tuple[Section, int]]:
    counts = dict(on_the_day(viewer, day).order_by().values_list("section").annotate(Count("pk")))
    standing: Any = visible(viewer, Section)
    return [(section, counts.get(section.pk, 0)) for section in standing.on(day)]


@require_safe
def sections(request: DeskRequest) -> HttpResponse:
    viewer, day = looking(request), day_asked(request)
    heads, leaders = by_section(viewer, Holding, day), by_section(viewer, Portfolio, day)
    lines = [
        {
            "section": section,
            "count": count,
            "heads": [one.person for one in heads.get(section.pk, ()) if one.post == "科室负责人"],
            "leaders": [one.leader for one in leaders.get(section.pk, ())],
        }
        for section, count in sections_with_counts(viewer, day)
    ]
    ended = visible(viewer, Section).filter(until__lt=day)
    context = {"lines": lines, "ended": ended, "day": day, "today": viewer.day}
    return render(request, "web/organ/sections.html", context)


def by_section(viewer: Viewer, model: Any, day: date) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    who = "leader" if model is Portfolio else "person"
    held: Any = visible(viewer, model)
    for one in held.on(day).filter(section__isnull=False).select_related(who):
        found.setdefault(one.section_id, []).append(one)
    return found


@require_safe
def person(request: DeskRequest, number: int) -> HttpResponse:
    viewer = looking(request)
    shown = get_object_or_404(visible(viewer, Person), pk=number)
    may_hand_over = may_open("web:organ_hand_over", request.roles)
    context = {
        "person": shown,
        "waiting": len(waiting_for(shown)) if may_hand_over else 0,
        "now": on_the_day(viewer, viewer.day).filter(person=shown).last(),
        "private": bool(viewer.roles & OFFICE) or shown == viewer.person,
        "services": visible(viewer, Service)
        .filter(person=shown)
        .select_related("section")
        .order_by("-since"),
        "holdings": visible(viewer, Holding)
        .filter(person=shown)
        .select_related("section")
        .order_by("-since"),
        "portfolios": visible(viewer, Portfolio)
        .filter(leader=shown)
        .select_related("section")
        .order_by("-since"),
        "delegations": visible(viewer, Delegation)
        .filter(Q(giver=shown) | Q(receiver=shown))
        .select_related("giver", "receiver"),
        "today": viewer.day,
        "at": request.at,
    }
    return render(request, "web/organ/person.html", context)
