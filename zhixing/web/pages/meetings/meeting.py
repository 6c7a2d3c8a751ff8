"""One meeting before and after it is held: topics, hosting, notice and who has read it, leave, papers."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.law.refusal import Refusal
from zhixing.office.meetings.acts.notice import read_notice
from zhixing.office.meetings.kinds import Kind
from zhixing.office.meetings.models import Invitation, Item, Meeting
from zhixing.office.meetings.now import difference
from zhixing.organ.policy import visible
from zhixing.regulations.citing import cite
from zhixing.regulations.governance.papers.attendance_of import seats_of
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.meetings.preparing import buttons_of
from zhixing.web.pages.meetings.seen import BEFORE, kind_or_404, meeting_of, standing_of
from zhixing.web.pages.pressed import Button, press
from zhixing.web.requests import DeskRequest, acting, looking

STEPS = ("筹备", "已通知", "进行中", "记录待核", "已锁定")


@require_http_methods(["GET", "HEAD", "POST"])
def meeting(request: DeskRequest, number: int) -> HttpResponse:
    """Opening the page is reading the notice; who is invited for a topic alone sees that topic."""
    try:
        own = meeting_of(request, number)
    except Http404:
        return topics_only(request, number)
    kind = kind_or_404(own)
    buttons = buttons_of(request, own, kind)
    if request.method == "POST":
        refusal = press(request, buttons)
        return page(request, own, kind, buttons, refusal) if refusal else redirect("web:meeting", own.pk)
    if request.method == "GET":
        read_notice(meeting=own, reader=acting(request), at=request.at)
    return page(request, own, kind, buttons)


def page(
    request: DeskRequest, own: Meeting, kind: Kind, buttons: dict[str, Button], refusal: Refusal | None = None
) -> HttpResponse:
    own.refresh_from_db()
    told = own.invitations.exclude(sent_at=None).select_related("person").order_by("person__number")
    context = {
        "meeting": own,
        "kind": kind,
        "stand": standing_of(request, own),
        "before": own.state in BEFORE,
        "way": way(own),
        "items": own.items.select_related("section", "reporter", "resolution").prefetch_related("invited__person"),
        "ready": kind.ready(own.organ),
        "seats": seats_of(own),
        "mandate": own.mandates.filter(revoked_at=None).select_related("giver", "receiver").first(),
        "unread": list(dict.fromkeys(one.person.name for one in told if one.read_at is None)),
        "read": list({one.person.name: one.read_at for one in told if one.read_at}.items()),
        "changed": difference(own, request.at) if own.state == "已通知" else None,
        "absences": own.absences.select_related("person", "decided_by"),
        "mine": own.absences.filter(person=acting(request)).first(),
        "opinions": own.absent_opinions.select_related("person", "item", "entered_by"),
        "topics_clause": clause_of(kind, "topics", request),
        "notice_clause": clause_of(kind, "notice", request),
        "forms": {word: button.form for word, button in buttons.items()},
        "refusal": refusal,
        "minutes": getattr(own, "minutes", None),
        "summary": getattr(own, "summary", None),
    }  # fmt: skip
    return render(request, "web/meetings/meeting.html", context, status=REFUSED if refusal else 200)


def way(own: Meeting) -> list[tuple[str, str]]:
    """The steps of a meeting with their marks; none for one that did not take place."""
    if own.state not in STEPS:
        return []
    here = STEPS.index(own.state)
    words = ("筹备", "发出通知", "开会", "核对记录", "锁定记录")
    marks = ["is-done" if place < here else "is-now" if place == here else "" for place in range(len(STEPS))]
    if own.state == STEPS[-1]:
        marks[-1] = "is-done"
    return list(zip(words, marks, strict=True))


def clause_of(kind: Kind, rule: str, request: DeskRequest) -> dict[str, str]:
    """{id, cite}; empty where the kind has no clause for the rule, or none that is in force."""
    clause = kind.clause(rule)
    if not clause:
        return {}
    try:
        return {"id": clause, "cite": cite(clause, looking(request).day)}
    except (Refusal, LookupError):
        return {}


def topics_only(request: DeskRequest, number: int) -> HttpResponse:
    """For who sits in on one topic and sees nothing else of the meeting (01-6.2)."""
    viewer = looking(request)
    told = Invitation.objects.filter(organ=viewer.organ, person=viewer.person, meeting=number)
    invitations = list(told.exclude(item=None).exclude(sent_at=None).select_related("meeting__host", "item"))
    if not invitations or request.method == "POST":
        raise Http404
    own = invitations[0].meeting
    if request.method == "GET":
        read_notice(meeting=own, reader=acting(request), at=request.at)
    items: Any = visible(viewer, Item).filter(meeting=own).select_related("section", "reporter")
    return render(request, "web/meetings/invited.html", {"meeting": own, "items": items})
