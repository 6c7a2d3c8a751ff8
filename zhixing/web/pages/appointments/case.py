"""One case: its seven steps, what is missing and by which clause, and the acts that are open to whoever looks."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.files.models import StoredFile
from zhixing.law.refusal import Refusal
from zhixing.organ.policy import visible
from zhixing.regulations.appointments.models import Case
from zhixing.regulations.appointments.workflow.announce import notice_of
from zhixing.regulations.appointments.workflow.due import deadlines
from zhixing.regulations.appointments.workflow.parties import is_office
from zhixing.regulations.appointments.workflow.requirements import hindrances
from zhixing.regulations.appointments.workflow.restrictions import hint_of
from zhixing.regulations.appointments.workflow.validity import validity
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.appointments.acts import Offer, offers
from zhixing.web.pages.appointments.cases import rows_of
from zhixing.web.pages.appointments.reading import clauses_of, sheet_of, steps_of
from zhixing.web.pages.pressed import press
from zhixing.web.requests import DeskRequest, acting, looking
from zhixing.web.uploads import taken_in

FILES = ("file", "material")


@require_http_methods(["GET", "HEAD", "POST"])
def appointment(request: DeskRequest, number: int) -> HttpResponse:
    case = get_object_or_404(rows_of(request), pk=number)
    files, faults = taken_in(request, FILES) if request.method == "POST" else ({}, [])
    offered = offers(request, case, files)
    if request.method != "POST":
        return page(request, case, offered)
    buttons = {one.word: one.button for one in offered}
    refusal = Refusal("附件没有收下，没有办理。", faults) if faults else press(request, buttons)
    if refusal is None:
        return redirect("web:appointment", case.pk)
    return page(request, case, offered, refusal, files)


def page(
    request: DeskRequest, case: Case, offered: list[Offer], refusal: Refusal | None = None,
    files: Mapping[str, StoredFile] | None = None,
) -> HttpResponse:  # fmt: skip
    """The record as it stands, also after a refusal: what was typed stays in its form."""
    fresh = visible(looking(request), Case).select_related("section", "candidate", "organ", "accepted_by")
    case = get_object_or_404(fresh, pk=case.pk)
    day, notice = looking(request).day, notice_of(case)
    restriction = getattr(case, "restriction", None)
    context = {
        "case": case,
        "steps": steps_of(case, notice, day),
        "notice": notice,
        "sheets": [sheet_of(one) for one in case.recommendations.order_by("superseded_at", "held_on", "pk")],
        "validity": validity(case),
        "deadlines": deadlines(case, day),
        "hindrances": hindrances(case, day) if case.state == "办理中" else [],
        "hint": hint_of(restriction, day) if restriction else "",
        "restriction": restriction,
        "submissions": case.submissions.select_related("candidate", "consented_by", "item__meeting"),
        "team": case.team.filter(left_at=None).select_related("person"),
        "ties": case.ties.select_related("person"),
        "halts": case.halts.select_related("by"),
        "consultations": case.consultations.select_related("person"),
        "contacts": case.contacts.all(),
        "reviews": case.reviews.all(),
        "inspection": getattr(case, "inspection", None),
        "headcount": getattr(case, "headcount", None),
        "made": getattr(case, "appointment", None),
        "office": is_office(acting(request), day),
        "offers": [one for one in offered if not one.rare],
        "rare": [one for one in offered if one.rare],
        "pressed": request.POST.get("act", ""),
        "files": files or {},
        "clauses": clauses_of(case, day),
        "refusal": refusal,
        "today": day,
    }
    return render(request, "web/appointments/case.html", context, status=REFUSED if refusal else 200)
