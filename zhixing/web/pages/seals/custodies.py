"""代管: the list, the application, one custody with its two hand-overs (17-3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter as of
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_POST

from zhixing.journal.write import Receipt
from zhixing.office.papers.columns import Kind
from zhixing.office.registers.models import HandOver
from zhixing.organ.policy import visible
from zhixing.regulations.seals.models import Custody
from zhixing.regulations.seals.models.choices import CUSTODY_STATUSES
from zhixing.regulations.seals.workflow.custody import draft_custody, faults_of, request_custody, way
from zhixing.regulations.seals.workflow.custody_hands import (
    accept,
    accept_back,
    give,
    give_back,
    open_hand,
    source_of,
)
from zhixing.web.pages.pressed import Button, written
from zhixing.web.pages.records import Book, Shown
from zhixing.web.pages.records.forms import RecordForm
from zhixing.web.pages.seals.asking import Paper, given, sent, told, typing
from zhixing.web.pages.seals.forms import CustodyForm, begun_custody
from zhixing.web.pages.seals.register_forms import ReasonForm, RemarkForm
from zhixing.web.requests import DeskRequest, acting, looking

GIVE, TAKE, GIVE_BACK, TAKE_BACK = "交出", "接收", "交回", "收回"
Made = tuple[str, type[RecordForm], Callable[..., Receipt]]


def buttons_of(request: DeskRequest, custody: Custody) -> Mapping[str, Button]:
    viewer = looking(request)
    about = {"organ": viewer.organ, "day": viewer.day}
    return {
        word: Button(said, written(request, word, form, "hand", **about), act, {"custody": custody})
        for word, (said, form, act) in offered(request, custody).items()
    }


def offered(request: DeskRequest, custody: Custody) -> dict[str, Made]:
    """One step at a time: given, taken, given back, taken back."""
    person, waiting = acting(request), open_hand(custody) is not None
    keeper, deputy = person.pk == custody.person_id, person.pk == custody.deputy_id
    if custody.status == "已批" and keeper and not waiting:
        return {GIVE: ("已交出，等代管人接收。", RecordForm, give)}
    if custody.status == "已批" and deputy and waiting:
        return {TAKE: ("已接收，现在由您代管。", RemarkForm, accept)}
    if custody.status == "代管中" and deputy and not waiting:
        return {GIVE_BACK: ("已交回，等保管人收回。", ReasonForm, give_back)}
    if custody.status == "代管中" and keeper and waiting:
        return {TAKE_BACK: ("已收回，代管结束。", RemarkForm, accept_back)}
    return {}


def of_custody(request: DeskRequest, custody: Custody) -> Mapping[str, Any]:
    hands = HandOver.objects.none()
    if custody.seal is not None:
        seen = visible(looking(request), HandOver).filter(kept=custody.seal.kept)
        hands = seen.filter(source=source_of(custody)).select_related("giver", "receiver")
    mine = custody.person_id == acting(request).pk
    return {"hands": hands, "own_draft": custody.status == "草稿" and mine}


CUSTODIES = Book(
    name="seal_custodies", title="印章代管", model=Custody, clause="17-3",
    hint="保管人外出以前，点右上角“申请代管”；分管办公室的局领导同意以后，当面交接。",
    related=("matter", "person", "deputy", "seal__kept", "agreed_by"),
    search=("person__name", "deputy__name", "seal__kept__name"), search_label="保管人、代管人、印章",
    states=("status", CUSTODY_STATUSES), icon="arrow-left-right", buttons=buttons_of, beside=of_custody,
    template="web/seals/custody.html", list_template="web/seals/custodies.html",
    columns=(
        Shown("编号", lambda one: one.matter.number or "未编号", width=18),
        Shown("印章", lambda one: str(one.seal) if one.seal else "", width=24),
        Shown("保管人", lambda one: one.person.name), Shown("代管人", lambda one: one.deputy.name if one.deputy else ""),
        Shown("起", of("first"), Kind.DATE), Shown("止", of("last"), Kind.DATE),
        Shown("原因", of("reason"), width=40, listed=False),
        Shown("同意的局领导", lambda one: one.agreed_by.name if one.agreed_by else "", listed=False),
        Shown("状态", of("status"), state=True),
    ),
)  # fmt: skip


def live(request: DeskRequest, form: CustodyForm) -> dict[str, Any]:
    route = way(acting(request), request.at)
    faults = list(route.findings)
    if form.is_bound and hasattr(form, "cleaned_data"):
        found = tuple(faults_of(acting(request), form.request_of(), looking(request).day))
        faults += told(form, found)
    return {"route": route, "faults": faults}


PAPER = Paper(
    "web/seals/custody_new.html", "web:seal_custodies", "代管没有提交。", draft_custody, request_custody, live,
    "custody",
)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def custody_new(request: DeskRequest, number: int | None = None) -> HttpResponse:
    """A new application, or the own draft `number` taken up again."""
    draft = _own_draft(request, number) if number else None
    if request.method != "POST":
        initial = begun_custody(draft) if draft else {"first": looking(request).day}
        return typing(request, PAPER, CustodyForm(initial=initial, **given(request)), draft)
    form = CustodyForm(request.POST, **given(request))
    return sent(request, PAPER, form, form.request_of, draft)


@require_POST
def custody_route(request: DeskRequest) -> HttpResponse:
    form = CustodyForm(request.POST, **given(request))
    form.is_valid()
    return render(request, "web/seals/live.html", live(request, form))


def _own_draft(request: DeskRequest, number: int) -> Custody:
    rows = visible(looking(request), Custody).select_related("matter", "seal__kept")
    return get_object_or_404(rows, pk=number, person=acting(request), status="草稿")
