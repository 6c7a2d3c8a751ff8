"""Lines are numbered without gap, void ones keep their number; a filed year never changes again; taking stock."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from tests.office.registers.conftest import DAY, REGISTER, Rules, who
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.registers.acts.entering import enter_thing
from zhixing.office.registers.acts.lines import file_book, put_down, void_line
from zhixing.office.registers.acts.stock import begin_stock, finish_stock, look
from zhixing.office.registers.book import content_of, untouched
from zhixing.office.registers.models import HandOver, Kept, Line, Loan, StockLine, StockTaking, YearBook
from zhixing.organ.made import made
from zhixing.organ.models import Account, Organ, Person
from zhixing.organ.policy import Viewer, visible
from zhixing.organ.roles import roles_of

People = dict[str, Person]
NEXT_YEAR = 60  # days after NOW: January of 2027


def facts(refusal: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [one.fact for one in refusal.value.findings]


def line(kept: Kept, people: People, source: str, day: date = DAY) -> Line:
    return made(Line, put_down(kept=kept, source=source, day=day, **who(people["E011"])))


def test_lines_follow_one_another_within_a_thing_and_a_year(kept: Kept, people: People) -> None:
    numbers = [line(kept, people, f"用:{n}").number for n in range(3)]
    following = line(kept, people, "用:9", date(2027, 1, 4))
    assert numbers == [1, 2, 3]
    assert (following.year, following.number) == (2027, 1)


def test_a_void_line_keeps_its_number_and_says_why(kept: Kept, people: People) -> None:
    """E33."""
    first = line(kept, people, "用:1")
    with pytest.raises(Refusal) as refusal:
        void_line(line=first, reason="", **who(people["E031"]))
    assert facts(refusal) == ["办理人", "作废原因"]
    void_line(line=first, reason="登记重复", **who(people["E011"]))
    line(kept, people, "用:2")
    assert [(one["序号"], one.get("作废", "")) for one in content_of(kept, 2026)] == [
        ("1", "作废：登记重复"), ("2", ""),
    ]  # fmt: skip


def test_a_line_is_made_void_once(kept: Kept, people: People) -> None:
    first = line(kept, people, "用:1")
    void_line(line=first, reason="登记重复", **who(people["E008"]))
    with pytest.raises(Refusal) as refusal:
        void_line(line=first, reason="登记重复", **who(people["E008"]))
    assert facts(refusal) == ["条目"]


def filed(kept: Kept, people: People) -> YearBook:
    return made(YearBook, file_book(kept=kept, year=2026, **who(people["E011"], days=NEXT_YEAR)))


def test_the_book_of_a_year_is_filed_under_its_digest(kept: Kept, people: People) -> None:
    line(kept, people, "用:1")
    book = filed(kept, people)
    assert (book.lines, book.content) == (1, [{"序号": "1", "日期": "2026-11-23", "事由": "用:1"}])
    assert len(book.hash) == 64
    assert untouched(book)
    book.content[0]["事由"] = "别的"
    assert not untouched(book)


def test_after_filing_nothing_of_the_year_changes(kept: Kept, people: People) -> None:
    first = line(kept, people, "用:1")
    filed(kept, people)
    for act in (
        lambda: line(kept, people, "用:2"),
        lambda: void_line(line=first, reason="登记重复", **who(people["E011"])),
        lambda: filed(kept, people),
    ):
        with pytest.raises(Refusal) as refusal:
            act()
        assert facts(refusal) == ["登记簿"]


def test_the_database_lets_nobody_change_a_filed_book(kept: Kept, people: People) -> None:
    book = filed(kept, people)
    with pytest.raises(DatabaseError), transaction.atomic():
        YearBook.objects.filter(pk=book.pk).update(lines=9)
    with pytest.raises(DatabaseError), transaction.atomic():
        book.delete()


def test_a_year_that_is_not_over_or_not_whole_is_not_filed(kept: Kept, people: People, rules: Rules) -> None:
    rules.unfinished.append(Finding("用印", "有一件没有补签", "都补签了", "先补签。"))
    with pytest.raises(Refusal) as refusal:
        file_book(kept=kept, year=2026, **who(people["E031"]))
    assert facts(refusal) == ["办理人", "年度", "用印"]


def test_stock_is_taken_of_everything_that_is_not_gone(kept: Kept, people: People) -> None:
    other = made(
        Kept,
        enter_thing(
            register=REGISTER, name="业务章", keeper=people["E012"], since=DAY, **who(people["E008"])
        ),
    )
    taking = made(StockTaking, begin_stock(register=REGISTER, **who(people["E008"])))
    first, second = taking.lines.order_by("kept_id")
    assert [first.kept, second.kept] == [kept, other]
    look(line=first, found=True, remark="", **who(people["E008"]))
    with pytest.raises(Refusal) as refusal:
        finish_stock(taking=taking, remark="齐全", **who(people["E008"]))
    assert facts(refusal) == ["盘点"]
    with pytest.raises(Refusal) as unexplained:
        look(line=second, found=False, remark="", **who(people["E008"]))
    assert facts(unexplained) == ["说明"]
    look(line=second, found=False, remark="保管人不在", **who(people["E008"]))
    finish_stock(taking=taking, remark="少一枚", **who(people["E008"]))
    taking.refresh_from_db()
    assert taking.finished_at is not None
    assert StockLine.objects.filter(taking=taking, found=False).count() == 1


def test_only_whoever_manages_the_register_takes_stock_and_one_at_a_time(people: People, kept: Kept) -> None:
    with pytest.raises(Refusal) as refusal:
        begin_stock(register=REGISTER, **who(people["E011"]))
    assert facts(refusal) == ["办理人"]
    begin_stock(register=REGISTER, **who(people["E008"]))
    with pytest.raises(Refusal) as again:
        begin_stock(register=REGISTER, **who(people["E008"]))
    assert facts(again) == ["盘点"]


def seen(person: Person, organ: Organ, model: type[Kept | Line | Loan | HandOver]) -> int:
    account, _ = Account.objects.get_or_create(username=person.number, person=person, organ=organ)
    viewer = Viewer(account, person, organ, roles_of(account, DAY), DAY)
    return visible(viewer, model).count()


def test_staff_see_what_there_is_and_only_insiders_and_keepers_read_the_lines(
    kept: Kept, people: People, organ: Organ
) -> None:
    line(kept, people, "用:1")
    assert [seen(people[one], organ, Kept) for one in ("E008", "E011", "E031")] == [1, 1, 1]
    assert [seen(people[one], organ, Line) for one in ("E008", "E011", "E012", "E031")] == [1, 1, 0, 0]
