"""会议纪要: one paragraph for each topic, signed by the host, numbered, printed, handed to the sections."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Refusal
from zhixing.office.meetings.acts.summary import draft_summary, issue_summary
from zhixing.office.meetings.models import Item, Meeting, Summary
from zhixing.organ.models import Person
from zhixing.regulations.governance.papers.summary import summary_sheet
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.meetings.seen import kind_or_404, meeting_of, standing_of
from zhixing.web.pages.pressed import Button, press, written
from zhixing.web.pages.records.forms import lines
from zhixing.web.requests import DeskRequest

SAVE, SIGN = "保存", "签发"
TOLD = ("通过", "未通过", "暂缓", "已传达")
USUAL = "局领导，各科室、事业单位。"


class SummaryForm(forms.Form):
    """A text for each topic that has a result to tell, and to whom it all goes."""

    def __init__(self, *args: Any, items: list[Item], kept: Summary | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = {one["议题"]: one["议定事项"] for one in kept.content} if kept else {}
        for place, item in enumerate(items, 1):
            label = f"{place}．{item.title}（{item.get_result_display()}）"
            field = lines(label, 4000, required=False)
            field.initial = said.get(item.title) or suggested(item)
            self.fields[f"item_{item.pk}"] = field
        self.fields["sent_to"] = lines("分送", 300, "写明送给谁。", required=False)
        self.fields["sent_to"].initial = kept.sent_to if kept else USUAL

    def texts(self) -> dict[int, str]:
        return {
            int(name.removeprefix("item_")): text
            for name, text in self.cleaned_data.items()
            if name.startswith("item_")
        }


def suggested(item: Item) -> str:
    """What the record gives to begin with; the recorder puts it into words."""
    return {"未通过": "会议未予通过。", "暂缓": f"会议决定暂缓。{item.reason}"}.get(
        item.result, ""
    ) or item.decision


@require_http_methods(["GET", "HEAD", "POST"])
def summary(request: DeskRequest, number: int) -> HttpResponse:
    """Only of a meeting whose kind issues one, once its record is sealed."""
    meeting = meeting_of(request, number)
    if not kind_or_404(meeting).summary_series or meeting.state != "已锁定":
        raise Http404
    kept = Summary.objects.filter(meeting=meeting).select_related("meeting", "organ", "signed_by").first()
    buttons = buttons_of(request, meeting, kept)
    if request.method != "POST":
        return page(request, meeting, kept, buttons)
    refusal = press(request, buttons)
    return page(request, meeting, kept, buttons, refusal) if refusal else redirect("web:summary", meeting.pk)


def buttons_of(request: DeskRequest, meeting: Meeting, kept: Summary | None) -> dict[str, Button]:
    items = list(meeting.items.filter(result__in=TOLD))
    form = written(request, SAVE, SummaryForm, "summary", items=items, kept=kept)

    def drafted(*, actor: Person, at: Any, key: str, sent_to: str, **_: str) -> Receipt:
        assert isinstance(form, SummaryForm)
        return draft_summary(
            meeting=meeting, texts=form.texts(), sent_to=sent_to, actor=actor, at=at, key=key
        )

    buttons = {SAVE: Button("会议纪要已保存。", form, drafted, {})}
    if kept is not None:
        bare = forms.Form(request.POST) if request.method == "POST" else forms.Form()
        buttons[SIGN] = Button("会议纪要已签发。", bare, issue_summary, {"summary": kept})
    return buttons


def page(
    request: DeskRequest, meeting: Meeting, kept: Summary | None, buttons: dict[str, Button],
    refusal: Refusal | None = None,
) -> HttpResponse:  # fmt: skip
    if kept is not None:
        kept.refresh_from_db()
    stand = standing_of(request, meeting)
    issued = kept is not None and kept.issued_at is not None
    context = {
        "meeting": meeting,
        "summary": kept,
        "sheet": summary_sheet(kept) if kept else None,
        "sections": sections_of(meeting) if issued else (),
        "stand": stand,
        "form": buttons[SAVE].form if stand.recorder and not issued else None,
        "issued": issued,
        "refusal": refusal,
    }
    return render(request, "web/meetings/summary.html", context, status=REFUSED if refusal else 200)


def sections_of(meeting: Meeting) -> list[tuple[int, str]]:
    """The sections that have something of this meeting to carry out."""
    rows = meeting.items.exclude(resolution=None).order_by("resolution__section__order")
    return list(dict.fromkeys(rows.values_list("resolution__section_id", "resolution__section__name")))
