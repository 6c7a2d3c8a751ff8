import io
from datetime import date

import openpyxl
import pytest

from tests.organ.conftest import NOW
from zhixing.journal.verify import verify
from zhixing.law.refusal import Refusal
from zhixing.organ.entering import enter_bureau
from zhixing.organ.models import Holding, Organ, Person, Portfolio, Service
from zhixing.organ.rows import BureauRows, PersonRow, PortfolioRow, PostRow
from zhixing.organ.sheets import SHEETS, read, template


def moved(since: date, section: str = "信息化科") -> PersonRow:
    return PersonRow(2, "E025", "贺兰亭", "女", section, "科员", "一般人员", "公务员", since)


def enter(organ: Organ, rows: BureauRows, key: str = "一") -> None:
    enter_bureau(organ=organ, rows=rows, actor="测试", at=NOW, key=key)


def test_the_demo_bureau_has_its_people_and_every_row_is_explained(organ: Organ) -> None:
    assert Person.objects.filter(organ=organ).count() == 42
    assert verify(organ.pk, None).sound


def test_a_transfer_ends_the_old_period_the_day_before(organ: Organ) -> None:
    enter(organ, BureauRows(people=(moved(date(2026, 12, 1)),)))
    services = Service.objects.filter(person__number="E025").order_by("since")
    assert [(one.section.name, one.until) for one in services] == [
        ("技术改造与投资科", date(2026, 11, 30)),
        ("信息化科", None),
    ]


def test_a_section_passes_to_its_new_leader(organ: Organ) -> None:
    enter(organ, BureauRows(portfolios=(PortfolioRow(2, "E003", "信息化科", date(2026, 12, 1)),)))
    held = Portfolio.objects.filter(section__name="信息化科").order_by("since")
    assert [(one.leader.number, one.until) for one in held] == [("E004", date(2026, 11, 30)), ("E003", None)]


def test_every_bad_row_is_named_and_nothing_is_taken(organ: Organ) -> None:
    good = moved(date(2026, 12, 1))
    bad = PersonRow(3, "E900", "", "男", "不存在的科", "科员", "处长", "公务员", date(2026, 12, 1))
    with pytest.raises(Refusal) as refused:
        enter(organ, BureauRows(people=(good, bad)))
    assert [finding.fact for finding in refused.value.findings] == [
        "人员第3行“姓名”", "人员第3行“职级”", "人员第3行“科室”",
    ]  # fmt: skip
    assert Service.objects.filter(person__number="E025").count() == 1


def test_the_same_file_twice_changes_nothing(organ: Organ) -> None:
    rows = BureauRows(people=(moved(date(2026, 12, 1)),))
    enter(organ, rows)
    enter(organ, rows, key="二")
    assert Service.objects.filter(person__number="E025").count() == 2


def filled(sheet: str, *rows: list[object]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(template()))
    for row in rows:
        book[sheet].append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_template_has_every_sheet_and_reads_back_empty() -> None:
    assert openpyxl.load_workbook(io.BytesIO(template())).sheetnames == list(SHEETS)
    assert read(template()) == BureauRows()


def test_real_dates_and_whole_numbers_are_read() -> None:
    rows = read(filled("科室", ["信息化科", "内设科室", 6, date(2026, 1, 1)]))
    assert (rows.sections[0].order, rows.sections[0].since) == (6, date(2026, 1, 1))


def test_every_unreadable_cell_is_named_at_once() -> None:
    with pytest.raises(Refusal) as refused:
        read(filled("科室", ["甲科", "内设科室", "六", "去年"], ["乙科", "内设科室", 7, None]))
    assert [finding.fact for finding in refused.value.findings] == [
        "科室第2行“排序”", "科室第2行“起始日期”", "科室第3行“起始日期”",
    ]  # fmt: skip


def test_a_file_that_is_no_workbook_is_refused() -> None:
    with pytest.raises(Refusal, match="文件打不开"):
        read(b"not a workbook")


def test_a_new_chief_ends_the_term_of_the_one_before(organ: Organ) -> None:
    """01-1: exactly one serving chief on any day."""
    enter(organ, BureauRows(posts=(PostRow(2, "E002", "局长", "", date(2026, 12, 1)),)))
    held = Holding.objects.filter(organ=organ, post="局长").order_by("since")
    assert [(one.person.number, one.until) for one in held] == [("E001", date(2026, 11, 30)), ("E002", None)]


@pytest.mark.parametrize(
    "rows",
    [
        (PostRow(2, "E002", "局长", "", date(2020, 1, 1)),),
        (
            PostRow(2, "E002", "局长", "", date(2026, 12, 1)),
            PostRow(3, "E003", "局长", "", date(2026, 12, 1)),
        ),
    ],
    ids=["before the present one began", "two of one day"],
)
def test_a_second_serving_chief_is_refused(organ: Organ, rows: tuple[PostRow, ...]) -> None:
    with pytest.raises(Refusal) as refused:
        enter(organ, BureauRows(posts=rows))
    assert "同一时间只有一位局长" in {one.expected for one in refused.value.findings}
    assert Holding.objects.filter(organ=organ, post="局长", until=None).count() == 1
