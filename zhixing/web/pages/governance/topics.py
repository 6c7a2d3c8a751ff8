"""会议议题: the register, and the form with its route while one types (01-6.3, 01-8.3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zhixing.law.refusal import Refusal
from zhixing.office.meetings.models import Item
from zhixing.office.papers.columns import Kind
from zhixing.organ.policy import visible
from zhixing.regulations.governance.facts import CATEGORIES, FUNDS, PARTY
from zhixing.regulations.governance.models import Topic
from zhixing.regulations.governance.models.choices import TOPIC_STATUSES
from zhixing.regulations.governance.workflow.statute import edition
from zhixing.regulations.governance.workflow.topic import PROCEDURES, draft_topic, submit_topic, way
from zhixing.regulations.governance.workflow.topic_agenda import source_of
from zhixing.regulations.governance.workflow.topic_checks import TOPICS as CLAUSES
from zhixing.regulations.governance.workflow.topic_checks import faults_of, where
from zhixing.web.pages.answering import REFUSED, cited, key_of, say_at_fields, unreadable
from zhixing.web.pages.attendance.begun import SAVE, sent_on
from zhixing.web.pages.governance.topic_form import FIELDS, FILES, TopicForm, begun, categories_of
from zhixing.web.pages.records import Book, Shown
from zhixing.web.requests import DeskRequest, acting, looking
from zhixing.web.uploads import taken_in

BOTH = ["GET", "HEAD", "POST"]


def of_topic(request: DeskRequest, topic: Topic) -> Mapping[str, Any]:
    """What stands beside a topic: its papers, its way, and the meeting that took it."""
    source = source_of(topic)
    items = visible(looking(request), Item).filter(source__startswith=source).select_related("meeting")
    listed = [one for one in items if one.source.partition("#")[0] == source]
    clauses = edition(looking(request).day).clauses
    return {
        "clause": clauses.get(CLAUSES.get(topic.meeting, "")),
        "papers": topic.papers.select_related("file"),
        "listed": listed,
        "own_draft": topic.status == "草稿" and topic.matter.starter_id == acting(request).pk,
    }


TOPICS = Book(
    name="topics",
    title="会议议题",
    model=Topic,
    columns=(
        Shown("议题名称", lambda one: one.title or "未命名"),
        Shown("编号", lambda one: one.matter.number),
        Shown("会议", lambda one: one.meeting),
        Shown("类别", lambda one: one.category),
        Shown("申报科室", lambda one: one.section.name if one.section else ""),
        Shown("汇报人", lambda one: one.reporter.name if one.reporter else ""),
        Shown("金额", lambda one: one.amount, Kind.MONEY, listed=False),
        Shown("建议意见", lambda one: one.proposal, listed=False),
        Shown("依据文件", lambda one: one.basis, listed=False),
        Shown("建议列席", lambda one: one.sit_in, listed=False),
        Shown("人事事项", lambda one: one.personnel, listed=False),
        Shown("重大事项档案", lambda one: one.major.number if one.major else "", listed=False),
        Shown("修改原决定", lambda one: one.revises.number if one.revises else "", listed=False),
        Shown("汇总完成", lambda one: one.collected_at, Kind.MOMENT, listed=False),
        Shown("状态", lambda one: one.status, state=True),
    ),
    clause="01-6.3",
    hint="科室有事要上会，点右上角“申报议题”，先写明具体的建议意见。",
    related=("matter", "section", "reporter", "major", "revises"),
    search=("title", "matter__number", "section__name"),
    search_label="议题、编号、科室",
    states=("status", tuple(word for word, _ in TOPIC_STATUSES)),
    icon="card-checklist",
    beside=of_topic,
    template="web/governance/topic.html",
    list_template="web/governance/topics.html",
)


@require_http_methods(BOTH)
def topic_new(request: DeskRequest, number: int | None = None) -> HttpResponse:
    """A new form, or the own draft `number` taken up again; the meeting is chosen first (G-03)."""
    draft = own_draft(request, number) if number else None
    meeting = draft.meeting if draft else _meeting_of(request)
    if not meeting:
        given = [(name, categories_of(name)) for name in PROCEDURES]
        return render(request, "web/governance/topic_which.html", {"meetings": given, "funds": FUNDS})
    if request.method != "POST":
        initial = begun(draft, acting(request), looking(request).day)
        return typing(request, form_of(request, meeting, initial=initial), draft)
    form = form_of(request, meeting, request.POST, request.FILES)
    files, faults = taken_in(request, FILES)
    if not form.is_valid() or faults:
        refusal = unreadable(form, "议题没有提交。")
        return typing(request, form, draft, Refusal(refusal.conclusion, [*refusal.findings, *faults]), files)
    try:
        return sent(request, form, draft, files)
    except Refusal as refusal:
        say_at_fields(form, refusal.findings, FIELDS)
        return typing(request, form, draft, cited(refusal, looking(request).day), files)


def form_of(request: DeskRequest, meeting: str, *given: Any, **more: Any) -> TopicForm:
    return TopicForm(*given, meeting=meeting, viewer=looking(request), person=acting(request), **more)


def _meeting_of(request: DeskRequest) -> str:
    asked = request.POST.get("meeting") or request.GET.get("meeting", "")
    return asked if asked in PROCEDURES else ""


def own_draft(request: DeskRequest, number: int) -> Topic:
    rows = visible(looking(request), Topic).select_related("matter")
    return get_object_or_404(rows, pk=number, matter__starter=acting(request), status="草稿")


def sent(
    request: DeskRequest, form: TopicForm, draft: Topic | None, files: Mapping[str, Any]
) -> HttpResponse:
    """Saved or submitted, as the pressed button says; raises Refusal."""
    person, key = acting(request), key_of(request)
    act = draft_topic if request.POST.get("act") == SAVE else submit_topic
    topic = act(
        request=form.request_of(), actor=person, at=request.at, key=key, topic=draft,
        files=tuple(files.values()),
    )  # fmt: skip
    messages.success(request, sent_on(topic.matter, key))
    return redirect("web:matter", topic.matter_id)


def typing(
    request: DeskRequest, form: TopicForm, draft: Topic | None, refusal: Refusal | None = None,
    files: Mapping[str, Any] | None = None,
) -> HttpResponse:  # fmt: skip
    context = {
        "form": form,
        "draft": draft,
        "meeting": form.meeting,
        "refusal": refusal,
        "kept": [(name, form[name].label, file) for name, file in (files or {}).items()],
        "papers": draft.papers.select_related("file") if draft else (),
        **live(request, form),
    }
    return render(request, "web/governance/topic_new.html", context, status=REFUSED if refusal else 200)


@require_POST
def topic_route(request: DeskRequest) -> HttpResponse:
    """The way of what is typed so far; a part of the page."""
    form = form_of(request, _meeting_of(request) or PARTY, request.POST)
    form.is_valid()
    return render(request, "web/governance/topic_live.html", live(request, form))


def live(request: DeskRequest, form: TopicForm) -> dict[str, Any]:
    """{route, ruling, faults}; a form that nobody has touched has no faults yet."""
    person, day = acting(request), looking(request).day
    route = way(person, form.meeting, request.at)
    faults = [*route.findings]
    told: dict[str, Any] = {"route": route, "faults": faults}
    if not form.is_bound or not hasattr(form, "cleaned_data"):
        return told
    typed = form.request_of()
    faults += faults_of(person, typed, day)
    if typed.category in CATEGORIES:
        told["ruling"] = where(typed.category, typed.amount, person.organ_id, day).as_json()
    return told
