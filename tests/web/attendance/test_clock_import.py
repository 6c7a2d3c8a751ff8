"""导入考勤机文件 by page: all bad rows at once, all or nothing, a repeat doubles nothing (02-1.1a)."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.attendance.desks import Desks, clock, post, text, words
from zhixing.files.models import StoredFile
from zhixing.regulations.attendance.models import ClockImport, SignIn

HERE, CONFIRM, TEMPLATE = (
    "/attendance/clock-import/", "/attendance/clock-import/confirm/", "/attendance/clock-import/template/",
)  # fmt: skip
NOW = "2026-11-20 18:00"
COLUMNS = ("工号", "姓名", "打卡时间")
HEAD = ",".join(COLUMNS)
UNREAD = "昨天上午"


def sheet(*rows: str, name: str = "十一月.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "\n".join((HEAD, *rows, "")).encode())


GOOD = (
    "E001,林小满,2026-11-19 08:20:00",
    "E001,林小满,2026-11-19 11:58:00",
    "E002,周立春,2026-11-19 13:31:00",
)


def confirm(desks: Desks, *rows: str) -> str:
    """Preview, then the button of the preview; gives what the office reads afterwards."""
    office = desks.of("办公室")
    previewed = office.post(HERE, {"file": sheet(*rows)})
    found = re.search(r'name="file" value="(\d+)"', text(previewed))
    assert found, text(previewed)
    assert post(office, CONFIRM, file=found[1]).status_code == 302
    return words(office.get(HERE))


def test_a_preview_says_what_would_be_entered_and_enters_nothing(desks: Desks) -> None:
    with clock(NOW):
        shown = words(desks.of("办公室").post(HERE, {"file": sheet(*GOOD)}))
    assert "文件行数 3 新记签到 2 不另记 1" in shown
    assert "同一半天更早的一次已经算作签到" in shown
    assert not SignIn.objects.exists()


def test_every_bad_row_is_named_at_once_and_nothing_is_kept(desks: Desks) -> None:
    bad = ("E099,无此人,2026-11-19 08:20:00", f"E001,林小满,{UNREAD}", "E002,林小满,2026-11-19 08:21:00")
    with clock(NOW):
        answer = desks.of("办公室").post(HERE, {"file": sheet(GOOD[0], *bad)})
    assert answer.status_code == 422
    shown = words(answer)
    assert "4行里有3处不对，整份都不收" in shown
    for fact in ("第3行工号：E099", f"第4行时间：{UNREAD}", "第5行姓名：E002 林小满"):
        assert fact in shown
    assert "《考勤制度》一、1 出勤：每天两次签到" in shown
    assert not SignIn.objects.exists()
    assert not StoredFile.objects.exists()


def test_a_confirmed_file_is_entered_whole_and_a_repeat_doubles_nothing(desks: Desks) -> None:
    with clock(NOW):
        assert "已导入：3行，新记签到2次" in confirm(desks, *GOOD)
        again = desks.of("办公室").post(HERE, {"file": sheet(*GOOD)})
        assert "这份文件以前导入过" in text(again)
        assert "文件里没有新的签到要记" in text(again)
        found = re.search(r'name="file" value="(\d+)"', text(again))
        assert found
        post(desks.of("办公室"), CONFIRM, file=found[1])
        assert "没有新的签到，已有的没有重复记" in words(desks.of("办公室").get(HERE))
    assert (SignIn.objects.count(), ClockImport.objects.count()) == (2, 1)


def test_one_cannot_confirm_a_file_that_another_uploaded(desks: Desks, stranger: Client) -> None:
    with clock(NOW):
        previewed = desks.of("办公室").post(HERE, {"file": sheet(*GOOD)})
        found = re.search(r'name="file" value="(\d+)"', text(previewed))
        assert found
        assert post(desks.of("办公室主任"), CONFIRM, file=found[1]).status_code == 404
        assert post(stranger, CONFIRM, file=found[1]).status_code == 404
        assert post(desks.of("办公室"), CONFIRM, file="x").status_code == 404
    assert not SignIn.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [("空.csv", b"x"), ("图.xlsx", b"not a workbook"), ("无时间.csv", "姓名\n林小满\n".encode())],
    ids=["no-head", "no-workbook", "no-times"],
)
def test_a_file_that_is_no_clocks_file_is_told_so(desks: Desks, name: str, content: bytes) -> None:
    with clock(NOW):
        answer = desks.of("办公室").post(HERE, {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422
    assert "refusal" in text(answer)


def test_the_template_has_the_head_that_the_import_reads(desks: Desks) -> None:
    with clock(NOW):
        office = desks.of("办公室")
        blank = office.get(TEMPLATE).content
        filled = SimpleUploadedFile("模板.csv", blank + "E001,林小满,2026-11-19 08:20:00\r\n".encode())
        assert "新记签到 1" in words(office.post(HERE, {"file": filled}))


def test_nobody_but_the_office_imports(desks: Desks) -> None:
    with clock(NOW):
        for role in ("职员", "局长", "财务", "科室负责人"):
            assert desks.of(role).post(HERE, {"file": sheet(*GOOD)}).status_code == 403
