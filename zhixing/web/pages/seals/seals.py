"""印章: the register with where each seal is now, one seal with everything that was done with it (17-1 to 17-3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter as of
from typing import Any

from zhixing.files.permission import may_open
from zhixing.journal.write import Receipt
from zhixing.office.papers.columns import Kind
from zhixing.office.registers.acts import entering, handing
from zhixing.office.registers.models import HandOver, Kept, Line, Loan, YearBook
from zhixing.organ.policy import visible
from zhixing.regulations.seals.models import Seal
from zhixing.regulations.seals.workflow.gate import manages
from zhixing.regulations.seals.workflow.incidents import destroyed
from zhixing.regulations.seals.workflow.seals import designate, enter_seal
from zhixing.web.pages.governance.kept_files import keeping
from zhixing.web.pages.pressed import Button, written
from zhixing.web.pages.records import Book, Entry, Shown
from zhixing.web.pages.records.forms import RecordForm
from zhixing.web.pages.seals.lines import FEW, lines_shown
from zhixing.web.pages.seals.register_forms import (
    DesignateForm,
    DestroyForm,
    ReasonForm,
    RemarkForm,
    SealForm,
)
from zhixing.web.requests import DeskRequest, acting, looking

NAME, GIVE, TAKE, NOT_TAKE = "指定保管人", "移交", "接收", "不接收"
STOP, RESUME, HAND_IN, DESTROY = "停用", "恢复使用", "上交", "登记销毁"
Made = tuple[str, type[RecordForm], Callable[..., Receipt], Mapping[str, Any]]


def where(seal: Seal) -> str:
    """Where it is now, as everybody may know it (17-7b)."""
    kept = seal.kept
    if kept.state == "借出":
        loan = next((one for one in kept.loans.all() if one.state in {"借出", "待验收"}), None)
        return f"{loan.borrower.name}带出，{loan.due}归还" if loan else "带出"
    if kept.state != "在用":
        return kept.state
    return f"{kept.holder.name}代管到{kept.held_until}" if kept.deputised else f"{kept.keeper.name}保管"


def buttons_of(request: DeskRequest, seal: Seal) -> Mapping[str, Button]:
    viewer = looking(request)
    about = {"organ": viewer.organ, "day": viewer.day}
    return {
        word: Button(said, written(request, word, form, f"b{place}", **about), act, given)
        for place, (word, (said, form, act, given)) in enumerate(offered(request, seal).items())
    }


def offered(request: DeskRequest, seal: Seal) -> dict[str, Made]:
    """What this person may do with it now; the acts look again."""
    person, kept = acting(request), seal.kept
    made: dict[str, Made] = {}
    waiting = kept.hand_overs.filter(state="待接收").exclude(kind="代管").select_related("receiver").first()
    if waiting is not None and waiting.receiver_id == person.pk and waiting.kind == "移交":
        of_hand = {"hand_over": waiting}
        made[TAKE] = ("已接收，现在由您保管。", RemarkForm, handing.take, of_hand)
        made[NOT_TAKE] = ("已退回。", ReasonForm, handing.decline, of_hand)
    named = seal.designations.first()
    mine = kept.keeper_id == person.pk == kept.holder_id and kept.state in {"在用", "停用"}
    if mine and named is not None and named.keeper_id != person.pk and waiting is None:
        made[GIVE] = (
            f"已移交，等{named.keeper.name}接收。", ReasonForm, handing.hand_over,
            {"kept": kept, "receiver": named.keeper},
        )  # fmt: skip
    if manages(person, looking(request).day):
        made |= managing(seal, kept)
    return made


def managing(seal: Seal, kept: Kept) -> dict[str, Made]:
    acts: dict[str, tuple[tuple[str, ...], Made]] = {
        NAME: (
            ("在用", "停用"),
            ("保管人已指定，请双方当面移交。", DesignateForm, designate, {"seal": seal}),
        ),
        STOP: (("在用", "借出"), ("印章已停用。", ReasonForm, entering.stop, {"kept": kept})),
        RESUME: (("停用",), ("印章已恢复使用。", ReasonForm, entering.resume, {"kept": kept})),
        HAND_IN: (("停用",), ("已登记上交。", ReasonForm, entering.hand_in, {"kept": kept})),
        DESTROY: (("停用", "已上交"), ("销毁已登记，印模留档。", DestroyForm, destroyed, {"seal": seal})),
    }
    return {word: made for word, (states, made) in acts.items() if kept.state in states}


def of_seal(request: DeskRequest, seal: Seal) -> Mapping[str, Any]:
    """Its impression, its hands, its lines and what was carried out, each as far as this person may see it."""
    viewer, kept = looking(request), seal.kept
    lines = visible(viewer, Line).filter(kept=kept).select_related("kept").order_by("-year", "-number")
    picture = seal.impression if seal.impression and may_open(viewer, seal.impression) else None
    return {
        "where": where(seal),
        "impression": picture,
        "hands": visible(viewer, HandOver).filter(kept=kept).select_related("giver", "receiver")[:FEW],
        "loans": visible(viewer, Loan).filter(kept=kept).select_related("borrower", "closed_by")[:FEW],
        "lines": lines_shown(lines[:FEW]),
        "years": sorted({line.year for line in lines}, reverse=True),
        "books": {book.year: book for book in visible(viewer, YearBook).filter(kept=kept)},
        "may_use": kept.state in {"在用", "借出"},
        "mine": kept.holder_id == acting(request).pk,
    }


SEALS = Book(
    name="seals", title="印章", model=Seal, clause="17-1",
    hint="每一枚印章都由办公室登记：名称、材质、印模、保管人。",
    related=("kept__keeper", "kept__holder", "section", "impression"), prefetch=("kept__loans__borrower",), order=("pk",),
    search=("kept__name", "kept__keeper__name"), search_label="名称、保管人",
    states=("kept__state", ("在用", "借出", "停用", "已上交", "已销毁")), icon="patch-check",
    buttons=buttons_of, beside=of_seal, template="web/seals/seal.html", list_template="web/seals/seals.html",
    columns=(
        Shown("名称", lambda one: one.kept.name, width=30), Shown("登记号", lambda one: one.kept.number, width=18),
        Shown("种类", of("kind")), Shown("所属", lambda one: one.section.name if one.section else "局"),
        Shown("保管人", lambda one: one.kept.keeper.name), Shown("现在哪里", where, width=30),
        Shown("材质", of("material"), listed=False), Shown("制发机关", of("maker"), width=24, listed=False),
        Shown("启用日期", of("in_use_since"), Kind.DATE, listed=False),
        Shown("保管起", lambda one: one.kept.kept_since, Kind.DATE, listed=False),
        Shown("停用日期", lambda one: one.kept.ended_on, Kind.DATE, listed=False),
        Shown("停用原因", lambda one: one.kept.end_reason, listed=False),
        Shown("状态", lambda one: one.kept.state, state=True),
    ),
    entry=Entry(
        "登记印章", SealForm, keeping(enter_seal, "impression"), "印章已登记。",
        lambda request: manages(acting(request), looking(request).day),
    ),
)  # fmt: skip
