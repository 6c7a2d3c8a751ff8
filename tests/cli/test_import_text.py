"""zhixing import-text: docx and txt, all or nothing, every fault at once."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.organ.conftest import NOW
from zhixing.cli.demo.people import build_people
from zhixing.cli.main import run
from zhixing.organ.models import Organ, RegulationText
from zhixing.organ.texts import texts_of

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.fixture
def organ(db: None) -> Organ:
    return build_people(NOW)


def docx(path: Path, paragraphs: list[str]) -> Path:
    """The smallest document Word opens, with a header that is no part of the wording."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        "word/header1.xml": f'<w:hdr xmlns:w="{WORD}"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return path


def txt(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def imported(path: Path, *more: str) -> int:
    return run(["import-text", "02", str(path), "--by", "叶知秋", *more])


def test_a_docx_is_entered_clause_by_clause(
    organ: Organ, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(docx(tmp_path / "考勤.docx", ["〔02-2〕甲句。", "乙句。", "〔02-1.4〕", "丙句。"])) == 0
    found = {clause: row.text for clause, row in texts_of(organ, "02").items()}
    assert found == {"02-2": "甲句。\n乙句。", "02-1.4": "丙句。"}
    said = capsys.readouterr().out
    assert "已录入《考勤制度》2条原文，回执：" in said
    assert "还没有原文的条款：02-1.1a、" in said


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_txt_is_read_in_the_encodings_of_an_office(organ: Organ, tmp_path: Path, encoding: str) -> None:
    assert imported(txt(tmp_path / "考勤.txt", "〔02-2〕甲句。\r\n乙句。\r\n", encoding)) == 0
    assert texts_of(organ, "02")["02-2"].text == "甲句。\n乙句。"


def test_one_bad_line_refuses_the_whole_file_and_every_bad_line_is_named(
    organ: Organ, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = txt(tmp_path / "考勤.txt", "开头。\n〔02-2〕甲句。\n〔02-8〕乙句。\n")
    assert run(["import-text", "02", str(path), "--organ", "bieju"]) == 2
    said = capsys.readouterr().err
    for fact in ("单位", "录入人", "第1行", "第3行条款号"):
        assert fact in said
    assert not RegulationText.objects.exists()


def test_a_file_that_bears_a_mark_of_secrecy_is_refused(
    organ: Organ, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(txt(tmp_path / "考勤.txt", "机密★5年\n〔02-2〕甲句。\n")) == 2
    assert "机密★" in capsys.readouterr().err
    assert not RegulationText.objects.exists()


@pytest.mark.parametrize("name", ["考勤.pdf", "考勤", "没有.docx"])
def test_other_files_and_missing_ones_are_refused(organ: Organ, tmp_path: Path, name: str) -> None:
    assert imported(tmp_path / name) == 2


def test_a_program_named_docx_is_refused(organ: Organ, tmp_path: Path) -> None:
    assert imported(txt(tmp_path / "考勤.docx", "MZ program")) == 2


def test_an_organ_must_be_named_where_there_are_two(organ: Organ, tmp_path: Path) -> None:
    Organ.objects.create(key="ouhai", name="瓯海", short_name="瓯海", created_at=NOW)
    path = txt(tmp_path / "考勤.txt", "〔02-2〕甲句。")
    assert imported(path) == 2
    assert imported(path, "--organ", "ouhai") == 0
    assert texts_of(organ, "02") == {}


def test_the_marks_are_listed_without_a_database(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import-text", "02", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 22
    assert lines[0] == "〔02-1.1a〕一、1 出勤：每天两次签到"


def test_an_unknown_regulation_and_a_bad_day_are_refused() -> None:
    assert run(["import-text", "99", "--list"]) == 2
    assert run(["import-text", "02", "--list", "--on", "去年"]) == 2
