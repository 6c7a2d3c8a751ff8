"""会议日历: as a file once, or under an address of one's own that a calendar program reads again and again."""

from __future__ import annotations

import logging
from datetime import timedelta
from urllib.parse import quote

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.law.refusal import Refusal
from zhixing.office.meetings.acts.subscribing import end_subscription, subscribe, subscriber
from zhixing.office.meetings.models import Meeting, Subscription
from zhixing.organ.address import address_of
from zhixing.organ.local_time import local, today
from zhixing.organ.policy import Viewer, viewer_of, visible
from zhixing.web.calendar_file import Timed, calendar_file
from zhixing.web.pages.answering import REFUSED, attempt, cited, key_of
from zhixing.web.pages.meetings.meetings import invited, own_among
from zhixing.web.requests import DeskRequest, acting, looking

MADE, ENDED = "生成订阅地址", "停用订阅地址"
OFF = ("流会", "已取消")
KEPT = timedelta(days=90)  # so long a past meeting stays in a subscribed calendar
CALENDAR = "text/calendar; charset=utf-8"
refused = logging.getLogger("zhixing.refused")


@require_safe
def meetings_calendar(request: DeskRequest) -> HttpResponse:
    """One's own meetings as a file for one's calendar, those called off marked as such."""
    viewer = looking(request)
    events = [event(one) for one in own_meetings(viewer)]
    events += [
        event(one.meeting, f"：{one.item.title}")
        for one in invited(viewer, acting(request))
        if one.item is not None
    ]
    name = f"会议-{local(request.at):%Y%m%d}.ics"
    return HttpResponse(
        calendar_file(viewer.organ.name, events, request.at),
        headers={"Content-Type": CALENDAR}
        | {"Content-Disposition": f"attachment; filename=meetings.ics; filename*=UTF-8''{quote(name)}"},
    )


@require_safe
def meetings_feed(request: DeskRequest, secret: str) -> HttpResponse:
    """For a calendar program, which cannot sign in: no session is asked and none is used, the address is the key.

    It says when and where, and no topic: such an address may come to stand in the settings of a phone.
    """
    account = subscriber(secret, request.at)
    viewer = viewer_of(account, today(request.at)) if account is not None else None
    if viewer is None or viewer.person is None or "职员" not in viewer.roles:
        refused.warning("refused calendar address=%s", address_of(request))
        raise Http404
    rows = own_meetings(viewer).filter(starts_at__gte=request.at - KEPT)
    events = [event(one) for one in rows]
    asked = {one.meeting_id: one.meeting for one in invited(viewer, viewer.person)}
    events += [event(one, "（列席）") for one in asked.values()]
    content = calendar_file(f"{viewer.organ.short_name}会议", events, request.at)
    return HttpResponse(content, headers={"Content-Type": CALENDAR, "X-Robots-Tag": "noindex"})


@require_http_methods(["GET", "HEAD", "POST"])
def meetings_subscription(request: DeskRequest) -> HttpResponse:
    """The address stands on the very answer to the form and nowhere else."""
    if request.method != "POST":
        return page(request)
    if request.POST.get("act") == ENDED:
        refusal = attempt(
            request, "日历订阅已停用，原来的地址打不开了。",
            lambda key: end_subscription(account=request.user, actor=acting(request), at=request.at, key=key),
        )  # fmt: skip
        return page(request, refusal) if refusal else redirect("web:meetings_subscription")
    try:
        made = subscribe(account=request.user, actor=acting(request), at=request.at, key=key_of(request))
    except Refusal as refusal:
        return page(request, cited(refusal, looking(request).day))
    return page(request, address=request.build_absolute_uri(reverse("web:meetings_feed", args=[made.secret])))


def page(request: DeskRequest, refusal: Refusal | None = None, address: str = "") -> HttpResponse:
    held = visible(looking(request), Subscription).filter(ended_at=None).first()
    context = {"held": held, "refusal": refusal, "address": address, "made": MADE, "ended": ENDED}
    return render(request, "web/meetings/subscription.html", context, status=REFUSED if refusal else 200)


def own_meetings(viewer: Viewer) -> QuerySet[Meeting]:
    """Those of the viewer that were announced, held or called off."""
    assert viewer.person is not None
    seen = own_among(viewer.person, visible(viewer, Meeting))
    return seen.exclude(state="筹备").select_related("host").order_by("starts_at", "pk")


def event(meeting: Meeting, topic: str = "") -> Timed:
    return Timed(
        uid=f"meeting-{meeting.organ_id}-{meeting.pk}{'-topic' if topic else ''}",
        begins=meeting.opened_at or meeting.starts_at,
        ends=meeting.closed_at,
        title=f"{meeting.title}{topic}",
        text=f"主持人：{meeting.host.name}。{'列席。' if topic else ''}",
        place=meeting.place,
        off=meeting.state in OFF,
    )
