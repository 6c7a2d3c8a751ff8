"""02-1.1a, the clock's file: all bad rows at once, all or nothing, twice is once."""

import io
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from tests.regulations.attendance.records.bureau import Bureau, at, key
from zhixing.law.refusal import Refusal
from zhixing.regulations.attendance.models import ClockImport, SignIn
from zhixing.regulations.attendance.workflow.clock_import import import_clock_file, preview
from zhixing.regulations.attendance.workflow.day_view import day_status
from zhixing.regulations.attendance.workflow.signin import sign_in

NOW = at("2026-11-20 18:00:00")
HEAD = ("工号", "姓名", "打卡时间")
SHORT = ("工号", "姓名", "时间")
HEAD = ("工号", "姓名", "打卡时间")
GOOD = (
    ",".join(HEAD)
    + """
E025,贺兰亭,2026-11-19 08:30:01
E025,贺兰亭,2026-11-19 12:02:11
E025,贺兰亭,2026-11-19 13:10:00
E025,贺兰亭,2026-11-19 17:31:00
E021,邓一舟,2026-11-19 08:20:00
E021,邓一舟,2026-11-14 09:00:00
"""
)


def taken(bureau: Bureau, content: str | bytes, name: str = "十一月.csv") -> None:
    raw = content.encode() if isinstance(content, str) else content
    import_clock_file(actor=bureau["潘映雪"], name=name, content=raw, at=NOW, key=key())


def test_the_first_punch_of_a_half_day_is_its_sign_in(bureau: Bureau) -> None:
    taken(bureau, GOOD)
    rows = SignIn.objects.filter(person=bureau["贺兰亭"]).values_list("half", "source")
    assert list(rows) == [("上午", "考勤机"), ("下午", "考勤机")]
    morning, afternoon = day_status(bureau["贺兰亭"], date(2026, 11, 19), NOW)
    assert (morning.word, morning.seconds_late, str(afternoon.at)) == ("迟到", 1, "12:02:11")


def test_a_preview_stores_nothing_and_says_why_a_punch_is_passed_over(bureau: Bureau) -> None:
    seen = preview(bureau.organ, name="十一月.csv", content=GOOD.encode(), at=NOW)
    assert (seen.rows, len(seen.new), seen.faults, seen.repeated) == (6, 3, (), False)
    assert [why for _, why in seen.known] == [
        "当天休息，不记签到",
        "同一半天更早的一次已经算作签到",
        "下班以后的打卡，不算签到",
    ]
    assert not SignIn.objects.exists()


def test_a_file_imported_twice_adds_nothing(bureau: Bureau) -> None:
    taken(bureau, GOOD)
    taken(bureau, GOOD)
    assert SignIn.objects.count() == 3
    assert ClockImport.objects.count() == 1


def test_the_same_punches_in_another_file_add_nothing(bureau: Bureau) -> None:
    taken(bureau, GOOD)
    taken(bureau, GOOD + "E012,金若谷,2026-11-19 08:21:00\n", "补.csv")
    assert SignIn.objects.count() == 4


def test_a_web_sign_in_stands_before_a_punch_of_the_same_half_day(bureau: Bureau) -> None:
    sign_in(actor=bureau["贺兰亭"], at=at("2026-11-19 08:25:00"), key=key())
    taken(bureau, GOOD)
    assert SignIn.objects.get(person=bureau["贺兰亭"], half="上午").source == "网页"


def test_every_bad_row_is_named_and_nothing_is_taken(bureau: Bureau) -> None:
    bad = GOOD + (
        "E999,某某,2026-11-19 08:20:00\n"
        "E012,潘映雪,2026-11-19 08:20:00\n"
        "E012,金若谷"
        ",昨天早上\n"
        "E012,金若谷,2026-11-23 08:20:00\n"
        "E021,邓一舟,2026-11-19 08:20:00\n"
        ",,2026-11-19 08:20:00\n"
    )
    with pytest.raises(Refusal) as refusal:
        taken(bureau, bad)
    assert [finding.fact for finding in refusal.value.findings] == [
        "第8行工号", "第9行姓名", "第10行时间", "第11行时间", "第12行重复", "第13行姓名",
    ]  # fmt: skip
    assert "第6行" in refusal.value.findings[4].expected
    assert not SignIn.objects.exists()
    assert not ClockImport.objects.exists()


def test_a_workbook_is_taken_like_a_csv(bureau: Bureau) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["姓名", "时间"])
    sheet.append(["贺兰亭", datetime.fromisoformat("2026-11-19 08:20")])
    held = io.BytesIO()
    book.save(held)
    taken(bureau, held.getvalue(), "十一月.xlsx")
    assert SignIn.objects.get().person == bureau["贺兰亭"]


def test_only_the_office_imports(bureau: Bureau) -> None:
    with pytest.raises(Refusal, match="不归您"):
        import_clock_file(actor=bureau["贺兰亭"], name="卡.csv", content=GOOD.encode(), at=NOW, key=key())


def test_a_person_of_another_organ_is_unknown(bureau: Bureau, other: Bureau) -> None:
    with pytest.raises(Refusal) as refusal:
        taken(bureau, ",".join(SHORT) + "\nE025,白露,2026-11-19 08:20:00\n")
    assert refusal.value.findings[0].expected == "E025 贺兰亭"
