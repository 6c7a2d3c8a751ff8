"""审计：the journal as the audit officer reads it, held against itself and its witness, and handed out whole."""

import json
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from zhixing.files.store import is_sound
from zhixing.journal import witness
from zhixing.journal.export import export
from zhixing.journal.models import Entry, Head
from zhixing.journal.receipts import Receipt, receipt_of
from zhixing.journal.report import LAYERS
from zhixing.journal.verify import verify
from zhixing.journal.write import write
from zhixing.law.refusal import Refusal
from zhixing.web.days import day_in
from zhixing.web.lawbook import cite_of
from zhixing.web.pages.answering import REFUSED, key_of
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, looking

LONGEST = 60
FEW = 8
# The audit officer sees who did what to which record, not what the record says; of the house's own keeping, all.
OWN_KEEPING = frozenset({"账号", "机构", "工作日历", "委托", "接口令牌", "日志", "自定数值", "任务"})
FILTERS = ("since", "until", "actor", "action", "kind", "object")


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    value: str


@require_safe
def journal(request: DeskRequest) -> HttpResponse:
    return page(request)


@require_safe
def entry(request: DeskRequest, seq: int) -> HttpResponse:
    organ = looking(request).organ.pk
    shown = get_object_or_404(Entry, organ=organ, seq=seq)
    context = {
        "entry": shown,
        "receipt": receipt_of(shown),
        "rule": cite_of(shown.rule, looking(request).day) if shown.rule else "",
        "lines": lines_of(shown),
        "hidden": shown.object_kind not in OWN_KEEPING,
        "states": [(kind, list(state["rows"])) for kind, state in json.loads(shown.states).items()],
        "attachments": json.loads(shown.attachments),
        "earlier": seq - 1 if seq > 1 else None,
        "later": seq + 1 if Entry.objects.filter(organ=organ, seq=seq + 1).exists() else None,
    }
    return render(request, "web/organ/audit_entry.html", context)


def lines_of(shown: Entry) -> list[Line]:
    """What the act says; of business only the names of the columns."""
    payload: dict[str, Any] = json.loads(shown.payload)
    if shown.object_kind not in OWN_KEEPING:
        return [Line(name, "") for name in payload]
    return [Line(name, said(value)) for name, value in payload.items()]


def said(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(said(one) for one in value)
    return str(value)


@require_POST
def check(request: DeskRequest) -> HttpResponse:
    """Read the whole chain; that it was read, and with what verdict, is an entry of its own."""
    organ = looking(request).organ.pk
    try:
        key = key_of(request)
    except Refusal as refusal:
        return page(request, refusal=refusal)
    report = verify(organ, settings.WITNESS_FILE, sound=is_sound)
    verdict = "全部相符" if report.sound else f"{len(report.faults)}处不相符"
    receipt = noted(request, "核验日志", {"条数": report.entries, "结论": verdict}, key)
    layers = [(layer, report.of(layer)) for layer in LAYERS]
    return page(request, report=report, layers=layers, receipt=receipt)


@require_POST
def hand_out(request: DeskRequest) -> HttpResponseBase:
    """The whole journal with the program that verifies it; the handing out stands in it as the last entry."""
    organ = looking(request).organ
    try:
        noted(request, "导出日志", {"用途": "审计"}, key_of(request))
    except Refusal as refusal:
        return page(request, refusal=refusal)
    name = f"日志-{organ.pk}-{timezone.localtime(request.at):%Y%m%d-%H%M}.zip"
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.zip"
        export(organ.pk, path)
        handle = path.open("rb")  # stays readable after its folder is gone
    return FileResponse(handle, as_attachment=True, filename=name, content_type="application/zip")


def noted(request: DeskRequest, action: str, payload: dict[str, object], key: str) -> Receipt:
    organ = looking(request).organ.pk
    with transaction.atomic():
        return write(
            organ=organ,
            actor=request.user.username,
            office="审计管理员",
            action=action,
            object_kind="日志",
            object_id=organ,
            payload=payload,
            at=request.at,
            key=key,
        )


def page(request: DeskRequest, refusal: Refusal | None = None, **shown: Any) -> HttpResponse:
    organ = looking(request).organ.pk
    asked = {name: request.GET.get(name, "").strip()[:LONGEST] for name in FILTERS}
    context = {
        **page_of(request, found(organ, asked)),
        "asked": asked,
        "kinds": kinds(organ),
        "head": Head.objects.filter(organ=organ).first(),
        "seen": witnessed(organ),
        "refusal": refusal,
        **shown,
    }
    return render(request, "web/organ/audit.html", context, status=REFUSED if refusal else 200)


def kinds(organ: str) -> list[str]:
    return sorted(
        Entry.objects.filter(organ=organ).order_by().values_list("object_kind", flat=True).distinct()
    )


def found(organ: str, asked: dict[str, str]) -> QuerySet[Entry]:
    """The newest first; a filter that cannot be read filters nothing."""
    entries = Entry.objects.filter(organ=organ).order_by("-seq")
    since, until = moment(asked["since"]), moment(asked["until"], 1)
    wanted = {
        "at__gte": since,
        "at__lt": until,
        "actor__contains": asked["actor"],
        "action__contains": asked["action"],
        "object_kind": asked["kind"],
        "object_id": asked["object"],
    }
    return entries.filter(**{name: value for name, value in wanted.items() if value})


def moment(text: str, days_later: int = 0) -> datetime | None:
    day = day_in(text)
    return timezone.make_aware(datetime.combine(day + timedelta(days=days_later), time(0))) if day else None


def witnessed(organ: str) -> list[tuple[witness.Witnessed, bool]]:
    """The last heads in the witness file, and whether the chain still says the same."""
    lines = [one for one in witness.read(settings.WITNESS_FILE)[0] if one.organ == organ][-FEW:]
    known = dict(
        Entry.objects.filter(organ=organ, seq__in=[one.seq for one in lines]).values_list("seq", "hash")
    )
    return [(one, known.get(one.seq) == one.hash) for one in reversed(lines)]
