import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.broken import broken_regulation
from zhixing.cli.main import run
from zhixing.regulations import shelf

LEAVE = ["decide", "02", "请假审批", "职级=一般人员", "假别=事假", "天数=2"]


def test_an_answer_is_json_of_the_declared_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*LEAVE, "--on", "2018-03-01", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["regulation"], answer["question"]) == ("02", "请假审批")
    assert (answer["edition"], answer["on"]) == ("2018-02-01", "2018-03-01")
    assert answer["outcome"] == {"审批": ["分管局长审批", "办公室备案"]}
    assert [set(reason) for reason in answer["because"]] == [{"clause", "cite", "text"}]
    assert [set(value) for value in answer["values"]] == [{"name", "value", "unit", "since", "clause"}]
    assert answer["readings"] == []
    assert {frozenset(other) for other in answer["others"]} == {frozenset({"clause", "row", "failed"})}
    assert set(answer["others"][0]["failed"]) == {"column", "required", "given"}


def test_an_answer_in_words_names_outcome_clause_and_value(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*LEAVE, "--on", "2018-03-01"]) == 0
    text = capsys.readouterr().out
    assert "结论：审批：分管局长审批、办公室备案" in text
    assert "依据：《考勤制度》一、2 事假（02-1.2a）" in text
    assert "数值：一般人员限 2天（2018-02-01起，02-1.2a）" in text
    assert "不适用：" not in text


def test_why_lists_what_every_other_row_failed_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*LEAVE, "--on", "2018-03-01", "--why"]) == 0
    assert "不适用：02-1.2a“一般人员，长”：天数要> 一般人员限（2），现为2" in capsys.readouterr().out


def test_facts_may_stand_after_options_and_with_a_full_width_sign(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(
            [
                "decide",
                "02",
                "请假审批",
                "--on",
                "2018-03-01",
                "职级＝一般人员",
                "--json",
                "假别=事假",
                "天数=2",
            ]
        )
        == 0
    )
    assert json.loads(capsys.readouterr().out)["outcome"] == {"审批": ["分管局长审批", "办公室备案"]}


def test_every_fault_of_the_line_is_named_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    line = [
        "decide",
        "02",
        "请假审批",
        "职级=科员",
        "天数",
        "假别=事假",
        "假别=病假",
        "--on",
        "2018-02-30",
        "--json",
    ]
    assert run(line) == 2
    refusal = json.loads(capsys.readouterr().out)
    assert [finding["fact"] for finding in refusal["findings"]] == ["日期", "天数", "假别", "职级"]
    assert all({"fact", "found", "expected", "mend"} <= set(finding) for finding in refusal["findings"])


def test_a_refusal_in_words_keeps_its_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["decide", "02", "冲抵", "假别=病假", "天数=1", "补休余额=0", "年休余额=0"]) == 2
    captured = capsys.readouterr()
    heads = [line.split("：")[0] for line in captured.err.splitlines()]
    assert captured.out == ""
    assert heads == ["结论", "事实", "依据", "下一步", "谁能处理"]


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        (["decide", "02", "没有的问题"], "问题"),
        (["decide", "98", "请假审批"], "制度"),
        ([*LEAVE, "--on", "2018-01-31"], "日期"),
        (["decide", "02", "公出审批"], "职级"),
    ],
)
def test_what_cannot_be_asked_ends_with_two(
    line: list[str], fact: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*line, "--json"]) == 2
    assert [finding["fact"] for finding in json.loads(capsys.readouterr().out)["findings"]] == [fact]


@pytest.mark.parametrize(("times", "what"), [("4", "没有一行适用"), ("7", "有 2 行同时适用")])
def test_a_fault_of_the_edition_ends_with_three_and_names_case_and_clauses(
    times: str,
    what: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    book = broken_regulation(tmp_path)
    monkeypatch.setattr(shelf, "by_number", {"99": book}.__getitem__)
    assert run(["decide", "99", "档次", f"次数={times}", "--json"]) == 3
    fault = json.loads(capsys.readouterr().out)["fault"]
    assert fault["case"] == f"次数={times}"
    assert fault["clauses"] == ["99-1"]
    assert fault["what"].startswith(what)
    assert run(["decide", "99", "档次", f"次数={times}"]) == 3
    assert what in capsys.readouterr().err


def test_an_edition_that_cannot_be_read_ends_with_three(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    book = broken_regulation(tmp_path)
    path = tmp_path / "2020-01-01.md"
    path.write_text(path.read_text(encoding="utf-8").replace("< 3", "少于三"), encoding="utf-8")
    monkeypatch.setattr(shelf, "by_number", {"99": book}.__getitem__)
    assert run(["decide", "99", "档次", "次数=1", "--json"]) == 3
    assert "2020-01-01.md:" in json.loads(capsys.readouterr().out)["faults"][0]


def test_deciding_starts_no_django_and_no_database() -> None:
    code = (
        "import sys; from zhixing.cli.main import run; "
        f"done = run({[*LEAVE, '--json']!r}); "
        "sys.exit(done or any(name == 'sqlite3' or name.split('.')[0] == 'django' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
