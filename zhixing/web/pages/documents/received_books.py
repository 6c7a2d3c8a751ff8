"""The registers of receiving as they are declared (09-1.1, 09-1.5): 收文登记簿, 转交, 涉密来文编号, 借阅登记."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from zhixing.files.models import StoredFile
from zhixing.files.store import keep
from zhixing.journal.write import Receipt
from zhixing.office.circulation.where import days_of
from zhixing.office.papers.columns import Kind
from zhixing.organ.authority import holds
from zhixing.organ.clock import now
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.uploads import uploader
from zhixing.regulations.documents.models import (
    ClassifiedNumber,
    HandedIn,
    PaperLoan,
    ReceivedDocument,
)
from zhixing.regulations.documents.models.loans import LOAN_STATES
from zhixing.regulations.documents.models.received import HANDED_STATES, STATES, WAITING
from zhixing.regulations.documents.workflow import loans, received, received_handed
from zhixing.regulations.documents.workflow.received import Incoming
from zhixing.web.pages.documents import received_forms as typed
from zhixing.web.pages.documents.received_acts import buttons
from zhixing.web.pages.documents.received_now import HOLDERS, above
from zhixing.web.pages.documents.received_seen import beside
from zhixing.web.pages.pressed import Button, written
from zhixing.web.pages.records import Book, Entry, Shown
from zhixing.web.requests import DeskRequest, acting, looking

Of = Callable[[Any], Any]


def of(field: str) -> Of:
    def value(record: Any) -> Any:
        return getattr(record, field)

    return value


def name(field: str) -> Of:
    def named(record: Any) -> str:
        found = getattr(record, field)
        return found.name if found else ""

    return named


def with_whom(document: ReceivedDocument) -> str:
    """在谁手里、几天了; of a document that is over nothing."""
    sheet = document.sheet
    if sheet is None or document.ended:
        return ""
    at = now()
    held = [(one.holder.name, days_of(one, at)) for one in getattr(sheet, "open_hands", ())]
    return "、".join(f"{who}（{days}天）" if days else f"{who}（今天）" for who, days in held)


def advice_of(document: ReceivedDocument) -> str:
    boxes = getattr(document.sheet, "advice_boxes", ())
    return "；".join(box.text for box in boxes)


def doers(document: ReceivedDocument) -> list[Any]:
    return [one for one in getattr(document.sheet, "given", ()) if one.state != "已收回"]


def sections_of(document: ReceivedDocument) -> str:
    return "、".join(dict.fromkeys(one.section.name for one in doers(document) if one.section))


def people_of(document: ReceivedDocument) -> str:
    return "、".join(dict.fromkeys(one.doer.name for one in doers(document)))


def replied(document: ReceivedDocument) -> str:
    if document.replied_on:
        told = f"，告知{document.reply_told}" if document.reply_told else ""
        return f"{document.replied_on.isoformat()} {document.reply_form}{told}"
    return f"不答复：{document.no_reply_reason}" if document.no_reply_reason else ""


def how_lent(loan: PaperLoan) -> str:
    """逾期 on the day after the last day; otherwise as it stands."""
    late = loan.state == "借出" and loan.due is not None and loan.due < today(now())
    return "逾期" if late else loan.state


def clerk(request: DeskRequest) -> bool:
    return holds(acting(request), ("文书",), looking(request).day)


def anybody(_: DeskRequest) -> bool:
    return True


def enter(
    *, paper: Incoming, uploads: list[UploadedFile[Any]], handed: HandedIn | None, twin_reason: str, actor: Person,
    at: datetime, key: str,
) -> Receipt:  # fmt: skip
    files = [_kept(one, actor, at) for one in uploads]
    return received.register(
        paper=paper, files=files, handed=handed, twin_reason=twin_reason, actor=actor, at=at, key=key
    )


def _kept(upload: UploadedFile[Any], actor: Person, at: datetime) -> StoredFile:
    return keep(organ=actor.organ_id, name=str(upload.name), content=upload.read(), by=uploader(actor), at=at)


def answering(request: DeskRequest, record: HandedIn) -> Mapping[str, Button]:
    if record.state != WAITING or not clerk(request):
        return {}
    return _button(
        request, "不予登记", typed.ReasonForm, "已经处理。", received_handed.decline, handed=record
    )


def lending(request: DeskRequest, record: PaperLoan) -> Mapping[str, Button]:
    viewer, person = looking(request), acting(request)
    found: dict[str, Button] = {}
    if record.state == "待批准" and loans.decides(record, person, viewer.day):
        found |= _button(
            request, f"批准{record.kind}", typed.NothingForm, "已经批准。", loans.lend, loan=record
        )
        found |= _button(request, "不批准", typed.ReasonForm, "已经办理。", loans.refuse, loan=record)
    if record.state == "借出" and clerk(request) and record.borrower_id != person.pk:
        found |= _button(request, "确认归还", typed.CloseForm, "归还已确认。", loans.take_back, loan=record)
    return found


def _button(
    request: DeskRequest, word: str, form: type[Any], said: str, act: Any, **given: Any
) -> dict[str, Button]:
    viewer = looking(request)
    filled = written(request, word, form, f"act-{word}", organ=viewer.organ, day=viewer.day)
    return {word: Button(said, filled, act, given)}


RECEIVED = Book(
    name="received", title="收文登记簿", model=ReceivedDocument, clause="09-1.1",
    hint="来文由文书登记；会议带回的，请用“转交文书”。", who_sees="文书、办公室主任、局长看全部，其他人看送到自己手里的",
    related=("sheet", "registered_by", "closed_by"), prefetch=HOLDERS, order=("-received_on", "-pk"),
    search=("title", "sender", "sender_number"), search_label="标题、来文单位、字号", icon="inbox",
    states=("state", tuple(word for word, _ in STATES)),
    columns=(
        Shown("收文号", of("shown"), width=16, whole=True), Shown("收文日期", of("received_on"), Kind.DATE),
        Shown("签收人", name("registered_by"), listed=False), Shown("来文单位", of("sender"), width=20),
        Shown("来文字号", of("sender_number"), width=22, listed=False), Shown("标题", of("title"), width=46),
        Shown("文种", of("type"), listed=False), Shown("紧急程度", of("urgency"), state=True),
        Shown("份数", of("copies"), Kind.WHOLE, listed=False), Shown("阅件、办件", of("mode"), listed=False),
        Shown("状态", of("state"), state=True), Shown("现在在谁手里", with_whom, width=24),
        Shown("拟办意见", advice_of, width=36, listed=False),
        Shown("承办科室", sections_of, width=18, listed=False), Shown("承办人", people_of, width=14, listed=False),
        Shown("办理期限", of("due"), Kind.DATE), Shown("办理结果", of("result"), width=36, listed=False),
        Shown("办结日期", of("closed_on"), Kind.DATE, listed=False),
        Shown("答复来文单位情况", replied, width=30, listed=False),
        Shown("归档号", of("archive_number"), width=16, listed=False),
        Shown("备注", of("remark"), width=24, listed=False),
    ),
    entry=Entry("登记收文", typed.IncomingForm, enter, "收文已登记。", clerk),
    buttons=buttons, beside=beside, template="web/documents/received.html", above=above,
    list_template="web/documents/received_list.html",
)  # fmt: skip
HANDED = Book(
    name="received_handed", title="转交文书", model=HandedIn, clause="09-1.1",
    hint="开会带回的、当面收到的文件，在这里登记一笔，再把原件交给文书。", who_sees="转交人和办公室可以看",
    related=("by", "answered_by"), search=("title", "sender"), search_label="标题、来文单位", icon="box-arrow-in-right",
    states=("state", tuple(word for word, _ in HANDED_STATES)),
    columns=(
        Shown("文件标题", of("title"), width=46), Shown("来文单位", of("sender"), width=20),
        Shown("从哪里带回", of("origin"), width=24), Shown("状态", of("state"), state=True),
        Shown("转交人", name("by")), Shown("转交时间", of("at"), Kind.MOMENT),
        Shown("份数", of("copies"), Kind.WHOLE, listed=False), Shown("说明", of("note"), width=30, listed=False),
        Shown("处理人", name("answered_by"), listed=False), Shown("处理说明", of("answer"), width=30, listed=False),
    ),
    entry=Entry("转交文书", typed.HandInForm, received_handed.hand_in, "已经转交，请把原件交给文书。", anybody),
    buttons=answering,
)  # fmt: skip
CLASSIFIED = Book(
    name="received_classified", title="涉密来文编号", model=ClassifiedNumber, clause="09-1.1",
    hint="带密级的来文只在这里编一个号，其余按《保密工作制度》办。", who_sees="文书、办公室主任可以看",
    related=("by",), icon="shield-lock",
    columns=(
        Shown("编号", str, width=20), Shown("收到日期", of("received_on"), Kind.DATE),
        Shown("登记人", name("by")), Shown("登记时间", of("at"), Kind.MOMENT),
    ),
    entry=Entry("编涉密来文号", typed.DayForm, received.take_classified_number, "已经编号。", clerk),
)  # fmt: skip
LOANS = Book(
    name="loans", title="公文借阅登记", model=PaperLoan, clause="09-1.5a",
    hint="要借文件、看文件的，在这里申请。", who_sees="本人和办公室可以看", icon="journal-arrow-up",
    related=("borrower", "section", "approved_by", "back_to", "asked_by"),
    search=("paper_number", "paper_title", "borrower__name", "outsider"), search_label="文号、文件、借阅人",
    states=("state", tuple(word for word, _ in LOAN_STATES)),
    columns=(
        Shown("编号", of("number"), width=18), Shown("日期", of("asked_at"), Kind.MOMENT),
        Shown("种类", of("kind")), Shown("文件", of("paper_title"), width=40, listed=False),
        Shown("文号", of("paper_number"), width=22), Shown("密级", of("level")),
        Shown("借阅科室", name("section"), width=16, listed=False), Shown("借阅人", of("who"), width=14),
        Shown("用途", of("purpose"), width=28, listed=False), Shown("状态", how_lent, state=True),
        Shown("应还", of("due"), Kind.DATE), Shown("实还", of("back_on"), Kind.DATE),
        Shown("批准人", name("approved_by"), listed=False), Shown("确认人", name("back_to"), listed=False),
        Shown("不批准的原因", of("refused_why"), width=24, listed=False), Shown("备注", of("remark"), width=24, listed=False),
    ),
    entry=Entry("借阅文件", typed.LoanForm, loans.ask, "借阅申请已提交。", anybody), buttons=lending,
)  # fmt: skip
