"""A Word document on the grid of official papers: A4, 版心 156 mm × 225 mm, 22 lines of 28 signs, 三号仿宋.

GB/T 9704-2012: 5.2 (margins), 5.2.3 (lines and signs), 7.5 (page number at the outer edge between two dashes).
"""
# ruff: noqa: SLF001 -- python-docx has no public way to the grid, to borders and to fields

from __future__ import annotations

from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

THREE, FOUR = Pt(16), Pt(14)  # 三号、四号
PITCH = 580  # twentieths of a point: 225 mm / 22 lines
SIGN = -849  # 4096ths of a point by which a 三号 sign gives way, so that 28 stand on 156 mm
INDENT = 200  # hundredths of a sign
RED = RGBColor(0xC0, 0, 0)
BODY, HEADINGS, BRAND = "仿宋_GB2312", "黑体", "方正小标宋简体"
MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26}


def official(title: str, author: str) -> Any:
    """An empty document with the page, the grid, the styles and the page numbers set."""
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.author = author
    document.core_properties.language = "zh-CN"
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, length in MARGINS.items():
        setattr(section, name, Mm(length))
    section.footer_distance = Mm(25)
    _on_grid(section)
    _styles(document)
    _numbered(document, section)
    return document


def face(font: Any, name: str, size: Any = THREE) -> None:
    """Both the Chinese and the Latin face of a style."""
    font.name, font.size, font.bold, font.italic = name, size, False, False
    fonts = font.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(script), name)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)


def ruled(paragraph: Any, edge: str, eighths: int, colour: str) -> None:
    """A line along the `top` or `bottom` of a paragraph, its strength in eighths of a point."""
    borders = OxmlElement("w:pBdr")
    line = OxmlElement(f"w:{edge}")
    for name, value in (("val", "single"), ("sz", str(eighths)), ("space", "4"), ("color", colour)):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:snapToGrid", "w:spacing", "w:ind",
        "w:jc", "w:rPr",
    )  # fmt: skip


def indented(paragraph_format: Any, hundredths: int = INDENT) -> None:
    """首行缩进 by signs, as Word counts them, whatever their size."""
    paragraph_format.first_line_indent = Pt(16) * hundredths // 100
    paragraph_format.element.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), str(hundredths))


def _on_grid(section: Any) -> None:
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)
    grid.set(qn("w:type"), "linesAndChars")
    grid.set(qn("w:linePitch"), str(PITCH))
    grid.set(qn("w:charSpace"), str(SIGN))


def _styles(document: Any) -> None:
    normal = document.styles["Normal"]
    face(normal.font, BODY)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1
    title = document.styles["Title"]
    face(title.font, BRAND, Pt(36))
    title.font.color.rgb = RED
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before, title.paragraph_format.space_after = Mm(20), Mm(8)
    borders = title.element.pPr.find(qn("w:pBdr"))
    if borders is not None:
        title.element.pPr.remove(borders)
    heading = document.styles["Heading 1"]
    face(heading.font, HEADINGS)
    heading.font.color.rgb = RGBColor(0, 0, 0)
    heading.paragraph_format.space_before = heading.paragraph_format.space_after = Pt(0)
    heading.paragraph_format.keep_with_next = True
    indented(heading.paragraph_format)
    text = document.styles["Body Text"]
    face(text.font, BODY)
    text.paragraph_format.space_after = Pt(0)
    text.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    indented(text.paragraph_format)


def _numbered(document: Any, section: Any) -> None:
    """— 1 — at the right on odd pages, at the left on even ones, one sign from the edge."""
    document.settings.odd_and_even_pages_header_footer = True
    for footer, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = side
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = FOUR
        _said(paragraph, "— ")
        _field(paragraph, "PAGE")
        _said(paragraph, " —")


def _said(paragraph: Any, text: str) -> Any:
    run = paragraph.add_run(text)
    face(run.font, "宋体", FOUR)
    return run


def _field(paragraph: Any, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(_said(paragraph, "1")._r)
    paragraph._p.append(field)
