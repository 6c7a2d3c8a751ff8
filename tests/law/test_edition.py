from datetime import date
from pathlib import Path

import pytest

from tests.law.small import BODY, FRONT, ON, regulation, write
from zhixing.law.edition import read_edition
from zhixing.law.faults import EditionFaults, Fault
from zhixing.law.regulation import NoEdition, edition_on
from zhixing.law.standing import standing_on


def faults(path: Path) -> list[tuple[int, str, str]]:
    with pytest.raises(EditionFaults) as broken:
        read_edition(path)
    assert {fault.file for fault in broken.value.faults} == {path.name}
    return [(fault.line, fault.found, fault.expected) for fault in broken.value.faults]


def test_an_edition_is_read_whole(tmp_path: Path) -> None:
    edition = read_edition(write(tmp_path / "trial", FRONT + BODY))
    assert (edition.number, edition.title, edition.key) == ("02", "试行制度", "trial")
    assert (edition.document_number, edition.in_force) == ("试〔2018〕1号", date(2018, 2, 1))
    assert [(clause.id, clause.cite) for clause in edition.clauses.values()] == [
        ("02-1.2a", "一、2 事假"),
        ("02-1.6d", "一、6 区管干部"),
        ("02-3.1", "三（一）迟到早退"),
        ("02-4", "四 总的要求"),
    ]
    assert edition.clauses["02-1.6d"].text == "照区里的文件办。"
    assert [clause.id for clause in edition.clauses.values() if clause.words_only] == ["02-4"]
    assert [step.who for step in edition.procedures["请假"].steps] == ["本人", "〔请假审批〕"]
    assert edition.duties["月考勤汇总"].rhythm == "每月"
    assert edition.parameters["一般人员限"].value == 4


def test_rows_of_one_table_stand_under_several_clauses_and_readings_say_why(tmp_path: Path) -> None:
    rows = read_edition(write(tmp_path, FRONT + BODY)).tables["请假审批"].rows
    assert [(row.clause, row.reading.id if row.reading else "") for row in rows] == [
        *[("02-1.2a", "")] * 4,
        *[("02-1.6d", "G-27")] * 2,
    ]
    assert rows[-1].reading is not None
    assert rows[-1].reading.text == "文件没有录入以前先这样办。"


def test_a_reading_without_a_number_gets_one_from_its_clause(tmp_path: Path) -> None:
    text = FRONT + BODY.replace("### 推定 G-27", "### 推定")
    assert [r.id for r in read_edition(write(tmp_path, text)).readings] == ["02-1.6d推定1"]


def test_a_broken_edition_reports_every_fault_with_its_line(tmp_path: Path) -> None:
    text = """---
编号: "02"
名称: 试行制度
施行: 2018-03-01
---
## 一 {#03-1}

| 参数 | 值 | 单位 |
|---|---|---|
| 限 | 2 | 天 |

## 二 {02-2}

### 推定

| 决策 甲 | 天数 | → 审批 |
|---|---|---|
| 短 | ≤ 2 |

## 三 {#02-3}

| 决策 甲 | 天数 | 审批 |
|---|---|---|
| 短 | ≤ 2 | 局长审批 |

| 参数 | 值 | 单位 | 含义 |
| 额 | 1.234 | 元 | 无 |
| 限 度 | 1 | 次 |  |
"""
    assert faults(write(tmp_path, text)) == [
        (2, "文件头缺文号", "写明文号"),
        (2, "施行 2018-03-01，文件名 2018-02-01.md", "文件名与施行日期一致"),
        (6, "条文号 03-1", "以本制度编号 02- 开头"),
        (8, "表头 值 | 单位", "值 | 单位 | 含义"),
        (12, "标题“二 {02-2}”的条文号读不懂", "{#02-1.2a} 或 {#01-4 .宣示}"),
        (18, "这一行有 2 格", "与表头一样 3 格"),
        (22, "没有结果列，或者列没有名称", "条件列在前，结果列写“→ 名称”"),
        (26, "参数表的表头下没有横线", "表头下一行为 |---|---|"),
        (27, "参数 额 的值“1.234”", "金额，以元为单位，最多两位小数，如 60.00"),
        (28, "第 4 格是空的", "写明内容，没有的写 —"),
    ]


def test_rows_under_no_clause_are_a_fault(tmp_path: Path) -> None:
    text = FRONT + "\n### 推定\n\n| 任务 | 周期 | 谁 | 凭据 |\n|---|---|---|---|\n| 甲 | 每月 | 乙 | 丙 |\n"
    assert [found for _, found, _ in faults(write(tmp_path, text))] == [
        "“推定”不在任何条文下",
        "任务表不在任何条文下",
    ]


def test_faults_of_form_and_of_words_come_together(tmp_path: Path) -> None:
    text = FRONT + BODY.replace("| 没到 | < 谈话次数 | 否 |", "| 没到 | < 谈话数 | 也许 |")
    text = text.replace("| 短 |", "|").replace("| 中层，短 | 中层干部 |", "| 中层，短 | 中层 |")
    text = text.replace("报区级审批 |\n\n## 三", "区级拍板 |\n\n## 三").replace(
        "{#02-4 .宣示}", "{#02-4 宣示}"
    )
    with pytest.raises(EditionFaults) as broken:
        standing_on(regulation(tmp_path, text), ON)
    found = [fault.found for fault in broken.value.faults]
    assert found == [
        "行“中层，短”的职级“中层”",
        "行“局领导”的结果审批“区级拍板”",
        "行“没到”的当月次数“< 谈话数”",
        "行“没到”的结果诫勉谈话“也许”",
        "标题“四 总的要求 {#02-4 宣示}”的条文号读不懂",
    ]


def test_a_column_nobody_declared_is_a_fault_that_names_near_words(tmp_path: Path) -> None:
    with pytest.raises(EditionFaults) as broken:
        standing_on(regulation(tmp_path, FRONT + BODY.replace("| 当月次数 | → 诫", "| 当月次 | → 诫")), ON)
    (fault,) = broken.value.faults
    assert isinstance(fault, Fault)
    assert fault.found == "决策 诫勉谈话 的列“当月次”"
    assert "当月次数" in fault.expected


def test_columns_of_one_table_must_agree(tmp_path: Path) -> None:
    second = "| 决策 请假审批 | 职级 | 假别 | 区管干部 | 天数 | → 审批 |"
    first = "| 决策 请假审批 | 职级 | 区管干部 | 假别 | 天数 | → 审批 |"
    head, tail = BODY.rsplit(first, 1)
    found = faults(write(tmp_path, FRONT + head + second + tail))
    assert found[0][1].startswith("决策 请假审批 的列与第")


def test_a_file_that_is_no_text_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "2018-02-01.md"
    path.write_bytes("---\n名称: 制度".encode("gb18030"))
    assert faults(path) == [(2, "读不出的文字", "UTF-8编码的文件")]


@pytest.mark.parametrize("text", ["", "# 没有文件头\n", "---\n[\n---\n", "---\n只有文字\n---\n"])
def test_a_broken_head_is_a_fault_and_no_crash(tmp_path: Path, text: str) -> None:
    assert faults(write(tmp_path, text))


def test_comments_are_not_read(tmp_path: Path) -> None:
    text = FRONT + BODY + "\n<!--\n## 五 {#99-1}\n| 参数 | 坏\n-->\n"
    assert "99-1" not in read_edition(write(tmp_path, text)).clauses


def test_the_edition_of_the_day_answers(tmp_path: Path) -> None:
    book = regulation(tmp_path)
    write(tmp_path, (FRONT + BODY).replace("施行: 2018-02-01", "施行: 2020-01-01"), "2020-01-01.md")
    days = [date(2018, 2, 1), date(2019, 12, 31), date(2020, 1, 1), date(2030, 1, 1)]
    assert [edition_on(book, day).in_force.year for day in days] == [2018, 2018, 2020, 2020]
    with pytest.raises(NoEdition, match="2018-01-31"):
        edition_on(book, date(2018, 1, 31))


def test_a_file_named_after_no_day_is_a_fault(tmp_path: Path) -> None:
    book = regulation(tmp_path)
    write(tmp_path, FRONT + BODY, "2019-02-30.md")
    with pytest.raises(EditionFaults, match=r"2019-02-30\.md"):
        edition_on(book, ON)
