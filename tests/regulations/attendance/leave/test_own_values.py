"""An organ's own value reaches requests, reckonings and terms from its day on; what was decided before stays."""

from __future__ import annotations

import io
from datetime import date

import pypdfium2
import pytest

from tests.regulations.attendance.leave.bureau import Bureau, at
from tests.regulations.attendance.leave.desk import NOW, Desk, facts
from zhixing.files.models import StoredFile
from zhixing.files.store import keep
from zhixing.organ.models import OwnValue
from zhixing.organ.parameters_changed import confirm, deciders, propose
from zhixing.organ.parameters_checks import Wanted
from zhixing.regulations.attendance.book import BOOK
from zhixing.regulations.attendance.workflow.papers_due import due_for
from zhixing.regulations.attendance.workflow.span import Span
from zhixing.regulations.attendance.workflow.statute import own_of, ruling

FROM = date(2026, 9, 10)
MONDAY, LAST = date(2026, 10, 12), date(2026, 10, 30)  # fifteen working days


@pytest.fixture
def proof(bureau: Bureau) -> StoredFile:
    page, held = pypdfium2.PdfDocument.new(), io.BytesIO()
    page.new_page(200, 200)
    page.save(held)
    return keep(organ=bureau.organ.pk, name="证明.pdf", content=held.getvalue(), by="E025", at=NOW)


def settle(bureau: Bureau, name: str, text: str) -> None:
    propose(
        wanted=Wanted(BOOK, name, text, FROM), basis="鹿经信〔2026〕40号", reason="区里统一口径",
        actor=bureau["E008"], at=NOW, key=f"提请{name}",
    )  # fmt: skip
    row = OwnValue.objects.get(name=name)
    leader = deciders(row, NOW.date())[0]
    confirm(row=row, regulation=BOOK, actor=leader, opinion="", at=NOW, key=f"确认{name}")


def test_a_request_is_judged_by_the_value_of_the_day_it_is_made(
    desk: Desk, bureau: Bureau, proof: StoredFile
) -> None:
    settle(bureau, "婚假天数", "15")
    asking = desk.asking("E025", "婚假", MONDAY, LAST, proof=proof)
    assert facts(desk.assess("E025", asking, at(date(2026, 9, 9)))) == ["天数"]
    assert facts(desk.assess("E025", asking, at(FROM))) == []


def test_a_reckoning_says_the_value_and_since_when(bureau: Bureau) -> None:
    settle(bureau, "月计薪天数", "22")
    own, said = own_of(bureau.organ.pk), {}
    for day in (date(2026, 9, 9), FROM):
        found = ruling("事假扣款", day, own, 月基本工资=440000, 天数=2)
        used = next(value for value in found.values if value.name == "月计薪天数")
        said[day] = (found.outcome["扣款"], used.value, used.since)
    assert said == {
        # 4400.00 / 21.75, what is less than a fen dropped
        date(2026, 9, 9): (20229, "21.75", date(2018, 2, 1)),
        FROM: (20000, "22", FROM),
    }


def test_a_term_runs_by_the_value_of_its_day(bureau: Bureau) -> None:
    settle(bureau, "补办时限", "4")
    span = Span(date(2026, 9, 14), "上午", date(2026, 9, 14), "下午")
    # back on Tuesday the 15th: two working days, then four; Sunday the 20th is worked for the autumn holidays
    assert due_for(span, bureau.organ, date(2026, 9, 9)).day == date(2026, 9, 17)
    assert due_for(span, bureau.organ, FROM).day == date(2026, 9, 20)
