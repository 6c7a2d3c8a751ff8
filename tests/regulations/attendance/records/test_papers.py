"""Printed sheets and ledgers, read back as the reader's programs read them."""

import io
from datetime import date, datetime, time

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.regulations.attendance.records.bureau import Bureau, at, key
from zhixing.journal.models import Entry
from zhixing.regulations.attendance.models import Month
from zhixing.regulations.attendance.papers.ledgers import month_ledger, settlement_ledger
from zhixing.regulations.attendance.papers.month_form import PAPER_HEADINGS, print_month
from zhixing.regulations.attendance.papers.printed import Printing
from zhixing.regulations.attendance.workflow import month as months
from zhixing.regulations.attendance.workflow.month_correct import correct
from zhixing.regulations.attendance.workflow.settlement import propose_settlement

LATER = at("2026-11-09 09:00:00")
LATE = time(8, 31)


@pytest.fixture
def october(bureau: Bureau) -> Month:
    for name in bureau.people:
        odd = {"d1012a": LATE, "d1019a": LATE, "d1030a": LATE} if name == "贺兰亭" else {}
        bureau.signs(name, date(2026, 10, 1), date(2026, 10, 31), **odd)
    months.open_month(actor=bureau["潘映雪"], year=2026, month=10, at=at("2026-11-03 09:00:00"), key=key())
    return Month.objects.get()


def locked(bureau: Bureau, sheet: Month) -> Month:
    months.lock(actor=bureau["潘映雪"], sheet=sheet, at=LATER, key=key())
    line = sheet.lines.get(person=bureau["邓一舟"])
    correct(
        actor=bureau["潘映雪"],
        line=line,
        column="personal",
        after=1,
        reason="补报事假半天",
        at=LATER,
        key=key(),
    )
    return sheet


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).replace("\n", "")


def test_the_months_sheet_names_everyone_and_every_column(bureau: Bureau, october: Month) -> None:
    pdf = print_month(locked(bureau, october), Printing(bureau["潘映雪"], LATER))
    text = text_of(pdf)
    assert all(name in text for name in bureau.people)
    assert [heading for heading in PAPER_HEADINGS if heading not in text] == []
    assert "补报事假半天" in text
    assert "打印人：潘映雪" in text
    assert b"pdfaid" in pdf


def test_a_month_not_yet_locked_prints_as_a_draft(bureau: Bureau, october: Month) -> None:
    assert "草" in text_of(print_month(october, Printing(bureau["潘映雪"], LATER)))
    assert "草　稿" not in text_of(print_month(locked(bureau, october), Printing(bureau["潘映雪"], LATER)))


def test_the_foot_carries_the_receipt_of_the_act_that_locked_the_month(
    bureau: Bureau, october: Month
) -> None:
    by = Printing(bureau["潘映雪"], LATER)
    assert "回执" not in text_of(print_month(october, by))
    locked(bureau, october)
    lock = Entry.objects.get(action="锁定月考勤")
    told = "".join(text_of(print_month(october, by)).split())
    assert f"回执：lucheng-{lock.seq:06d}-{lock.hash[:16]}（2026-11-0909:00）" in told


def test_the_ledger_holds_numbers_and_moments_not_their_pictures(bureau: Bureau, october: Month) -> None:
    line = october.lines.get(person=bureau["贺兰亭"])
    months.confirm(actor=bureau["贺兰亭"], line=line, at=at("2026-11-04 10:20:00"), key=key())
    content = month_ledger(locked(bureau, october), Printing(bureau["潘映雪"], LATER))
    book = load_workbook(io.BytesIO(content))
    sheet, beside = book.worksheets
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    head = list(rows[0])
    mine = next(row for row in rows if row[1] == "贺兰亭")
    assert (mine[head.index("应出勤")], mine[head.index("迟到")]) == (18, 3)
    assert mine[head.index("确认时间")] == datetime.fromisoformat("2026-11-04 10:20")
    assert next(row for row in rows if row[1] == "邓一舟")[head.index("事假")] == 0.5
    assert sheet.freeze_panes == "B4"
    assert [cell.value for cell in beside[4]][2:6] == ["事假", "0", "0.5", "补报事假半天"]


def test_the_settlement_goes_to_finance_in_yuan_and_shows_nothing_to_others(
    bureau: Bureau, october: Month
) -> None:
    for name in ("贺兰亭", "邓一舟"):
        bureau.pays(name, 435_000)
    sheet = locked(bureau, october)
    propose_settlement(actor=bureau["潘映雪"], sheet=sheet, at=LATER, key=key())

    def amounts(name: str) -> list[object]:
        content = settlement_ledger(sheet, Printing(bureau[name], LATER))
        rows = load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(min_row=4, values_only=True)
        return [row[6] for row in rows if row[0] and str(row[0]).startswith("E")]

    assert sorted(map(str, amounts("金若谷"))) == ["100", "60"]
    assert amounts("贺兰亭") == [60]
    assert amounts("林启衡") == []
