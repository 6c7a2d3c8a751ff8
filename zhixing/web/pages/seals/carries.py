"""外带: the list, the paper with its route, one carry-out with hand-out, return and verification (17-7a, 17-7b)."""

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
from zhixing.organ.policy import visible
from zhixing.regulations.seals.models import CarryOut
from zhixing.regulations.seals.models.choices import CARRY_STATUSES
from zhixing.regulations.seals.papers.carry_form import print_carry
from zhixing.regulations.seals.papers.printed import Printing
from zhixing.regulations.seals.workflow.carry import assess_carry, draft_carry, request_carry
from zhixing.regulations.seals.workflow.carry_out import bring_back, hand_out, verify
from zhixing.web.pages.pressed import Button, written
from zhixing.web.pages.records import Book, Shown
from zhixing.web.pages.records.forms import RecordForm
from zhixing.web.pages.seals.asking import Paper, given, sent, told, typing
from zhixing.web.pages.seals.forms import CarryForm, begun_carry
from zhixing.web.pages.seals.register_forms import BackForm, VerifyForm
from zhixing.web.requests import DeskRequest, acting, looking

OUT, BACK, VERIFY = "带出", "交回", "验印归还"
TOLD = {None: "", True: "是", False: "否"}
UNSAID = "选了已经批准的用印，这里显示由谁批准。"


def buttons_of(request: DeskRequest, carry: CarryOut) -> Mapping[str, Button]:
    person, viewer, of_carry = acting(request), looking(request), {"carry": carry}
    about = {"organ": viewer.organ, "day": viewer.day}
    holds = (
        carry.use is not None and carry.use.seal is not None and carry.use.seal.kept.holder_id == person.pk
    )
    found: dict[str, Button] = {}
    if holds and carry.status == "已批":
        found[OUT] = Button(
            "印章已带出。", written(request, OUT, RecordForm, "out", **about), hand_out, of_carry
        )
    if carry.person_id == person.pk and carry.status == "已带出":
        back = written(request, BACK, BackForm, "back", **about)
        found[BACK] = Button("已交回，等保管人验印。", back, bring_back, of_carry)
    if holds and carry.status in {"已带出", "待验印"}:
        begun = {"counted": carry.counted, "only_for_it": TOLD[carry.only_for_it]}
        seen = written(request, VERIFY, VerifyForm, "verify", **about, initial=begun)
        found[VERIFY] = Button("验印已登记。", seen, verify, of_carry)
    return found


def is_late(carry: CarryOut, request: DeskRequest) -> bool:
    return carry.status in {"已带出", "待验印"} and carry.due is not None and looking(request).day > carry.due


def of_carry(request: DeskRequest, carry: CarryOut) -> Mapping[str, Any]:
    return {
        "own_draft": carry.status == "草稿" and carry.person_id == acting(request).pk,
        "late": is_late(carry, request),
        "printable": carry.matter.number,
    }


def named(request: DeskRequest) -> Mapping[str, Any]:
    """What is out too long is named, the borrower with it."""
    viewer = looking(request)
    rows = visible(viewer, CarryOut).filter(status__in=("已带出", "待验印"), due__lt=viewer.day)
    return {"late": rows.select_related("person", "use__seal__kept")}


CARRIES = Book(
    name="seal_carries", title="印章外带", model=CarryOut, clause="17-7a",
    hint="印章在机关里用；一定要带出去的，用印批准以后点右上角“申请外带”。",
    related=("matter", "person", "use__seal__kept", "use__matter", "verified_by", "loan"),
    search=("person__name", "destination", "matter__number"), search_label="借用人、目的地、编号",
    states=("status", CARRY_STATUSES), icon="box-arrow-right", buttons=buttons_of, beside=of_carry, above=named,
    template="web/seals/carry.html", list_template="web/seals/carries.html",
    columns=(
        Shown("编号", lambda one: one.matter.number or "未编号", width=18),
        Shown("印章", lambda one: str(one.use.seal) if one.use else "", width=24),
        Shown("用印审批", lambda one: f"{one.use.number}　{one.use.title}" if one.use else "", width=40, listed=False),
        Shown("借用人", lambda one: one.person.name), Shown("同行人", of("companion"), listed=False),
        Shown("目的地", of("destination"), width=24), Shown("外带事由", of("reason"), width=40, listed=False),
        Shown("带出日期", of("out"), Kind.DATE), Shown("最迟归还", of("due"), Kind.DATE),
        Shown("带出时间", lambda one: one.loan.out_at if one.loan else None, Kind.MOMENT, listed=False),
        Shown("签字承诺", lambda one: "已承诺" if one.undertaken else "", listed=False),
        Shown("盖印份数", of("counted"), Kind.WHOLE, listed=False), Shown("用在哪里", of("report"), width=40, listed=False),
        Shown("处理", of("handling"), listed=False),
        Shown("验印人", lambda one: one.verified_by.name if one.verified_by else "", listed=False),
        Shown("验印时间", of("verified_at"), Kind.MOMENT, listed=False),
        Shown("状态", of("status"), state=True),
    ),
)  # fmt: skip


def live(request: DeskRequest, form: CarryForm) -> dict[str, Any]:
    if not hasattr(form, "cleaned_data"):
        return {"unsaid": UNSAID}
    assessed = assess_carry(person=acting(request), request=form.request_of(), at=request.at)
    ruling = assessed.ruling.as_json() if assessed.ruling else None
    route = assessed.route if assessed.route.stops else None
    return {"route": route, "faults": told(form, assessed.findings), "ruling": ruling, "unsaid": UNSAID}


PAPER = Paper(
    "web/seals/carry_new.html",
    "web:seal_carries",
    "外带没有提交。",
    draft_carry,
    request_carry,
    live,
    "carry",
)


@require_http_methods(["GET", "HEAD", "POST"])
def carry_new(request: DeskRequest, number: int | None = None) -> HttpResponse:
    """A new paper, or the own draft `number` taken up again."""
    draft = _own_draft(request, number) if number else None
    if request.method != "POST":
        day = looking(request).day
        asked = request.GET.get("use", "")
        begun = {"out": day, "due": day, "use": asked if asked.isdecimal() else None}
        initial = begun_carry(draft) if draft else begun
        return typing(request, PAPER, CarryForm(initial=initial, **given(request)), draft)
    form = CarryForm(request.POST, **given(request))
    return sent(request, PAPER, form, form.request_of, draft)


@require_POST
def carry_route(request: DeskRequest) -> HttpResponse:
    form = CarryForm(request.POST, **given(request))
    form.is_valid()
    return render(request, "web/seals/live.html", live(request, form))


@require_safe
def carry_print(request: DeskRequest, number: int) -> HttpResponseBase:
    rows = visible(looking(request), CarryOut).exclude(status="草稿")
    carry = get_object_or_404(rows.select_related(*CARRIES.related, "organ"), pk=number)
    paper = print_carry(carry, Printing(acting(request), request.at))
    return FileResponse(BytesIO(paper), filename=f"机关印章外带审批表{carry.matter.number}.pdf")


def _own_draft(request: DeskRequest, number: int) -> CarryOut:
    rows = visible(looking(request), CarryOut).select_related("matter", "use")
    return get_object_or_404(rows, pk=number, person=acting(request), status="草稿")
