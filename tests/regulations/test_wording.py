"""Cutting a source text into the clauses of its edition."""

from datetime import date

from zhixing.law.document import Edition
from zhixing.law.regulation import edition_on
from zhixing.regulations import shelf
from zhixing.regulations.wording import cut, marks, without_wording


def edition() -> Edition:
    return edition_on(shelf.by_number("02"), date(2026, 11, 20))


def test_each_clause_takes_the_lines_under_its_mark() -> None:
    found = cut("〔02-1.2a〕第一句。\n\n  第二句。\n【02-2】\n第三句。\n", edition())
    assert found.faults == []
    assert found.texts() == {"02-1.2a": "第一句。\n第二句。", "02-2": "第三句。"}


def test_every_fault_of_the_file_is_named_at_once() -> None:
    text = "没有归属的一句。\n〔02-9.9〕多出来的条款。\n〔02-2〕\n〔02-1.4〕一句。\n〔02-1.4〕又一句。"
    faults = [(fault.fact, fault.found) for fault in cut(text, edition()).faults]
    assert faults == [
        ("第1行", "没有归属的一句。"),
        ("第2行条款号", "02-9.9"),
        ("第5行条款号", "02-1.4前面已经有过"),
        ("02-2的原文", "没有文字"),
    ]


def test_a_file_without_marks_is_told_how_to_get_them() -> None:
    assert [fault.fact for fault in cut("", edition()).faults] == ["文件"]


def test_the_listed_marks_are_those_that_are_read() -> None:
    listed = list(marks(edition()))
    assert len(listed) == 22
    found = cut("\n".join(f"{line}\n文字。" for line in listed), edition())
    assert found.faults == []
    assert set(found.texts().values()) == {"文字。"}
    assert without_wording(found.texts(), edition()) == ()


def test_what_is_still_missing_is_known() -> None:
    missing = without_wording({"02-2": "一句。"}, edition())
    assert len(missing) == 21
    assert "02-2" not in missing
