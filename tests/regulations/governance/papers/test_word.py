"""The Word form of a summary, read back: page, grid, styles, page numbers, and the very text of the print."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from tests.regulations.governance.party_meeting import PartyMeeting
from zhixing.regulations.governance.papers.summary_word import summary_docx

AT = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)


@pytest.fixture
def document(party: PartyMeeting) -> Any:
    return docx.Document(io.BytesIO(summary_docx(party.issued(), AT)))


def test_the_page_is_that_of_official_papers(document: Any) -> None:
    section = document.sections[0]
    sides = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [round(side.mm) for side in sides] == [210, 297, 37, 28]
    body = section.page_width.mm - section.left_margin.mm - section.right_margin.mm
    assert round(body) == 156
    assert round(section.page_height.mm - section.top_margin.mm - section.bottom_margin.mm) == 225


def test_22_lines_of_28_signs_stand_on_a_page(document: Any) -> None:
    grid = document.sections[0]._sectPr.find(qn("w:docGrid"))
    assert grid.get(qn("w:type")) == "linesAndChars"
    lines = 225 / 25.4 * 72 * 20 / int(grid.get(qn("w:linePitch")))
    signs = 156 / 25.4 * 72 / (16 + int(grid.get(qn("w:charSpace"))) / 4096)
    assert 21.9 < lines < 22.5
    assert 28 <= signs < 28.5
    normal = document.styles["Normal"].font
    assert (normal.name, normal.size.pt) == ("仿宋_GB2312", 16)


def test_it_is_made_of_styles(document: Any, party: PartyMeeting) -> None:
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") == 3
    assert document.paragraphs[0].text == f"{party.organ.name}党组会议纪要"
    assert document.styles["Title"].font.color.rgb == (0xC0, 0, 0)


def test_it_says_what_the_print_says(document: Any, party: PartyMeeting) -> None:
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for said in (
        "〔2026〕第1期", "会议应到6人，实到5人", "一、审议2027年度部门预算草案", "会议原则同意预算草案",
        "2026年12月18日前完成", f"请假：{party.person('E004').name}", "分送：党组成员", "2026年11月24日印发",
    ):  # fmt: skip
        assert said in text


def test_pages_are_numbered_at_the_outer_edge(document: Any) -> None:
    assert document.settings.odd_and_even_pages_header_footer
    section = document.sections[0]
    for footer, side in ((section.footer, 2), (section.even_page_footer, 0)):
        paragraph = footer.paragraphs[0]
        assert paragraph.alignment == side
        assert paragraph._p.find(qn("w:fldSimple")).get(qn("w:instr")) == "PAGE"


def test_a_draft_has_no_number(party: PartyMeeting) -> None:
    drafted = docx.Document(io.BytesIO(summary_docx(party.drafted(), AT)))
    assert drafted.paragraphs[1].text == "（草稿，还没有编号）"
