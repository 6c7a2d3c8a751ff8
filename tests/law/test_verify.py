from pathlib import Path

import pytest

from tests.law.small import BODY, FRONT, LATE, ON, regulation
from zhixing.law.examples import run_examples
from zhixing.law.facts import Choice, Fact, Money, YesNo
from zhixing.law.regulation import Question, Regulation, edition_on
from zhixing.law.report import Kind, Report
from zhixing.law.verify import check
from zhixing.regulations import shelf


def checked(folder: Path, text: str = FRONT + BODY, **others: Regulation) -> Report:
    return check([regulation(folder, text), *others.values()], ON)


def texts(report: Report, kind: Kind) -> list[str]:
    return [found.text for found in report.of(kind)]


def test_a_sound_edition_has_only_what_its_text_leaves_open(tmp_path: Path) -> None:
    report = checked(tmp_path)
    assert not report.failing
    assert {found.kind for found in report.findings} == {Kind.ONLY_READ}
    assert texts(report, Kind.ONLY_READ) == [
        "职级=一般人员或中层干部、区管干部=是：原文没有写，按推定办",
        "职级=局领导或局长：原文没有写，按推定办",
    ]


def test_a_gap_is_shown_as_a_region_in_words(tmp_path: Path) -> None:
    report = checked(
        tmp_path,
        FRONT
        + BODY.replace("| 局领导 | 局领导、局长 | — | — | — |", "| 局领导 | 局领导、局长 | — | 事假 | — |"),
    )
    assert texts(report, Kind.GAP) == ["职级=局领导或局长、假别=病假：没有一行适用"]
    assert report.failing


def test_a_gap_between_two_limits_is_shown_with_its_bounds(tmp_path: Path) -> None:
    report = checked(tmp_path, FRONT + BODY.replace("| > 一般人员限 |", "| > 5 |"))
    assert texts(report, Kind.GAP) == [
        "职级=一般人员、区管干部=否、2.5≤天数≤5：没有一行适用",
    ]


def test_an_overlap_names_its_rows_and_its_region(tmp_path: Path) -> None:
    report = checked(tmp_path, FRONT + BODY.replace("| > 中层限 |", "| ≥ 中层限 |"))
    (overlap,) = report.overlaps
    assert overlap.text.startswith("职级=中层干部、区管干部=否、天数=1：02-1.2a“中层，短”")
    assert overlap.clauses == ("02-1.2a",)
    assert report.failing


def test_a_row_that_no_case_reaches_is_found(tmp_path: Path) -> None:
    row = "| 没到 | < 谈话次数 | 否 |\n"
    report = checked(tmp_path, FRONT + BODY.replace(row, row + "| 空的 | 5 < … < 6 | 否 |\n"))
    (found,) = texts(report, Kind.UNREACHABLE)
    assert found.startswith("行“空的”")
    assert not report.failing


def test_a_parameter_that_nothing_uses_is_found(tmp_path: Path) -> None:
    row = "| 每次扣款 | 20.00 | 元 | 每次扣多少 |\n"
    report = checked(tmp_path, FRONT + BODY.replace(row, row + "| 闲置 | 1 | 次 | 无 |\n"))
    assert [found.subject for found in report.of(Kind.UNUSED)] == ["闲置"]


def test_a_clause_that_nothing_executes_is_found_unless_it_is_words_only(tmp_path: Path) -> None:
    report = checked(tmp_path, FRONT + BODY.replace(" .宣示}", "}"))
    assert [found.clauses for found in report.of(Kind.UNEXECUTED)] == [("02-4",)]
    book = regulation(tmp_path / "b", FRONT + BODY.replace(" .宣示}", "}"))
    named = Regulation(
        book.number, book.key, book.title, book.folder, book.facts, book.questions, {"02-4": "网页"}
    )
    assert not check([named], ON).of(Kind.UNEXECUTED)


def test_the_same_duty_with_two_rhythms_is_found_across_regulations(tmp_path: Path) -> None:
    text = (FRONT + BODY).replace('"02"', '"13"').replace("#02-", "#13-").replace("| 每月 |", "| 每季度 |")
    other = regulation(tmp_path / "b", text, number="13")
    report = check([regulation(tmp_path / "a"), other], ON)
    (found,) = report.of(Kind.RHYTHMS)
    assert found.clauses == ("02-3.1", "13-3.1")
    assert "每季度" in found.text


def test_a_document_that_was_not_entered_is_found_and_a_form_is_not(tmp_path: Path) -> None:
    text = FRONT + BODY.replace("请假先填表。", "照《年休假办法》，先填《请假审批表》。")
    text = text.replace("施行: ", "依据文件: [区里的文件]\n施行: ")
    book = regulation(tmp_path, text)
    assert {found.subject for found in check([book], ON).of(Kind.DANGLING)} == {"年休假办法", "区里的文件"}
    assert not check([book], ON, frozenset({"年休假办法", "区里的文件"})).of(Kind.DANGLING)


def test_a_failing_example_is_found_with_what_came_out(tmp_path: Path) -> None:
    book = regulation(tmp_path, FRONT + BODY.replace("| 500.00 | 是 | 60.00 |", "| 500.00 | 是 | 40.00 |"))
    (failure,) = run_examples(book, edition_on(book, ON))
    assert (failure.outcome, failure.expected, failure.found) == ("扣款", "40.00", "60.00")
    assert check([book], ON).failing


def test_an_example_that_is_refused_or_asks_for_another_outcome_fails(tmp_path: Path) -> None:
    text = FRONT + BODY.replace("| 恰好两天 | 一般人员 |", "| 恰好两天 | 科员 |").replace(
        "| → 扣款 |", "| → 扣钱 |"
    )
    book = regulation(tmp_path, text)
    assert [failure.outcome for failure in run_examples(book, edition_on(book, ON))] == ["", "扣钱", "扣钱"]


def test_an_edition_that_cannot_be_read_is_reported_whole(tmp_path: Path) -> None:
    text = FRONT + BODY.replace("| 中层限 | 1 | 天 |", "| 中层限 | 1 |").replace(
        "| 是 | — | — |", "| 也许 | — | — |"
    )
    report = checked(tmp_path, text)
    assert report.failing
    assert len(report.of(Kind.FAULT)) >= 3


def test_a_book_that_names_what_the_edition_lacks_is_a_fault(tmp_path: Path) -> None:
    asked = Question("没有的", (Fact("职级", Choice(("甲",))),), parameters=("没有的数",))
    rule = Question("规则", (), (Fact("扣款", Money()),), LATE.answer, clauses=("02-9",))
    report = check([regulation(tmp_path, questions=(LATE, asked, rule))], ON)
    found = " ".join(texts(report, Kind.FAULT))
    assert all(word in found for word in ("没有决策 没有的", "没有参数 没有的数", "没有条文 02-9"))


def test_a_yes_or_no_fact_is_a_closed_domain() -> None:
    assert YesNo().values == (True, False)


@pytest.mark.parametrize("book", shelf.all(), ids=lambda book: str(book.key))
def test_the_editions_on_the_shelf_are_sound(book: Regulation) -> None:
    report = check([book], ON)
    assert [str(found) for found in report.findings if found.failing] == []
    assert [str(found) for found in report.findings if found.kind in {Kind.UNUSED, Kind.UNREACHABLE}] == []
