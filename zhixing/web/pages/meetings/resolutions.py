"""决定事项督办: what was resolved, who carries it out by when, and how far it is (01-11)."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.law.refusal import Refusal
from zhixing.office.meetings.acts import followup
from zhixing.office.meetings.models import Resolution
from zhixing.office.papers.columns import Cell, Column, Kind
from zhixing.organ.policy import visible
from zhixing.web.list_export import MOST, sheet_xlsx
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.meetings.carrying import buttons_of
from zhixing.web.pages.pressed import Button, press
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, acting, looking

OPEN, MINE, LATE, DONE, ALL = "办理中", "我负责的", "逾期", "已办结", "全部"
TABS = (OPEN, MINE, LATE, DONE, ALL)
COLUMNS = (
    Column("决定号", width=24), Column("决定事项", width=50), Column("牵头领导"), Column("责任科室", width=18),
    Column("责任人"), Column("时限", Kind.DATE), Column("进度", Kind.WHOLE), Column("状态"),
    Column("决定时间", Kind.MOMENT),
)  # fmt: skip


@require_safe
def resolutions(request: DeskRequest) -> HttpResponseBase:
    asked = {name: request.GET.get(name, "").strip()[:60] for name in ("show", "q")}
    show = asked["show"] if asked["show"] in TABS else OPEN  # a word nobody offers widens nothing
    rows = narrowed(shown(request, show), asked)
    if request.GET.get("export") == "xlsx":
        return exported(request, rows)
    listed = page_of(request, rows)
    context = {
        **listed,
        "show": show,
        "asked": asked,
        "tabs": [(name, shown(request, name).count()) for name in TABS],
        "rows": [(one, word_of(request, one)) for one in listed["page"].object_list],
    }
    return render(request, "web/meetings/resolutions.html", context)


def shown(request: DeskRequest, show: str) -> QuerySet[Resolution]:
    """By the nearest day; what is done the latest first."""
    viewer = looking(request)
    seen = visible(viewer, Resolution).select_related("lead", "section", "person", "item__meeting")
    running = seen.filter(state__in=("办理中", "待核"))
    if show == MINE:
        return running.filter(Q(person=viewer.person) | Q(lead=viewer.person))
    if show == LATE:
        return running.filter(state="办理中", due__lt=viewer.day)
    if show == DONE:
        return seen.filter(state__in=("已办结", "已终止")).order_by("-closed_at", "-pk")
    return running if show == OPEN else seen.order_by("-adopted_at", "-pk")


def narrowed(rows: QuerySet[Resolution], asked: Mapping[str, str]) -> QuerySet[Resolution]:
    if not asked["q"]:
        return rows
    words = asked["q"]
    return rows.filter(Q(text__contains=words) | Q(number__contains=words) | Q(section__name__contains=words))


def word_of(request: DeskRequest, one: Resolution) -> str:
    return "逾期" if followup.is_late(one, request.at) else one.state


def exported(request: DeskRequest, rows: QuerySet[Resolution]) -> HttpResponseBase:
    cells: list[list[Cell]] = [
        [one.number, one.text, one.lead.name, one.section.name, one.person.name, one.due, one.percent,
         word_of(request, one), one.adopted_at]
        for one in rows[:MOST]
    ]  # fmt: skip
    return sheet_xlsx(request, "决定事项督办台账", COLUMNS, cells, rows.count())


@require_http_methods(["GET", "HEAD", "POST"])
def resolution(request: DeskRequest, number: int) -> HttpResponse:
    rows = visible(looking(request), Resolution)
    one = get_object_or_404(
        rows.select_related("lead", "section", "person", "set_by", "item__meeting__recorder"), pk=number
    )
    buttons = buttons_of(request, one)
    if request.method != "POST":
        return page(request, one, buttons)
    refusal = press(request, buttons)
    return page(request, one, buttons, refusal) if refusal else redirect("web:resolution", one.pk)


def page(
    request: DeskRequest, one: Resolution, buttons: Mapping[str, Button], refusal: Refusal | None = None
) -> HttpResponse:
    one.refresh_from_db()
    me, meeting = acting(request), one.item.meeting
    trail = list(one.progress.select_related("by"))
    asked = [line for line in trail if line.kind in {"申请延期", "同意延期", "不同意延期"}]
    context = {
        "resolution": one,
        "word": word_of(request, one),
        "trail": trail,
        "waiting": asked[-1] if asked and asked[-1].kind == "申请延期" else None,
        "carrier": me.pk in {one.person_id, one.lead_id},
        "setter": me.pk == one.set_by_id,
        "watcher": me.pk in {one.set_by_id, meeting.recorder_id},
        "revised": one.revised_by.select_related("meeting"),
        "summary": getattr(meeting, "summary", None),
        "forms": {word: button.form for word, button in buttons.items()},
        "refusal": refusal,
    }
    return render(request, "web/meetings/resolution.html", context, status=REFUSED if refusal else 200)
