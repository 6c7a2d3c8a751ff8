"""签到：one button, what the clock says and what that means; beside it the note for a half day without a sign-in."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.law.refusal import Refusal
from zhixing.organ.local_time import local
from zhixing.organ.models import Person
from zhixing.organ.who import holders
from zhixing.regulations.attendance.workflow.day_facts import load
from zhixing.regulations.attendance.workflow.day_status import HalfStatus
from zhixing.regulations.attendance.workflow.day_view import DayPair, days, pair, sign_in_page
from zhixing.regulations.attendance.workflow.month_figures import month_of
from zhixing.regulations.attendance.workflow.signin import sign_in
from zhixing.regulations.attendance.workflow.statute import edition, own_of
from zhixing.web.pages.answering import REFUSED, attempt
from zhixing.web.pages.attendance import clock_words
from zhixing.web.pages.attendance.note_form import NoteForm
from zhixing.web.requests import DeskRequest, acting

LOOK_BACK = timedelta(days=13)
BASIS = (clock_words.CLAUSE, "02-1.1b")


@require_http_methods(["GET", "HEAD", "POST"])
def signin(request: DeskRequest) -> HttpResponse:
    if request.method != "POST":
        return page(request)
    person = acting(request)
    refusal = attempt(
        request, f"{local(request.at):%H:%M:%S}签到成功。",
        lambda key: sign_in(actor=person, at=request.at, key=key),
    )  # fmt: skip
    if refusal is not None:
        return page(request, refusal)
    return redirect("web:signin")


def page(request: DeskRequest, refusal: Refusal | None = None) -> HttpResponse:
    return render(
        request, "web/attendance/signin.html", context(request, refusal), status=REFUSED if refusal else 200
    )


def context(request: DeskRequest, refusal: Refusal | None) -> dict[str, Any]:
    person, now = acting(request), local(request.at)
    shown = sign_in_page(person, request.at)
    counted = month_of(person, now.year, now.month, request.at)
    book = edition(now.date())
    return {
        "now": now,
        "clock_at": int(request.at.timestamp()),
        "weekday": clock_words.weekday(shown.day),
        "shown": shown,
        "may_sign": not shown.closed and shown.signed_at is None,
        "meaning": clock_words.meaning(shown, request.at),
        "marks": clock_words.marks(counted.late_and_early, shown.day, own_of(person.organ_id)),
        "halves": [(half, *rest) for half, *rest in today_rows(person, shown.today)],
        "recent": recent(request, person),
        "verifiers": verifiers(person, shown.day),
        "note_form": NoteForm(initial={"day": shown.day, "half": shown.half}),
        "basis": [book.clauses[clause] for clause in BASIS],
        "refusal": refusal,
    }


def today_rows(person: Person, today: DayPair) -> list[tuple[str, HalfStatus, Any, str]]:
    """(half, status, hours, how late) of both halves."""
    day = today[0].day
    facts = load(person.organ, [person], day, day)
    return [
        (
            each.half,
            each,
            facts.hours(day, each.half),
            clock_words.told_late(each, facts.hours(day, each.half)),
        )
        for each in today
    ]


def recent(request: DeskRequest, person: Person) -> list[tuple[date, str, DayPair]]:
    """The working days of the last fortnight before today, latest first."""
    last = local(request.at).date() - timedelta(days=1)
    first = last - LOOK_BACK
    facts = load(person.organ, [person], first, last)
    return [
        (day, clock_words.weekday(day), pair(facts, person.pk, day, local(request.at)))
        for day in reversed(list(days(first, last)))
        if facts.calendar.is_working(day)
    ]


def verifiers(person: Person, day: date) -> str:
    """Who at the office verifies a note of this person; never the person."""
    keepers = holders(person.organ, "办公室", about=person, day=day)
    others = [keeper.name for keeper in keepers if keeper.pk != person.pk]
    if not others:
        heads = holders(person.organ, "办公室主任", about=person, day=day)
        others = [head.name for head in heads if head.pk != person.pk]
    return "、".join(others) or "办公室主任"
