"""The issued document as DOCX, to be worked on: the same parts and figures as the PDF, which is the official print."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor

from zhixing.regulations.documents.papers.body import mark_size, paragraphs, title_lines
from zhixing.regulations.documents.papers.issued import DOCUMENT, LETTER, MINUTES, Issued, chinese_day

FANG, SONG, HEI, KAI, DIGITS = "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"
FACES = {"黑": HEI, "楷": KAI, "正文": FANG}
THIRD, SECOND, FOURTH = Pt(16), Pt(22), Pt(14)
PITCH = Emu(Mm(225) // 22)
STEP = Emu(Mm(156) // 28)
RED = RGBColor(0xE6, 0x00, 0x12)
TWENTIETHS_OF_A_POINT = 635  # EMU in a twip
GRID_UNITS_OF_A_POINT = 4096  # charSpace of a docGrid
ONE_TO_EIGHTHS = 8


def written(paper: Issued, *, at: datetime) -> bytes:
    """DOCX bytes."""
    book = Document()
    book.core_properties.title = paper.title.replace("\n", "")
    book.core_properties.author = "、".join(paper.names)
    book.core_properties.created = book.core_properties.modified = at.replace(tzinfo=None)
    sheet = _Sheet(book)
    sheet.page(first_numbered=paper.form != LETTER)
    _HEADS[paper.form](sheet, paper)
    _body(sheet, paper)
    _imprint(sheet, paper)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


class _Sheet:
    """A document whose every line is one pitch high and whose every character is one step wide."""

    def __init__(self, book: Any) -> None:
        self.book = book
        normal = book.styles["Normal"]
        normal.font.size = THIRD
        _face(normal.element.get_or_add_rPr(), FANG)
        normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
        normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        normal.paragraph_format.line_spacing = PITCH

    def page(self, *, first_numbered: bool) -> None:
        section = self.book.sections[0]
        section.start_type = WD_SECTION.NEW_PAGE
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.left_margin = Mm(37), Mm(28)
        section.bottom_margin, section.right_margin = Mm(35), Mm(26)
        section.footer_distance = Mm(25)
        self.book.settings.odd_and_even_pages_header_footer = True
        section.different_first_page_header_footer = not first_numbered
        _numbered(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.RIGHT)
        _numbered(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT)
        grid = OxmlElement("w:docGrid")
        grid.set(qn("w:type"), "linesAndChars")
        grid.set(qn("w:linePitch"), str(PITCH // TWENTIETHS_OF_A_POINT))
        grid.set(qn("w:charSpace"), str((STEP - THIRD) * GRID_UNITS_OF_A_POINT // Pt(1)))
        properties = section._sectPr  # noqa: SLF001 -- the library has no grid of its own
        for old in properties.findall(qn("w:docGrid")):
            properties.remove(old)
        properties.append(grid)

    def line(
        self,
        text: str = "",
        face: str = FANG,
        size: Any = THIRD,
        align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
    ) -> Any:
        paragraph = self.book.add_paragraph()
        paragraph.alignment = align
        if text:
            run(paragraph, text, face, size)
        return paragraph

    def blank(self, lines: int = 1) -> None:
        for _ in range(lines):
            self.line()


def run(
    paragraph: Any, text: str, face: str = FANG, size: Any = THIRD, *, colour: RGBColor | None = None
) -> Any:
    made = paragraph.add_run(text)
    made.font.size = size
    _face(made._element.get_or_add_rPr(), face)  # noqa: SLF001 -- the East Asian face has no other way in
    if colour is not None:
        made.font.color.rgb = colour
    return made


def _face(properties: Any, face: str) -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), face)


def _numbered(paragraph: Any, align: WD_ALIGN_PARAGRAPH) -> None:
    """— 1 —, outside, one character in."""
    paragraph.alignment = align
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = FOURTH
    for part in ("— ", None, " —"):
        made = run(paragraph, part or "", DIGITS, FOURTH)
        if part is None:
            for kind, said in (("begin", ""), ("", "PAGE"), ("end", "")):
                made._element.append(_field(kind, said))  # noqa: SLF001 -- nor have fields


def _field(kind: str, said: str) -> Any:
    if kind:
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        return mark
    told = OxmlElement("w:instrText")
    told.text = said
    return told


def _rule(paragraph: Any, side: str, *, eighths: int, colour: str, style: str = "single") -> None:
    """A rule over or under a paragraph; `eighths` of a point thick."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- nor have borders
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        properties.append(borders)
    border = OxmlElement(f"w:{side}")
    for name, value in (("val", style), ("sz", str(eighths)), ("space", "1"), ("color", colour)):
        border.set(qn(f"w:{name}"), value)
    borders.append(border)


def _mark(sheet: _Sheet, names: Sequence[str], suffix: str, *, before: Any) -> None:
    size = mark_size(names, suffix)
    for n, name in enumerate(names):
        paragraph = sheet.line(align=WD_ALIGN_PARAGRAPH.CENTER)
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
        paragraph.paragraph_format.space_before = before if n == 0 else Pt(0)
        run(paragraph, name + (suffix if n == len(names) - 1 else ""), SONG, Pt(size), colour=RED)


def _document_head(sheet: _Sheet, paper: Issued) -> None:
    notes = [note for note in (paper.copy_number, "" if paper.urgency == "平件" else paper.urgency) if note]
    for note in notes:
        sheet.line(note, HEI)
    _mark(sheet, paper.names, "文件", before=Emu(Mm(35) - PITCH * len(notes)))
    sheet.blank(2)
    if paper.signers:
        row = sheet.line()
        row.paragraph_format.left_indent = row.paragraph_format.right_indent = STEP
        row.paragraph_format.tab_stops.add_tab_stop(Emu(Mm(156) - 2 * STEP), 2)
        run(row, f"{paper.number}\t签发人：")
        run(row, "　".join(paper.signers), KAI)
    else:
        row = sheet.line(paper.number, align=WD_ALIGN_PARAGRAPH.CENTER)
    _rule(row, "bottom", eighths=12, colour="E60012")


def _letter_head(sheet: _Sheet, paper: Issued) -> None:
    _mark(sheet, paper.names, "", before=Pt(0))
    _rule(sheet.book.paragraphs[-1], "bottom", eighths=18, colour="E60012", style="thickThinSmallGap")
    row = sheet.line("" if paper.urgency == "平件" else paper.urgency, HEI)
    row.paragraph_format.tab_stops.add_tab_stop(Mm(156), 2)
    run(row, f"\t{paper.number}")


def _minutes_head(sheet: _Sheet, paper: Issued) -> None:
    _mark(sheet, (paper.mark,), "", before=Mm(35))
    sheet.blank(2)
    row = sheet.line(paper.number, align=WD_ALIGN_PARAGRAPH.CENTER)
    _rule(row, "bottom", eighths=12, colour="E60012")


_HEADS = {DOCUMENT: _document_head, LETTER: _letter_head, MINUTES: _minutes_head}


def _body(sheet: _Sheet, paper: Issued) -> None:
    sheet.blank(2)
    for line in title_lines(paper.title):
        sheet.line(line, SONG, SECOND, WD_ALIGN_PARAGRAPH.CENTER)
    sheet.blank()
    if paper.addressees:
        sheet.line(f"{paper.addressees}：")
    for one in paragraphs(paper.body):
        paragraph = sheet.line(align=WD_ALIGN_PARAGRAPH.JUSTIFY)
        paragraph.paragraph_format.first_line_indent = Emu(2 * STEP)
        run(paragraph, one["首"], FACES[one["版"]])
        run(paragraph, one["余"])
    _annexes(sheet, paper.annexes)
    _signature(sheet, paper)
    for label, people in (("出席", paper.present), ("请假", paper.absent), ("列席", paper.sitting_in)):
        if paper.form == MINUTES and people:
            _people(sheet, label, people)
    if paper.remark:
        sheet.line(f"（{paper.remark}）").paragraph_format.first_line_indent = Emu(2 * STEP)


def _annexes(sheet: _Sheet, names: Sequence[str]) -> None:
    for n, name in enumerate(names):
        if n == 0:
            sheet.blank()
        number = f"{n + 1}." if len(names) > 1 else ""
        paragraph = sheet.line(f"{'附件：' if n == 0 else '　　　'}{number}{name}")
        paragraph.paragraph_format.left_indent = Emu(5 * STEP)
        paragraph.paragraph_format.first_line_indent = Emu(-3 * STEP)


def _signature(sheet: _Sheet, paper: Issued) -> None:
    if not paper.signed:
        return
    dated = chinese_day(paper.dated)
    sheet.blank(2 if paper.sealed else 1)
    steps_of_date = sum(1 if sign.isascii() else 2 for sign in dated)  # half steps
    for name in paper.signed:
        row = sheet.line(name, align=WD_ALIGN_PARAGRAPH.RIGHT)
        away = 8 + steps_of_date // 2 - len(name) if paper.sealed else 4
        row.paragraph_format.right_indent = Emu(max(0, away) * STEP // 2)
        row.paragraph_format.keep_with_next = True
    below = sheet.line(dated, align=WD_ALIGN_PARAGRAPH.RIGHT)
    away_of_date = 8 if paper.sealed else max(4, 2 * len(paper.signed[-1]) - steps_of_date)
    below.paragraph_format.right_indent = Emu(away_of_date * STEP // 2)


def _people(sheet: _Sheet, label: str, people: str) -> None:
    paragraph = sheet.line()
    paragraph.paragraph_format.left_indent = Emu(5 * STEP)
    paragraph.paragraph_format.first_line_indent = Emu(-3 * STEP)
    run(paragraph, label, HEI)
    run(paragraph, f"：{people}")


def _imprint(sheet: _Sheet, paper: Issued) -> None:
    """Thick, thin, thick; 4号 Fangsong, one character in at both sides."""
    rows: list[Any] = []
    if paper.copied_to:
        rows.append(sheet.line(f"抄送：{paper.copied_to}。", size=FOURTH))
    if paper.form != LETTER:
        row = sheet.line(size=FOURTH)
        row.paragraph_format.tab_stops.add_tab_stop(Emu(Mm(156) - FOURTH), 2)
        run(row, f"{paper.printed_by}\t{chinese_day(paper.printed_on or paper.dated)}印发", size=FOURTH)
        rows.append(row)
    for n, row in enumerate(rows):
        row.paragraph_format.left_indent = row.paragraph_format.right_indent = FOURTH
        row.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
        if paper.form != LETTER:
            _rule(row, "top", eighths=ONE_TO_EIGHTHS if n == 0 else ONE_TO_EIGHTHS - 2, colour="000000")
    if rows and paper.form != LETTER:
        _rule(rows[-1], "bottom", eighths=ONE_TO_EIGHTHS, colour="000000")
