"""会议纪要 as a Word document, for whoever has to hand it on where only .docx is taken."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from zhixing.office.meetings.models import Summary
from zhixing.organ.local_time import local
from zhixing.regulations.governance.papers import word
from zhixing.regulations.governance.papers.summary import SummarySheet, summary_sheet

WIDE = Mm(156)


def summary_docx(summary: Summary, at: datetime) -> bytes:
    """The same text as the printed summary, on Word's own styles; 草稿 stands in the head until it is issued."""
    sheet = summary_sheet(summary)
    document = word.official(sheet.head, summary.organ.name)
    moment = local(at).replace(tzinfo=None, microsecond=0)
    document.core_properties.created = document.core_properties.modified = moment
    _head(document, sheet)
    document.add_paragraph(sheet.opening, style="Body Text")
    for one in sheet.settled:
        document.add_paragraph(one.heading, style="Heading 1")
        for text in filter(None, (one.text, one.task)):
            document.add_paragraph(text, style="Body Text")
    _people(document, sheet)
    _end(document, sheet)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _head(document: Any, sheet: SummarySheet) -> None:
    title = document.add_paragraph(sheet.head, style="Title")
    for run in title.runs:
        run.font.size = Pt(min(40, WIDE.pt // max(len(sheet.head), 1)))
    number = document.add_paragraph(sheet.number or "（草稿，还没有编号）")
    number.alignment = 1
    line = document.add_paragraph(f"{sheet.organ}\t{sheet.date}")
    line.paragraph_format.tab_stops.add_tab_stop(WIDE, WD_TAB_ALIGNMENT.RIGHT)
    line.paragraph_format.space_after = Pt(16)
    word.ruled(line, "bottom", 12, "C00000")


def _people(document: Any, sheet: SummarySheet) -> None:
    for place, (label, names) in enumerate(sheet.people):
        paragraph = document.add_paragraph(style="Body Text")
        if place == 0:
            paragraph.paragraph_format.space_before = Pt(29)
        word.face(paragraph.add_run(f"{label}：").font, word.HEADINGS)
        paragraph.add_run(names)


def _end(document: Any, sheet: SummarySheet) -> None:
    """版记: to whom it goes, who printed it when, between lines."""
    sent = document.add_paragraph(f"分送：{sheet.sent_to}")
    sent.paragraph_format.space_before = Pt(58)
    sent.paragraph_format.keep_with_next = True
    made = document.add_paragraph(f"{sheet.organ}\t{sheet.issued}")
    made.paragraph_format.tab_stops.add_tab_stop(WIDE - word.FOUR, WD_TAB_ALIGNMENT.RIGHT)
    word.ruled(sent, "top", 8, "000000")
    word.ruled(made, "top", 6, "000000")
    after = document.add_paragraph()
    word.ruled(after, "top", 8, "000000")
    for paragraph in (sent, made):
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = word.FOUR
        for run in paragraph.runs:
            run.font.size = word.FOUR
