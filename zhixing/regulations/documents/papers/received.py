"""文件传阅单 and 退文通知单, in the columns of the paper forms (09-1.2, 09-1.3, 09-1.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from zhixing.journal.models import Entry
from zhixing.journal.receipts import receipt_of
from zhixing.office.circulation.models import Box, Sheet
from zhixing.office.circulation.models.readers import TAKEN_BACK
from zhixing.office.circulation.models.sheet import ADVICE, INSTRUCTION, SIGNED
from zhixing.office.papers.envelope import Envelope
from zhixing.office.papers.form import print_form
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Person
from zhixing.regulations.documents.explained import KINDS
from zhixing.regulations.documents.models import ReceivedDocument
from zhixing.regulations.documents.workflow.statute import cite

HERE = Path(__file__).parent
HEADS = ("传阅人", "送达时间", "阅退时间", "意见", "签名")


@dataclass(frozen=True, slots=True)
class Printing:
    """Who asked for the paper, and when."""

    by: Person
    at: datetime


def print_sheet(document: ReceivedDocument, sheet: Sheet, printing: Printing) -> bytes:
    """文件传阅单 as PDF/A: what was said in each box, who read it when, who does it and what came of it."""
    return print_form(
        HERE / "received_sheet.typ",
        sheet_of(document, sheet, printing),
        _envelope(document, "文件传阅单", printing),
    )


def print_return(document: ReceivedDocument, printing: Printing) -> bytes:
    """退文通知单 as PDF/A, to go back with the paper."""
    return print_form(
        HERE / "received_return.typ",
        return_of(document, printing),
        _envelope(document, "退文通知单", printing),
    )


def sheet_of(document: ReceivedDocument, sheet: Sheet, printing: Printing) -> dict[str, object]:
    """Everything received_sheet.typ shows."""
    boxes = list(sheet.boxes.select_related("leader", "signed_by"))
    readers = sheet.readers.exclude(state=TAKEN_BACK).select_related("person")
    given = sheet.assignments.exclude(state="已收回").select_related("doer", "section")
    return {
        "facts": facts_of(document, sheet),
        "advice": [_said(box) for box in boxes if box.label == ADVICE and box.state == SIGNED],
        "instructions": [_said(box) for box in boxes if box.label == INSTRUCTION and box.state == SIGNED],
        "assigned": [f"{one.responsible}，{_day(one.due)}前办好" for one in given],
        "results": [f"{one.responsible}：{one.result}" for one in given if one.result],
        "reply": reply_of(document),
        "heads": HEADS,
        "readers": [
            [one.person.name, _moment(one.sent_at), _moment(one.read_at), one.remark,
             one.person.name if one.read_at else ""]
            for one in readers
        ],
        "basis": f"{cite('09-1.3b', today(printing.at))}；{cite('09-1.4', today(printing.at))}",
    }  # fmt: skip


def return_of(document: ReceivedDocument, printing: Printing) -> dict[str, object]:
    """Everything received_return.typ shows."""
    asked = (
        ("应由本局办理", document.ours),
        ("合行文规则", document.fits_rules),
        ("合起草要求", document.fits_drafting),
    )
    return {
        "to": document.sender,
        "number": document.return_number,
        "paper": f"《{document.title}》"
        + (f"（{document.sender_number}）" if document.sender_number else ""),
        "received": _day(document.received_on),
        "answers": [[name, "是" if answer else "否"] for name, answer in asked],
        "reason": document.return_reason,
        "by": document.reviewed_by.name if document.reviewed_by else "",
        "organ": document.organ.name,
        "day": _day(today(document.reviewed_at)) if document.reviewed_at else "",
        "basis": cite("09-1.2", today(printing.at)),
    }


def facts_of(document: ReceivedDocument, sheet: Sheet) -> list[list[str]]:
    """Label and value, two pairs a row; the title, last, has a row of its own in the template."""
    return [
        ["收文编号", document.shown], ["收文日期", _day(document.received_on)],
        ["来文单位", document.sender], ["来文字号", document.sender_number or "无"],
        ["紧急程度", document.urgency], ["文种、份数", f"{document.type}，{document.copies}份"],
        ["阅件、办件", document.mode], ["办理期限", _day(document.due) if document.due else "—"],
        ["催办人", sheet.watcher.name if sheet.watcher else "—"], ["附件", f"{document.files.count()}件"],
        ["标题", document.title],
    ]  # fmt: skip


def reply_of(document: ReceivedDocument) -> str:
    if document.replied_on:
        told = f"，另行告知{document.reply_told}" if document.reply_told else ""
        return f"{_day(document.replied_on)}{document.reply_form}答复{told}"
    return f"不答复：{document.no_reply_reason}" if document.no_reply_reason else ""


def _said(box: Box) -> dict[str, str]:
    """意见 + 姓名 + 日期; a stand-in signs with the own name and says for whom."""
    name = box.signed_by.name if box.signed_by else ""
    signed = f"{name}（代{box.leader.name}）" if box.by_another else name
    return {"意见": box.text, "姓名": signed, "日期": _moment(box.signed_at)}


def _envelope(document: ReceivedDocument, title: str, printing: Printing) -> Envelope:
    about = Entry.objects.filter(
        organ=document.organ_id, object_kind=KINDS[ReceivedDocument], object_id=str(document.pk)
    )
    last = about.order_by("seq").last()
    receipt = receipt_of(last) if last else None
    return Envelope(
        organ=document.organ.name, title=title, number=document.shown, state=document.state,
        by=printing.by.name, at=printing.at, draft=False, receipt=receipt.text() if receipt else "",
        receipt_at=receipt.at if receipt else None,
    )  # fmt: skip


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _moment(at: datetime | None) -> str:
    return f"{local(at):%Y-%m-%d %H:%M}" if at else ""
