"""任务：every recurring duty of the regulations, what is due when, who bears it, by which clause, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import quote

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.law.calendar import WorkCalendar
from zhixing.law.document import Duty, Edition
from zhixing.law.duty import falls_due
from zhixing.law.faults import EditionFaults
from zhixing.law.refusal import Refusal
from zhixing.law.regulation import edition_on
from zhixing.office.duties.bearers import bearers_of, holders_of
from zhixing.office.duties.evidence import finish
from zhixing.office.duties.models import DutyDue
from zhixing.office.duties.reminders import overdue, urgency
from zhixing.organ.days import calendar_of
from zhixing.organ.models import Organ, Person
from zhixing.organ.policy import Viewer, visible
from zhixing.regulations import shelf
from zhixing.web.calendar_file import Dated, calendar_file
from zhixing.web.pages.answering import REFUSED, attempt, unreadable
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, acting, looking

MINE, OPEN, LATE, DONE = "我的", "待办", "逾期", "已办"
YEARS_AHEAD = timedelta(days=800)  # the next turn of a duty of every second year
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn with its state in a word and who bears it today."""

    due: DutyDue
    word: str
    late: int
    bearers: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A duty as the regulation has it, and when it falls due next."""

    edition: Edition
    duty: Duty
    bearers: tuple[Person, ...]
    next: date | None


class EvidenceForm(forms.Form):
    evidence = forms.CharField(label="凭据", max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}))


@require_safe
def duties(request: DeskRequest) -> HttpResponse:
    viewer = looking(request)
    show = request.GET.get("show", OPEN)
    listed = page_of(request, filtered(viewer, show))
    calendar = calendar_of(viewer.organ)
    context = {
        **listed,
        "turns": [turn_of(due, viewer.day, calendar) for due in listed["page"].object_list],
        "show": show,
        "tabs": tabs(viewer),
        "rules": rules(viewer.organ, viewer.day, calendar),
        "today": viewer.day,
    }
    return render(request, "web/duties.html", context)


def filtered(viewer: Viewer, show: str) -> QuerySet[DutyDue]:
    """我的 and 待办 by the nearest day, 已办 the latest first."""
    seen = visible(viewer, DutyDue).select_related("organ", "done_by")
    if show == DONE:
        return seen.filter(state=DONE).order_by("-due", "-pk")
    waiting = seen.filter(state=OPEN).order_by("due", "pk")
    if show == LATE:
        return waiting.filter(due__lt=viewer.day)
    return waiting.filter(post__in=own_posts(viewer, waiting)) if show == MINE else waiting


def tabs(viewer: Viewer) -> list[tuple[str, int]]:
    return [(show, filtered(viewer, show).count()) for show in (OPEN, MINE, LATE, DONE)]


def own_posts(viewer: Viewer, dues: QuerySet[DutyDue]) -> list[str]:
    """The posts, of those that these turns name, which the viewer holds today."""
    named = dues.order_by().values_list("post", flat=True).distinct()
    return [post for post in named if viewer.person in holders_of(viewer.organ, post, viewer.day)]


def own_open(viewer: Viewer) -> QuerySet[DutyDue]:
    """What the viewer is to see to, the nearest first."""
    return filtered(viewer, MINE)


def turn_of(due: DutyDue, day: date, calendar: WorkCalendar) -> Turn:
    word = due.state if due.state == DONE else urgency(due.due, day, calendar) or OPEN
    late = overdue(due.due, day, calendar) if due.state == OPEN else 0
    return Turn(due, word, late, tuple(bearers_of(due, day)))


def rules(organ: Organ, day: date, calendar: WorkCalendar) -> list[Rule]:
    """Every duty of every regulation in force."""
    found = []
    for regulation in shelf.all():
        try:
            edition = edition_on(regulation, day)
        except (Refusal, EditionFaults):
            continue
        for duty in edition.duties.values():
            turns = falls_due(duty, day, day + YEARS_AHEAD, calendar)
            following = next((turn.day for turn in turns), None)
            found.append(Rule(edition, duty, tuple(holders_of(organ, duty.who, day)), following))
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def duty(request: DeskRequest, number: int) -> HttpResponse:
    """One turn; whoever bears it says what shows that it was done."""
    due = get_object_or_404(visible(looking(request), DutyDue).select_related("organ", "done_by"), pk=number)
    if request.method != "POST":
        return page(request, due, EvidenceForm())
    form = EvidenceForm(request.POST)
    if not form.is_valid():
        return page(request, due, form, unreadable(form, "没有办结。"))
    evidence = form.cleaned_data["evidence"]
    refusal = attempt(
        request, f"办结成功：{due}。",
        lambda key: finish(due=due, actor=acting(request), evidence=evidence, at=request.at, key=key),
    )  # fmt: skip
    return page(request, due, form, refusal) if refusal else redirect("web:duty_turn", due.pk)


def page(
    request: DeskRequest, due: DutyDue, form: EvidenceForm, refusal: Refusal | None = None
) -> HttpResponse:
    viewer = looking(request)
    turn = turn_of(due, viewer.day, calendar_of(viewer.organ))
    may_finish = due.state == OPEN and viewer.person in turn.bearers
    earlier = visible(viewer, DutyDue).filter(regulation=due.regulation, duty=due.duty).exclude(pk=due.pk)
    context = {
        "due": due,
        "turn": turn,
        "form": form if may_finish else None,
        "earlier": earlier.select_related("done_by").order_by("-due")[:12],
        "refusal": refusal,
    }
    return render(request, "web/duty.html", context, status=REFUSED if refusal else 200)


@require_safe
def duties_calendar(request: DeskRequest) -> HttpResponse:
    """The open turns one may see, as a file for one's own calendar."""
    viewer = looking(request)
    dated = [
        Dated(f"{due.organ_id}-{due.pk}", due.due, str(due), f"由{due.post}办理。凭据：{due.wanted}。依据：{due.cite}。")
        for due in filtered(viewer, request.GET.get("show", OPEN))
    ]  # fmt: skip
    name = f"任务-{timezone.localtime(request.at):%Y%m%d}.ics"
    return HttpResponse(
        calendar_file(viewer.organ.name, dated, request.at),
        headers={"Content-Type": "text/calendar; charset=utf-8"}
        | {"Content-Disposition": f"attachment; filename=tasks.ics; filename*=UTF-8''{quote(name)}"},
    )
