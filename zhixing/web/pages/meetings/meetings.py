"""会议: one's own, coming and past meetings, the topics one was invited for, and a new one."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.journal.write import Receipt
from zhixing.office.meetings.acts.convene import convene
from zhixing.office.meetings.kinds import Kind, kinds
from zhixing.office.meetings.models import Invitation, Meeting
from zhixing.organ.made import made
from zhixing.organ.models import Person
from zhixing.organ.policy import Viewer, visible
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.meetings.forms import ConveneForm
from zhixing.web.pages.pressed import Button, press, written
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, acting, looking

COMING, MINE, PAST, ALL = "将要召开", "我参加的", "已经召开", "全部"
AHEAD, OVER = ("筹备", "已通知", "进行中"), ("记录待核", "已锁定", "流会", "已取消")
CONVENE = "新建会议"
TABS = (COMING, MINE, PAST, ALL)


@require_safe
def meetings(request: DeskRequest) -> HttpResponse:
    show, asked = request.GET.get("show", ""), request.GET.get("kind", "")
    show = show if show in TABS else COMING  # a word nobody offers widens nothing
    rows = shown(request, show)
    if asked in {kind.name for kind in kinds()}:
        rows = rows.filter(kind=asked)
    listed = rows.select_related("host").annotate(
        topics=Count("items", filter=Q(items__taken_off_at=None), distinct=True)
    )
    context = {
        **page_of(request, listed),
        "show": show,
        "tabs": [(name, shown(request, name).count()) for name in TABS],
        "kinds": [kind.name for kind in kinds()],
        "asked": asked,
        "invited": invited(looking(request), acting(request)),
        "may_convene": bool(own_kinds(request)),
    }
    return render(request, "web/meetings/meetings.html", context)


def shown(request: DeskRequest, show: str) -> QuerySet[Meeting]:
    """将要召开 the nearest first, the others the latest first."""
    seen = visible(looking(request), Meeting)
    if show == COMING:
        return seen.filter(state__in=AHEAD).order_by("starts_at", "pk")
    seen = seen.order_by("-starts_at", "-pk")
    if show == PAST:
        return seen.filter(state__in=OVER)
    return own_among(acting(request), seen) if show == MINE else seen


def own_among(me: Person, seen: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Those in which one is due, sits in, presides or records."""
    told = Invitation.objects.filter(person=me, item=None).exclude(sent_at=None).values("meeting")
    return seen.filter(Q(pk__in=told) | Q(host=me) | Q(recorder=me))


def own_coming(request: DeskRequest) -> QuerySet[Meeting]:
    """One's own meetings that were announced or are being held, the nearest first."""
    seen = visible(looking(request), Meeting).filter(state__in=("已通知", "进行中"))
    return own_among(acting(request), seen).order_by("starts_at", "pk")


def invited(viewer: Viewer, me: Person) -> QuerySet[Invitation]:
    """Topics one is asked to sit in on, of meetings still to come."""
    told = Invitation.objects.filter(organ=viewer.organ, person=me, meeting__state__in=AHEAD)
    rows = told.exclude(item=None).exclude(sent_at=None).filter(item__taken_off_at=None)
    return rows.select_related("meeting", "item").order_by("meeting__starts_at", "item__order")


def own_kinds(request: DeskRequest) -> list[str]:
    """The kinds of meeting that one may call: all for the office director, else those the regulation gives one."""
    viewer = looking(request)
    office, me = "办公室主任" in request.roles, acting(request)

    def calls(kind: Kind) -> bool:
        return kind.convener(viewer.organ, viewer.day) == me or me in kind.callers(viewer.organ, viewer.day)

    return [kind.name for kind in kinds() if office or calls(kind)]


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_new(request: DeskRequest) -> HttpResponse:
    names, asked = own_kinds(request), {"name": request.GET.get("kind", "")}
    form = written(request, CONVENE, ConveneForm, "meeting", names=names, initial=asked)
    refusal, kept = None, list[Receipt]()
    if request.method == "POST":

        def called(**given: object) -> Receipt:
            kept.append(convene(**given))  # type: ignore[arg-type]  # what the form holds
            return kept[-1]

        refusal = press(request, {CONVENE: Button("会议已登记，请列入议题后发出通知。", form, called, {})})
        if refusal is None:
            return redirect("web:meeting", made(Meeting, kept[0]).pk)
    context = {"form": form, "refusal": refusal, "may_convene": bool(names)}
    return render(request, "web/meetings/meeting_new.html", context, status=REFUSED if refusal else 200)
