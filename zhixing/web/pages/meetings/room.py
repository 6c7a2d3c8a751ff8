"""会场: the live page of a meeting, for those who sit in it and for who writes down what happens."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.law.refusal import Refusal
from zhixing.office.meetings.acts.opening import ORDINARY
from zhixing.office.meetings.acts.secret import cast_secret
from zhixing.office.meetings.models import Meeting
from zhixing.office.meetings.now import Room, difference, room_of
from zhixing.web.pages.answering import REFUSED, cited
from zhixing.web.pages.meetings import room_seen
from zhixing.web.pages.meetings.room_acts import OWN, buttons_of
from zhixing.web.pages.meetings.seen import Standing, kind_or_404, meeting_of, standing_of
from zhixing.web.pages.pressed import Button, press
from zhixing.web.requests import DeskRequest, acting, looking

OPEN = ("已通知", "进行中")
UNCHANGED = 204


@require_http_methods(["GET", "HEAD", "POST"])
def room(request: DeskRequest, number: int) -> HttpResponse:
    meeting = meeting_of(request, number)
    kind_or_404(meeting)
    if request.method != "POST":
        return page(request, meeting)
    now = room_of(meeting, request.at)
    refusal = secretly(request, now) if is_secret(request, now) else press(request, buttons_of(request, now))
    return page(request, meeting, refusal) if refusal else redirect("web:meeting_room", meeting.pk)


def is_secret(request: DeskRequest, now: Room) -> bool:
    running = room_seen.voting_of(now, acting(request))
    return request.POST.get("act") == OWN and running is not None and running.secret


def secretly(request: DeskRequest, now: Room) -> Refusal | None:
    """A secret ballot has no receipt: one would tell whose it is and when it was cast."""
    running = room_seen.voting_of(now, acting(request))
    assert running is not None
    button = buttons_of(request, now)[OWN]
    if not button.form.is_valid():
        return Refusal("选票没有投出。", [])
    try:
        cast_secret(
            vote=running.vote, choice=button.form.cleaned_data["choice"], actor=acting(request), at=request.at
        )
    except Refusal as refusal:
        return cited(refusal, looking(request).day)
    messages.success(request, "您的选票已投出，不能更改。系统不记录谁投了什么。")
    return None


def page(request: DeskRequest, meeting: Meeting, refusal: Refusal | None = None) -> HttpResponse:
    meeting.refresh_from_db()
    now = room_of(meeting, request.at)
    buttons = buttons_of(request, now)
    stand = standing_of(request, meeting)
    context = {**shown(request, now, stand), **controls(request, now, stand, buttons), "refusal": refusal}
    return render(request, "web/meetings/room.html", context, status=REFUSED if refusal else 200)


@require_safe
def room_now(request: DeskRequest, number: int) -> HttpResponse:
    """The part that renews itself; 204 while nothing has changed, so that the focus stays where it is."""
    meeting = meeting_of(request, number)
    kind_or_404(meeting)
    now = room_of(meeting, request.at)
    if request.GET.get("seen") == room_seen.mark_of(now):
        return HttpResponse(status=UNCHANGED)
    response = render(
        request, "web/meetings/parts/room_now.html", shown(request, now, standing_of(request, meeting))
    )
    if request.GET.get("phase") != room_seen.phase_of(now):
        response["HX-Trigger"] = "room-moved"
    return response


@require_safe
def room_controls(request: DeskRequest, number: int) -> HttpResponse:
    """The recorder's forms anew, when the meeting has moved on."""
    meeting = meeting_of(request, number)
    kind_or_404(meeting)
    now = room_of(meeting, request.at)
    stand = standing_of(request, meeting)
    context = controls(request, now, stand, buttons_of(request, now))
    return render(request, "web/meetings/parts/room_controls.html", context)


def shown(request: DeskRequest, now: Room, stand: Standing) -> dict[str, Any]:
    """What everybody in the room sees."""
    me = acting(request)
    people = room_seen.everybody(now, me)
    last = room_seen.last_vote(now.item)
    items = now.meeting.items.filter(taken_off_at=None).select_related("section", "reporter")
    return {
        "meeting": now.meeting,
        "stand": stand,
        "item": now.item,
        "items": items,
        "told": items.exclude(result="").last(),
        "speeches": now.item.speeches.select_related("person") if now.item else (),
        "opinions": now.meeting.absent_opinions.filter(item=now.item).select_related("person"),
        "due": [one for one in people if one.due],
        "others": [one for one in people if not one.due],
        "self": next((one for one in people if one.me), None),
        "quorum": room_seen.quorum_of(now),
        "voting": room_seen.voting_of(now, me),
        "last": last,
        "choices": ("赞成", "反对", "弃权"),
        "mark": room_seen.mark_of(now),
        "phase": room_seen.phase_of(now),
        "open": now.meeting.state in OPEN,
    }


def controls(request: DeskRequest, now: Room, stand: Standing, buttons: dict[str, Button]) -> dict[str, Any]:
    """What the recorder and the host have to work with."""
    changed = difference(now.meeting, request.at) if now.meeting.state in OPEN else None
    last = room_seen.last_vote(now.item)
    return {
        "meeting": now.meeting,
        "stand": stand,
        "item": now.item,
        "voting": room_seen.voting_of(now, stand.me),
        "last": last,
        "forms": {word: button.form for word, button in buttons.items()},
        "waiting": now.meeting.items.filter(state="待议"),
        "paper": room_seen.paper_advised(now) if now.item else 0,
        "withdraws": [one for one in now.kind.withdraws(now.item.source) if now.is_present(one)] if now.item else [],
        "votes_taken": room_seen.adopting(now, ORDINARY) is not None,
        "changed": changed,
        "open": now.meeting.state in OPEN,
    }  # fmt: skip
