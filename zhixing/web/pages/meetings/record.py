"""会议记录: drawn up from what was recorded, checked by the host, sealed; corrections stand beside (01-6.6)."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.law.refusal import Refusal
from zhixing.office.meetings.acts import minutes as acts
from zhixing.office.meetings.models import Correction, Meeting, Minutes
from zhixing.office.meetings.record import record_of
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.meetings.forms import ReasonForm
from zhixing.web.pages.meetings.seen import kind_or_404, meeting_of, standing_of
from zhixing.web.pages.pressed import Button, press, written
from zhixing.web.pages.records.forms import lines, text
from zhixing.web.requests import DeskRequest


class CorrectForm(forms.Form):
    place = text("更正何处", 200, "如“第2项议题表决情况”。", required=False)
    reason = text("更正的原因", 300, required=False)
    text = lines("更正为", 2000, required=False)
    field_order = ("place", "text", "reason")


class ConfirmForm(forms.Form):
    correction = forms.ModelChoiceField(Correction.objects.none(), widget=forms.HiddenInput)

    def __init__(self, *args: object, minutes: Minutes, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # what every form takes
        chosen = self.fields["correction"]
        assert isinstance(chosen, forms.ModelChoiceField)
        chosen.queryset = minutes.corrections.all()


@require_http_methods(["GET", "HEAD", "POST"])
def minutes(request: DeskRequest, number: int) -> HttpResponse:
    """Only of a meeting that was held."""
    meeting = meeting_of(request, number)
    kind_or_404(meeting)
    if meeting.opened_at is None:
        raise Http404
    kept = Minutes.objects.filter(meeting=meeting).select_related("checked_by", "submitted_by").first()
    buttons = buttons_of(request, meeting, kept)
    if request.method != "POST":
        return page(request, meeting, kept, buttons)
    refusal = press(request, buttons)
    return page(request, meeting, kept, buttons, refusal) if refusal else redirect("web:minutes", meeting.pk)


def buttons_of(request: DeskRequest, meeting: Meeting, kept: Minutes | None) -> dict[str, Button]:
    bare = forms.Form(request.POST) if request.method == "POST" else forms.Form()
    submit = Button("会议记录已送主持人核对。", bare, acts.submit_minutes, {"meeting": meeting})
    if kept is None:
        return {"送核": submit}
    own = {"minutes": kept}
    returning = written(request, "退回", ReasonForm, "back", label="退回原因")
    correcting = written(request, "登记更正", CorrectForm, "correct")
    confirming = written(request, "确认更正", ConfirmForm, "confirm", minutes=kept)
    return {
        "送核": submit,
        "锁定": Button("会议记录已锁定，以后只能在旁边登记更正说明。", bare, acts.seal_minutes, own),
        "退回": Button("会议记录已退回。", returning, acts.return_minutes, own),
        "登记更正": Button("更正说明已登记，请主持人确认。", correcting, acts.correct, own),
        "确认更正": Button("更正说明已确认。", confirming, acts.confirm_correction, {}),
    }


def page(
    request: DeskRequest, meeting: Meeting, kept: Minutes | None, buttons: dict[str, Button],
    refusal: Refusal | None = None,
) -> HttpResponse:  # fmt: skip
    meeting.refresh_from_db()
    if kept is not None:
        kept.refresh_from_db()
    waiting = kept is not None and not kept.sealed_at and not kept.returned_reason
    context = {
        "meeting": meeting,
        "kind": kind_or_404(meeting),
        "minutes": kept,
        "record": kept.content if kept and (kept.sealed_at or waiting) else record_of(meeting),
        "untouched": acts.is_untouched(kept) if kept else True,
        "corrections": kept.corrections.select_related("by", "confirmed_by") if kept else (),
        "stand": standing_of(request, meeting),
        "waiting": waiting,
        "forms": {word: button.form for word, button in buttons.items()},
        "refusal": refusal,
    }
    return render(request, "web/meetings/minutes.html", context, status=REFUSED if refusal else 200)
