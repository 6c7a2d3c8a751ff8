"""登记归档 (17-8) and 凭签发件用印 (09-2.4)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.regulations.seals.cabinet import Cabinet, Fields, facts
from zhixing.office import issued_sealing
from zhixing.office.duties.models import DutyDue
from zhixing.office.issued_sealing import Issued
from zhixing.office.registers.acts.lines import file_book
from zhixing.office.registers.book import said, untouched
from zhixing.office.registers.models import YearBook
from zhixing.organ.made import made
from zhixing.regulations.seals.evidence import books_filed
from zhixing.regulations.seals.models import Seal, SealUse, Stamping

NEXT_YEAR = datetime(2027, 1, 8, 1, 0, tzinfo=UTC)
ISSUED = Issued(
    source="documents.issued:3", number="温鹿经信〔2026〕12号", title="关于申报技改项目的通知", digest="sm3:ab",
    copies=20, pages=4, approved_by="林启衡",
)  # fmt: skip


def due(cabinet: Cabinet) -> DutyDue:
    return DutyDue(
        organ=cabinet.organ, regulation="seals", duty="整理归档上年度用印登记簿",
        period_first=date(2027, 1, 1), period_last=date(2027, 12, 31),
    )  # fmt: skip


def test_a_year_is_filed_when_it_is_over(cabinet: Cabinet, seal: Seal) -> None:
    cabinet.stamped(cabinet.approved(seal))
    assert facts(lambda: file_book(kept=seal.kept, year=2026, **cabinet.who("E011"))) == [("年度", "17-8")]
    cabinet.at = NEXT_YEAR
    assert books_filed(due(cabinet)) == ""
    book = made(YearBook, file_book(kept=seal.kept, year=2026, **cabinet.who("E011")))
    assert (book.lines, untouched(book)) == (1, True)
    assert books_filed(due(cabinet)) == "2026年度1枚印章的用印登记簿都已归档。"


def test_what_is_still_open_keeps_the_year_open(cabinet: Cabinet, seal: Seal) -> None:
    word: Fields = {
        "urgent": True,
        "agreed_by": cabinet.person("E005"),
        "agreed_at": cabinet.at,
        "agreed_how": "电话",
    }
    cabinet.stamped(cabinet.asked(seal, **word))
    cabinet.carried(cabinet.approved(seal))
    cabinet.at = NEXT_YEAR
    told = facts(lambda: file_book(kept=seal.kept, year=2026, **cabinet.who("E011")))
    assert told == [("外带", "17-8"), ("补签", "17-4b")]


def test_an_issued_document_is_sealed_without_a_second_approval(cabinet: Cabinet, seal: Seal) -> None:
    assert [one.name for one in issued_sealing.seals(cabinet.organ)] == ["鹿城区经信局局章"]
    issued_sealing.seal(issued=ISSUED, seal=seal.pk, **cabinet.who("E011"))
    use = SealUse.objects.get()
    assert (use.matter, use.status, use.remark) == (None, "已用印", "凭签发件")
    line = said(seal.kept.lines.get())
    assert (line["批准人"], line["备注"], line["用印份数"]) == ("林启衡", "凭签发件", "20")


def test_it_is_entered_once_however_often_it_is_asked_for(cabinet: Cabinet, seal: Seal) -> None:
    first = issued_sealing.seal(issued=ISSUED, seal=seal.pk, **cabinet.who("E011"))
    second = issued_sealing.seal(issued=ISSUED, seal=seal.pk, **cabinet.who("E011"))
    assert first == second
    assert Stamping.objects.count() == 1


def test_it_is_the_keeper_who_seals_it(cabinet: Cabinet, seal: Seal) -> None:
    told = facts(lambda: issued_sealing.seal(issued=ISSUED, seal=seal.pk, **cabinet.who("E010")))
    assert told == [("办理人", "17-5b")]


def test_finance_seals_go_on_no_document(cabinet: Cabinet) -> None:
    finance = cabinet.seal("财务专用章")
    with pytest.raises(LookupError):
        issued_sealing.seal(issued=ISSUED, seal=finance.pk, **cabinet.who("E012"))
