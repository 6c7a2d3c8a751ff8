"""用印: the list, the paper with its route while one types, one use with the keeper's stamping (17-4a to 17-6)."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from operator import attrgetter as of
from typing import Any

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhixing.office.papers.columns import Kind
from zhixing.office.registers.acts.lines import void_line
from zhixing.office.registers.book import is_filed
from zhixing.office.registers.models import Line
from zhixing.organ.policy import visible
from zhixing.regulations.seals.models import CarryOut, SealUse, Stamping
from zhixing.regulations.seals.models.choices import AGREED, DRAFT, USE_STATUSES, WAITING
from zhixing.regulations.seals.papers.printed import Printing
from zhixing.regulations.seals.papers.use_form import print_use
from zhixing.regulations.seals.workflow.counting import left_of, stamped_of
from zhixing.regulations.seals.workflow.gate import manages
from zhixing.regulations.seals.workflow.lines import lines_about
from zhixing.regulations.seals.workflow.sources import STAMPING
from zhixing.regulations.seals.workflow.stamping import stamp
from zhixing.regulations.seals.workflow.urgent import overdue
from zhixing.regulations.seals.workflow.use import assess_use, draft_use, request_use
from zhixing.web.pages.governance.kept_files import keeping
from zhixing.web.pages.pressed import Button, written
from zhixing.web.pages.records import Book, Shown
from zhixing.web.pages.seals.asking import Paper, given, sent, told, typing
from zhixing.web.pages.seals.forms import UrgentForm, UseForm, begun_use
from zhixing.web.pages.seals.register_forms import StampForm, VoidForm
from zhixing.web.requests import DeskRequest, acting, looking
from zhixing.web.uploads import taken_in

BOTH = ["GET", "HEAD", "POST"]
STAMP = "盖印登记"
UNSAID = "选了印章、材料和事由类别，这里显示由谁批准。"


def of_use(request: DeskRequest, use: SealUse) -> Mapping[str, Any]:
    """What stands beside a use: its file, what was stamped, what was carried out for it."""
    mine = use.person_id == acting(request).pk
    return {
        "stampings": with_lines(use),
        "stamped": stamped_of(use),
        "left": left_of(use),
        "carries": visible(looking(request), CarryOut).filter(use=use).select_related("person"),
        "own_draft": use.status == DRAFT and mine,
        "may_carry": use.status == AGREED and mine,
        "printable": use.matter is not None and use.matter.number,
    }


def with_lines(use: SealUse) -> list[tuple[Stamping, Line | None]]:
    lines = lines_about(use)
    rows = use.stampings.select_related("stamped_by", "keeper")
    return [(one, lines.get(f"{STAMPING}{one.pk}")) for one in rows]


def buttons_of(request: DeskRequest, use: SealUse) -> Mapping[str, Button]:
    return {**stamping(request, use), **voiding(request, use)}


def voiding(request: DeskRequest, use: SealUse) -> Mapping[str, Button]:
    """A line entered by mistake is made void by the keeper or the office (E33); what was stamped stays counted."""
    viewer, person = looking(request), acting(request)
    if use.seal is None or not (use.seal.kept.holder_id == person.pk or manages(person, viewer.day)):
        return {}
    about = {"organ": viewer.organ, "day": viewer.day}
    made = {}
    for line in lines_about(use).values():
        word = f"作废第{line.number}号登记"
        form = written(request, word, VoidForm, f"void{line.pk}", **about)
        if not (line.void or is_filed(line.kept, line.year)):
            made[word] = Button("登记已作废，序号和原因留在登记簿上。", form, void_line, {"line": line})
    return made


def stamping(request: DeskRequest, use: SealUse) -> Mapping[str, Button]:
    """Offered to whoever has the seal in hand, once it may be stamped."""
    ready = use.status == AGREED or (use.urgent and use.status == WAITING)
    if use.seal is None or not ready or use.seal.kept.holder_id != acting(request).pk:
        return {}
    viewer = looking(request)
    begun = {"stamped_by": acting(request).pk, "copies": left_of(use), "keeper_present": True}
    form = written(request, STAMP, StampForm, "stamp", organ=viewer.organ, day=viewer.day, initial=begun)
    return {STAMP: Button("盖印已登记，已记入登记簿。", form, keeping(stamp, "presented"), {"use": use})}


def named(request: DeskRequest) -> Mapping[str, Any]:
    """Urgent uses that were not signed for in time are named (17-4b)."""
    viewer = looking(request)
    seen = visible(viewer, SealUse).filter(pk__in=overdue(viewer.organ, viewer.day).values("pk"))
    return {"late": seen.select_related("person", "agreed_by", "matter").order_by("paperwork_due")}


USES = Book(
    name="seal_uses", title="用印登记", model=SealUse, clause="17-4a",
    hint="要用印，点右上角“申请用印”，写清事由，附上材料全文。",
    related=("matter", "person", "section", "seal__kept", "file", "agreed_by", "signed_by"),
    search=("title", "person__name", "matter__number", "document_number"), search_label="文件、经办人、编号",
    states=("status", USE_STATUSES), icon="patch-check", buttons=buttons_of, beside=of_use, above=named,
    template="web/seals/use.html", list_template="web/seals/uses.html",
    columns=(
        Shown("文件名称", lambda one: one.title or "未命名", width=40), Shown("编号", lambda one: one.number, width=18),
        Shown("印章", lambda one: one.seal.kept.name if one.seal else "", width=24),
        Shown("经办人", lambda one: one.person.name), Shown("用印单位", lambda one: one.section.name if one.section else ""),
        Shown("份数", of("copies"), Kind.WHOLE), Shown("页数", of("pages"), Kind.WHOLE, listed=False),
        Shown("事由类别", of("purpose"), listed=False), Shown("用印事由", of("reason"), width=40, listed=False),
        Shown("材料", of("material"), listed=False), Shown("送往单位", of("recipient"), listed=False),
        Shown("备注", lambda one: "；".join(filter(None, ("急用" if one.urgent else "", one.remark)))),
        Shown("同意的人", lambda one: one.agreed_by.name if one.agreed_by else "", listed=False),
        Shown("同意时间", of("agreed_at"), Kind.MOMENT, listed=False), Shown("同意方式", of("agreed_how"), listed=False),
        Shown("最迟补签", of("paperwork_due"), Kind.DATE, listed=False),
        Shown("批准人", lambda one: one.signed_by.name if one.signed_by else "", listed=False),
        Shown("批准时间", of("signed_at"), Kind.MOMENT, listed=False),
        Shown("状态", of("status"), state=True),
    ),
)  # fmt: skip


def live(request: DeskRequest, form: UseForm) -> dict[str, Any]:
    """{route, ruling, faults}; the file is chosen on the page and comes with the paper."""
    typed = form.request_of(None) if hasattr(form, "cleaned_data") else None
    if typed is None:
        return {"unsaid": UNSAID}
    assessed = assess_use(person=acting(request), request=typed, at=request.at)
    ruling = assessed.ruling.as_json() if assessed.ruling else None
    route = assessed.route if assessed.route.stops else None
    return {
        "route": route,
        "faults": told(form, assessed.findings, "材料全文"),
        "ruling": ruling,
        "unsaid": UNSAID,
    }


PAPER = Paper(
    "web/seals/use_new.html", "web:seal_uses", "用印没有提交。", draft_use, request_use, live, "use"
)


@require_http_methods(BOTH)
def use_new(request: DeskRequest, number: int | None = None) -> HttpResponse:
    """A new paper, urgent or not, or the own draft `number` taken up again."""
    draft = _own_draft(request, number) if number else None
    urgent = draft.urgent if draft else (request.POST or request.GET).get("urgent") == "1"
    kind = UrgentForm if urgent else UseForm
    if request.method != "POST":
        initial = begun_use(draft) if draft else {"seal": _number(request.GET.get("seal", ""))}
        return typing(request, PAPER, kind(initial=initial, **given(request)), draft, urgent=urgent)
    form = kind(request.POST, request.FILES, **given(request))
    files, faults = taken_in(request, ("file",))
    file = files.get("file") or (draft.file if draft else None)
    return sent(
        request,
        PAPER,
        form,
        lambda: form.request_of(file),
        draft,
        faults=faults,
        kept=files.get("file"),
        urgent=urgent,
    )


@require_POST
def use_route(request: DeskRequest) -> HttpResponse:
    """Who would approve what is typed so far; a part of the page."""
    kind = UrgentForm if request.POST.get("urgent") == "1" else UseForm
    form = kind(request.POST, **given(request))
    form.is_valid()
    return render(request, "web/seals/live.html", live(request, form))


@require_safe
def use_print(request: DeskRequest, number: int) -> HttpResponseBase:
    rows = visible(looking(request), SealUse).exclude(status=DRAFT).exclude(matter=None)
    use = get_object_or_404(rows.select_related(*USES.related, "organ"), pk=number)
    paper = print_use(use, Printing(acting(request), request.at))
    return FileResponse(BytesIO(paper), filename=f"机关印章使用审批登记表{use.number}.pdf")


def _own_draft(request: DeskRequest, number: int) -> SealUse:
    rows = visible(looking(request), SealUse).select_related("matter", "file", "seal__kept")
    return get_object_or_404(rows, pk=number, person=acting(request), status=DRAFT)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 12 else None  # noqa: PLR2004 -- no key is longer
