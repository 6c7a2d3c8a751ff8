"""签到备注：told by the person, verified by the office (02-1.1b)."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhixing.law.refusal import Refusal
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.models import ExceptionNote
from zhixing.regulations.attendance.models.signin import NOTE_STATES
from zhixing.regulations.attendance.workflow import notes as workflow
from zhixing.web.pages.answering import REFUSED, attempt, unreadable
from zhixing.web.pages.attendance.note_form import NoteForm
from zhixing.web.pages.attendance.register_sheets import NOTES, register_xlsx, wanted
from zhixing.web.pages.attendance.signin import verifiers
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, acting, looking

STATES = tuple(state for state, _ in NOTE_STATES)


@require_safe
def notes(request: DeskRequest) -> HttpResponseBase:
    return listed(request)


def listed(request: DeskRequest, refusal: Refusal | None = None, refused: int = 0) -> HttpResponseBase:
    """Own notes; for the office everybody's, those that wait first."""
    person, office = acting(request), "办公室" in request.roles
    state = request.GET.get("state", "")
    words = request.GET.get("q", "").strip()[:60]
    rows = found(request, state, words)
    if wanted(request):
        return register_xlsx(request, NOTES, rows)
    context = {
        **page_of(request, rows, "web:notes"),
        "office": office,
        "me": person,
        "states": STATES,
        "state": state,
        "words": words,
        "waiting": visible(looking(request), ExceptionNote).filter(state="待核实").count(),
        "verifiers": verifiers(person, looking(request).day),
        "refusal": refusal,
        "refused": refused,
        "typed": request.POST.get("answer", ""),
    }
    return render(request, "web/attendance/notes.html", context, status=REFUSED if refusal else 200)


def found(request: DeskRequest, state: str, words: str) -> QuerySet[Any]:
    rows = visible(looking(request), ExceptionNote).select_related("person", "verified_by")
    if "办公室" not in request.roles:
        rows = rows.filter(person=acting(request))
    if state in STATES:
        rows = rows.filter(state=state)
    if words:
        rows = rows.filter(person__name__contains=words)
    return rows.order_by("-day", "-half", "person__number")


@require_http_methods(["GET", "HEAD", "POST"])
def note_new(request: DeskRequest) -> HttpResponse:
    person = acting(request)
    if request.method != "POST":
        asked = {name: request.GET[name] for name in ("day", "half", "kind") if name in request.GET}
        return typing(request, NoteForm(initial={"day": looking(request).day, "half": "上午"} | asked))
    form = NoteForm(request.POST)
    if not form.is_valid():
        return typing(request, form, unreadable(form, "备注没有提交。"))
    said = f"备注已提交，请{verifiers(person, looking(request).day)}核实。"
    refusal = attempt(
        request, said, lambda key: workflow.tell(actor=person, **form.cleaned_data, at=request.at, key=key)
    )
    return typing(request, form, refusal) if refusal else redirect("web:notes")


def typing(request: DeskRequest, form: NoteForm, refusal: Refusal | None = None) -> HttpResponse:
    context = {
        "form": form,
        "refusal": refusal,
        "verifiers": verifiers(acting(request), looking(request).day),
    }
    return render(request, "web/attendance/note_new.html", context, status=REFUSED if refusal else 200)


@require_POST
def note_back(request: DeskRequest, number: int) -> HttpResponseBase:
    """The person takes a note back that nobody has verified."""
    note, person = seen(request, number), acting(request)
    refusal = attempt(
        request,
        "备注已撤回。",
        lambda key: workflow.take_back(actor=person, note=note, at=request.at, key=key),
    )
    return listed(request, refusal) if refusal else redirect("web:notes")


@require_POST
def note_verify(request: DeskRequest, number: int) -> HttpResponseBase:
    note, person = seen(request, number), acting(request)
    outcome, answer = request.POST.get("outcome", ""), request.POST.get("answer", "")
    said = f"{note.person.name}{note.day}{note.half}的备注：{workflow.OUTCOMES.get(outcome, outcome)}。"
    refusal = attempt(
        request, said,
        lambda key: workflow.verify(actor=person, note=note, outcome=outcome, answer=answer, at=request.at, key=key),
    )  # fmt: skip
    return listed(request, refusal, note.pk) if refusal else redirect("web:notes")


def seen(request: DeskRequest, number: int) -> ExceptionNote:
    """The note, if this viewer may see it; otherwise it is not there."""
    return get_object_or_404(visible(looking(request), ExceptionNote).select_related("person"), pk=number)
