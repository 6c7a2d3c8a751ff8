from datetime import date

import pytest

from tests.organ.conftest import NOW
from zhixing.journal.models import Entry
from zhixing.law.festivals import statutory_days
from zhixing.law.refusal import Refusal
from zhixing.organ.days import DayRow, calendar_of, import_notice
from zhixing.organ.models import Organ, Person

NOTICE = "国办发明电〔2026〕9号"


def clerk(organ: Organ) -> Person:
    return Person.objects.get(organ=organ, number="E014")


def test_a_year_not_yet_published_is_estimated_until_its_notice_is_entered(organ: Organ) -> None:
    monday = date(2027, 1, 4)
    assert calendar_of(organ).is_estimated(monday)
    rows = [DayRow(monday, "法定节假日", "元旦")]
    import_notice(organ=organ, rows=rows, notice=NOTICE, actor=clerk(organ), at=NOW, key="一")
    calendar = calendar_of(organ)
    assert (calendar.is_estimated(monday), calendar.is_working(monday)) == (False, False)


def test_a_corrected_day_counts_for_one_organ_only(organ: Organ) -> None:
    friday = date(2026, 11, 20)
    other = Organ.objects.create(key="ouhai", name="瓯海", short_name="瓯海", created_at=NOW)
    rows = [DayRow(friday, "休息日", "防台停工")]
    import_notice(organ=organ, rows=rows, notice="防指1号", actor=clerk(organ), at=NOW, key="一")
    assert not calendar_of(organ).is_working(friday)
    assert calendar_of(other).is_working(friday)


def test_every_fault_of_a_notice_is_named_and_nothing_is_entered(organ: Organ) -> None:
    rows = [
        DayRow(date(2027, 1, 1), "假"),
        DayRow(date(2027, 1, 2), "休息日"),
        DayRow(date(2027, 1, 2), "休息日"),
    ]
    entries = Entry.objects.count()
    with pytest.raises(Refusal) as refused:
        import_notice(organ=organ, rows=rows, notice=" ", actor=clerk(organ), at=NOW, key="一")
    assert [finding.fact for finding in refused.value.findings] == ["2027-01-01的类别", "日期", "通知文号"]
    assert Entry.objects.count() == entries


def test_a_year_is_published_when_every_statutory_holiday_of_it_has_been_entered(organ: Organ) -> None:
    ordinary = date(2027, 3, 10)
    days = sorted(statutory_days(2027))
    rows = [DayRow(day, "法定节假日") for day in days]
    import_notice(organ=organ, rows=rows[:-1], notice=NOTICE, actor=clerk(organ), at=NOW, key="一")
    assert calendar_of(organ).is_estimated(ordinary)
    import_notice(organ=organ, rows=rows[-1:], notice=NOTICE, actor=clerk(organ), at=NOW, key="二")
    calendar = calendar_of(organ)
    assert (calendar.is_estimated(ordinary), calendar.is_estimated(date(2028, 3, 10))) == (False, True)
