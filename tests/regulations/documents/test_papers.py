"""The issued document measured on paper against GB/T 9704-2012 (domain N6), in millimetres."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from tests.regulations.documents.measured import Page, Sign, pages
from tests.regulations.documents.papers import BUREAU, LETTER, MINUTES, NOTICE, PARTY, PLAIN, pdf
from zhixing.law.refusal import Refusal
from zhixing.regulations.documents.papers.issued import Issued

HEAD, BIND, WIDE, HIGH = 37, 28, 156, 225
PITCH, STEP = HIGH / 22, WIDE / 28
RIGHT, FOOT = BIND + WIDE, HEAD + HIGH
LONG = replace(NOTICE, body=PLAIN * 60)


def near(expected: float, within: float = 0.5) -> object:
    return pytest.approx(expected, abs=within)


def of(paper: Issued) -> list[Page]:
    return pages(pdf(paper))


def middle(row: list[Sign]) -> float:
    return (row[0].left + row[-1].right) / 2


def test_the_paper_is_a4() -> None:
    (page, *_) = of(NOTICE)
    assert (page.width, page.height) == (near(210, 0.1), near(297, 0.1))


def test_a_full_page_has_22_lines_of_28_signs_that_fill_the_type_area() -> None:
    full = of(LONG)[1]
    rows = [row for row in full.rows if row[0].size > 15]
    assert [len(row) for row in rows] == [28] * 22
    assert rows[0][0].left == near(BIND)
    assert rows[0][-1].right == near(RIGHT, 0.8)
    gaps = [below[0].base - above[0].base for above, below in pairwise(rows)]
    assert gaps == [near(PITCH, 0.05)] * 21
    assert rows[0][0].top > HEAD
    assert rows[-1][0].bottom < FOOT


def test_signs_stand_one_twenty_eighth_of_the_type_area_apart() -> None:
    row = of(LONG)[1].rows[3]
    gaps = [right.left - left.left for left, right in zip(row, row[28:], strict=False)]
    assert gaps == []
    assert row[27].left - row[0].left == near(27 * STEP, 0.6)


def test_the_text_is_set_in_third_size_and_the_title_in_second() -> None:
    page = of(NOTICE)[0]
    assert page.row(PLAIN[:8])[0].size == near(16, 0.1)
    assert page.row("关于印发《公文处理办法》的通知")[0].size == near(22, 0.1)
    assert PLAIN[:2] in page.text


def test_the_red_mark_begins_35_mm_under_the_type_area_s_edge_and_stands_in_the_middle() -> None:
    mark = of(NOTICE)[0].row(f"{BUREAU}文件")
    assert min(sign.top for sign in mark) == near(HEAD + 35)
    assert middle(mark) == near(BIND + WIDE / 2, 1)
    assert mark[0].left >= BIND
    assert mark[-1].right <= RIGHT


def test_two_empty_lines_then_the_number_then_the_red_rule_4_mm_below_it() -> None:
    page = of(NOTICE)[0]
    mark, number = page.row(f"{BUREAU}文件"), page.row("温鹿经信〔2026〕7号")
    (rule,) = [rule for rule in page.rules if rule.red]
    assert middle(number) == near(BIND + WIDE / 2, 1)
    gap = min(sign.top for sign in number) - max(sign.bottom for sign in mark)
    assert gap == near(2 * PITCH + (PITCH - 16 * 25.4 / 72) / 2, 1.5)
    assert (rule.left, rule.right - rule.left) == (near(BIND), near(WIDE))
    assert rule.at - max(sign.bottom for sign in number if sign.text not in "〔〕") == near(4, 0.8)


def test_the_title_follows_two_lines_under_the_rule_each_line_in_the_middle() -> None:
    page = of(NOTICE)[0]
    (rule,) = [rule for rule in page.rules if rule.red]
    title = [row for row in page.rows if row[0].size == near(22, 0.1)]
    assert len(title) == 2
    assert ["".join(sign.text for sign in row) for row in title] == [BUREAU, "关于印发《公文处理办法》的通知"]
    assert all(middle(row) == near(BIND + WIDE / 2, 2.5) for row in title)
    assert title[0][0].top - rule.at == near(2 * PITCH + (PITCH - 16 * 25.4 / 72) / 2, 1)


def test_the_text_begins_one_line_under_the_title_and_each_paragraph_two_signs_in() -> None:
    page = of(NOTICE)[0]
    to, text = page.row("各科室、下属单位："), page.row(PLAIN[:6])
    assert to[0].left == near(BIND)
    assert text[0].left == near(BIND + 2 * STEP)
    last = [row for row in page.rows if row[0].size == near(22, 0.1)][-1]
    assert to[0].base - last[0].base == near(2 * PITCH, 2)


def test_with_a_seal_the_date_ends_four_signs_from_the_right_and_the_name_stands_over_it() -> None:
    page = of(NOTICE)[1]
    dated = page.row("2026年11月23日")
    name = next(row for row in page.rows if "".join(s.text for s in row) == BUREAU and row[0].size < 17)
    assert dated[-1].right == near(RIGHT - 4 * STEP, 1)
    assert middle(name) == near(middle(dated), 1)
    assert dated[0].base - name[0].base == near(PITCH, 0.2)
    text = page.row("特此通知")
    assert name[0].base - text[0].base == near(3 * PITCH, 0.2)


def test_without_a_seal_the_date_begins_two_signs_after_the_name() -> None:
    page = of(replace(NOTICE, sealed=False))[1]
    name = next(row for row in page.rows if "".join(s.text for s in row) == BUREAU and row[0].size < 17)
    dated = page.row("2026年11月23日")
    assert dated[0].left - name[0].left == near(2 * STEP, 1)
    assert max(name[-1].right, dated[-1].right) == near(RIGHT - 2 * STEP, 1)
    assert name[0].base - page.row("特此通知")[0].base == near(2 * PITCH, 0.2)


def test_an_upward_document_shows_its_number_left_and_its_signers_right() -> None:
    page = of(replace(NOTICE, signers=("顾星河",), title="关于解决专项资金的请示"))[0]
    number, signer = page.row("温鹿经信〔2026〕7号"), page.row("签发人：顾星河")
    assert number[0].left == near(BIND + STEP, 1)
    assert signer[-1].right == near(RIGHT - STEP, 1)
    assert number[0].base == near(signer[0].base, 0.2)


def test_the_imprint_lies_on_the_lower_edge_of_the_last_even_page() -> None:
    found = of(NOTICE)
    assert len(found) == 2
    page = found[-1]
    rules = sorted((rule for rule in page.rules if not rule.red), key=lambda rule: rule.at)
    assert [rule.thick for rule in rules] == [near(0.35, 0.02), near(0.25, 0.02), near(0.35, 0.02)]
    assert rules[-1].at == near(FOOT)
    assert (rules[0].left, rules[0].right) == (near(BIND), near(RIGHT))
    copied, made = page.row("抄送：区委办公室、区政府办公室。"), page.row("2026年11月23日印发")
    fourth = 14 * 25.4 / 72
    assert copied[0].size == near(14, 0.1)
    assert copied[0].left == near(BIND + fourth)
    assert made[-1].right == near(RIGHT - fourth)


def test_page_numbers_stand_7_mm_under_the_type_area_outside() -> None:
    odd, even = of(LONG)[:2]
    first, second = odd.row("—1—"), even.row("—2—")
    fourth = 14 * 25.4 / 72
    assert first[0].size == near(14, 0.1)
    assert (first[0].top + first[0].bottom) / 2 - FOOT == near(7, 0.6)
    assert first[-1].right == near(RIGHT - fourth, 0.8)
    assert second[0].left == near(BIND + fourth, 0.8)


def test_empty_pages_before_the_imprint_and_its_own_page_carry_no_number() -> None:
    """The text fills an even page: the next page stays empty, the imprint stands on the one after it."""
    for signs in range(500, 1400, 28):
        found = of(replace(NOTICE, body=(PLAIN * 60)[:signs]))
        if len(found) > 2 and not found[-2].text:
            assert found[-2].rules == ()
            assert "—" not in found[-1].text
            return
    pytest.fail("no length left an empty page")


@pytest.mark.parametrize("signs", range(196, 560, 28))
def test_a_signature_never_stands_on_a_page_alone(signs: int) -> None:
    found = of(replace(NOTICE, body=(PLAIN * 60)[:signs]))
    signed = next(page for page in found if "2026年11月23日" in page.text.replace("2026年11月23日印发", ""))
    assert len([row for row in signed.rows if row[0].size == near(16, 0.1)]) > 2


def test_a_letter_has_its_mark_30_mm_from_the_edge_and_two_double_rules_of_170_mm() -> None:
    page = of(replace(NOTICE, form=LETTER, title="关于报送数据的函"))[0]
    mark = page.row(BUREAU)
    red = sorted((rule for rule in page.rules if rule.red), key=lambda rule: rule.at)
    assert min(sign.top for sign in mark) == near(30)
    assert [rule.right - rule.left for rule in red] == [near(170)] * 4
    assert red[0].at - max(sign.bottom for sign in mark) == near(4, 0.8)
    assert red[0].thick > red[1].thick
    assert red[2].thick < red[3].thick
    assert red[-1].at == near(297 - 20)
    assert page.row("温鹿经信〔2026〕7号")[-1].right == near(RIGHT, 1)
    assert "—1—" not in page.text


def test_a_letter_ends_with_its_copies_alone() -> None:
    last = of(replace(NOTICE, form=LETTER))[-1]
    assert "抄送：" in last.text
    assert "印发" not in last.text.replace("关于印发", "")
    assert [rule for rule in last.rules if not rule.red] == []


def test_minutes_name_who_was_there_and_carry_neither_signature_nor_seal() -> None:
    paper = replace(
        NOTICE, form=MINUTES, mark="局长办公会议纪要", number="〔2026〕7号", addressees="", title="研究工业经济形势",
        present="顾星河、吴慕川", sitting_in="叶知秋",
    )  # fmt: skip
    page, last = of(paper)
    mark = page.row("局长办公会议纪要")
    assert min(sign.top for sign in mark) == near(HEAD + 35)
    assert last.row("出席：顾星河、吴慕川")[0].left == near(BIND + 2 * STEP, 0.8)
    assert "列席：叶知秋" in last.text
    assert BUREAU not in page.text


def test_a_joint_document_names_both_organs_and_leaves_room_for_both_seals() -> None:
    page = of(replace(NOTICE, names=(PARTY, BUREAU), title="关于召开年度总结会的通知"))[1]
    rows = ["".join(sign.text for sign in row) for row in page.rows]
    assert [row for row in rows if row in (PARTY, BUREAU)] == [PARTY, BUREAU]
    signed = [row for row in page.rows if row[0].size == near(16, 0.1) and row[0].text in "中温"][-2:]
    assert signed[1][0].base - signed[0][0].base == near(4 * PITCH, 0.3)


def test_annexes_stand_one_line_under_the_text_numbered_and_under_one_another() -> None:
    page = of(replace(NOTICE, annexes=("公文处理办法", "流程图" * 9)))[1]
    first, second = page.row("附件：1.公文处理办法"), page.row("2." + "流程图" * 3)
    assert first[0].left == near(BIND + 2 * STEP)
    assert first[3].left == near(second[0].left, 0.3)
    assert first[0].base - page.row("特此通知")[0].base == near(2 * PITCH, 0.2)


def test_levels_are_set_in_their_own_faces() -> None:
    assert [row for row in of(NOTICE)[0].rows if "".join(s.text for s in row) == "一、总体要求"]
    assert b"FontName" in pdf(NOTICE)


def test_the_day_has_no_filling_noughts() -> None:
    assert "2026年3月2日" in of(replace(NOTICE, dated=date(2026, 3, 2)))[1].text


def test_the_same_paper_is_the_same_file_and_an_archive_file() -> None:
    assert pdf(NOTICE) == pdf(NOTICE)
    assert b"pdfaid:part" in pdf(NOTICE)


def test_a_sign_that_no_face_shows_is_named_and_nothing_is_printed() -> None:
    with pytest.raises(Refusal) as found:
        pdf(replace(NOTICE, body="请\ue0f3同志办理。"))
    (finding,) = found.value.findings
    assert "U+E0F3" in finding.found
