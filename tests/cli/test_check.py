import json
from pathlib import Path

import pytest

from tests.cli.broken import broken_regulation
from zhixing.cli.main import run
from zhixing.regulations import shelf


def test_the_editions_of_this_repository_are_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check"]) == 0
    assert "没有缺口、重叠和不符的示例" in capsys.readouterr().out


def test_the_check_up_says_where_the_text_itself_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    silent = [found for found in report["findings"] if found["kind"] == "原文缺漏"]
    assert report["failing"] is False
    assert any(found["subject"] == "请假审批" and "职级=局领导" in found["text"] for found in silent)


def test_gap_overlap_and_failing_example_end_with_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    book = broken_regulation(tmp_path)
    monkeypatch.setattr(shelf, "all", lambda: (book,))
    assert run(["check", "--json"]) == 1
    kinds = {found["kind"] for found in json.loads(capsys.readouterr().out)["findings"] if found["failing"]}
    assert kinds == {"缺口", "重叠", "示例不符"}
    assert run(["check"]) == 1
    assert "必须改正" in capsys.readouterr().out


def test_a_day_before_every_edition_has_nothing_to_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--on", "2000-01-01", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"failing": False, "findings": []}


def test_a_day_that_cannot_be_read_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--on", "昨天"]) == 2
    assert "要求：日期，如 2026-10-10" in capsys.readouterr().err
