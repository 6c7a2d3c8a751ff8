"""The DOCX of an issued document carries the same parts and figures as the PDF."""

import io
import re
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from docx.shared import Pt

from tests.regulations.documents.papers import AT, BUREAU, LETTER, MINUTES, NOTICE
from zhixing.regulations.documents.papers.issued import Issued
from zhixing.regulations.documents.papers.word import written


def read(paper: Issued) -> Any:
    return Document(io.BytesIO(written(paper, at=AT)))


def faces(book: Any, text: str) -> set[str]:
    """The faces of the runs that say so."""
    runs = (run for paragraph in book.paragraphs for run in paragraph.runs if run.text == text)
    found = (re.search(r'w:eastAsia="([^"]+)"', run._r.xml) for run in runs)
    return {one[1] for one in found if one}


def test_its_page_is_the_type_area_of_the_standard() -> None:
    section = read(NOTICE).sections[0]
    sides = (section.top_margin, section.left_margin, section.bottom_margin, section.right_margin)
    assert [round(side.mm) for side in sides] == [37, 28, 35, 26]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    grid = re.search(r'<w:docGrid[^>]*w:linePitch="(\d+)"', section._sectPr.xml)
    assert grid is not None
    assert int(grid[1]) == pytest.approx(225 / 22 * 72 / 25.4 * 20, abs=1)


def test_it_says_what_the_pdf_says_in_its_order() -> None:
    said = [paragraph.text for paragraph in read(NOTICE).paragraphs if paragraph.text]
    assert said[:5] == [
        f"{BUREAU}文件", "温鹿经信〔2026〕7号", BUREAU, "关于印发《公文处理办法》的通知", "各科室、下属单位：",
    ]  # fmt: skip
    assert said[-4:-2] == [BUREAU, "2026年11月23日"]
    assert said[-2] == "抄送：区委办公室、区政府办公室。"
    assert said[-1].endswith("2026年11月23日印发")


def test_levels_have_their_faces_and_sizes() -> None:
    book = read(NOTICE)
    assert faces(book, "一、总体要求") == {"黑体"}
    assert faces(book, "（一）基本原则。") == {"楷体_GB2312"}
    assert faces(book, "1.公文办理要及时。") == {"仿宋_GB2312"}
    assert faces(book, f"{BUREAU}文件") == {"方正小标宋简体"}
    title = next(paragraph for paragraph in book.paragraphs if paragraph.text.startswith("关于印发"))
    assert title.runs[0].font.size == Pt(22)


def test_page_numbers_stand_outside_and_a_letter_has_none_on_its_first_page() -> None:
    book = read(NOTICE)
    assert book.settings.odd_and_even_pages_header_footer
    assert "PAGE" in book.sections[0].footer.paragraphs[0]._p.xml
    assert not book.sections[0].different_first_page_header_footer
    assert read(replace(NOTICE, form=LETTER)).sections[0].different_first_page_header_footer


def test_an_upward_document_names_its_signer_and_minutes_who_was_there() -> None:
    upward = read(replace(NOTICE, signers=("顾星河",)))
    assert any("签发人：顾星河" in paragraph.text for paragraph in upward.paragraphs)
    minutes = read(replace(NOTICE, form=MINUTES, mark="局长办公会议纪要", present="顾星河"))
    said = [paragraph.text for paragraph in minutes.paragraphs]
    assert "出席：顾星河" in said
    assert BUREAU not in said[10:]


def test_a_name_without_a_seal_ends_two_signs_from_the_right() -> None:
    book = read(replace(NOTICE, sealed=False))
    name = [paragraph for paragraph in book.paragraphs if paragraph.text == BUREAU][-1]
    assert name.paragraph_format.right_indent.mm == pytest.approx(2 * 156 / 28, abs=0.1)
