from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.regulations.attendance.asking import halves, outcome, refused_facts, ruling, yuan
from zhixing.law.decide import decide
from zhixing.law.parameters import Override
from zhixing.regulations.attendance.book import BOOK


@pytest.mark.parametrize(
    ("times", "allowance", "talk", "taken"),
    [
        ("0", "500", "否", "0.00"),
        pytest.param("2", "500", "否", "0.00", id="B2-17"),
        pytest.param("3", "500", "是", "60.00", id="B2-16"),
        ("4", "500", "是", "80.00"),
        ("3", "50", "是", "50.00"),
        ("3", "60", "是", "60.00"),
        ("3", "59.99", "是", "59.99"),
        ("10", "0", "是", "0.00"),
    ],
)
def test_from_the_third_time_every_time_costs_up_to_the_allowance(
    times: str, allowance: str, talk: str, taken: str
) -> None:
    found = outcome("迟到处置", 当月次数=times, 当月津补贴=allowance)
    assert found == {"诫勉谈话": talk, "扣款": taken}


def absence(category: str, year: str, run: str, bonus: str) -> dict[str, str | list[str]]:
    return outcome("旷工处置", 人员类别=category, 全年天数=year, 最长连续天数=run, 年终奖=bonus)


@pytest.mark.parametrize(
    ("year", "bonus", "taken", "struck"),
    [
        ("0", "2000", "0.00", "否"),
        ("0.5", "2000", "50.00", "否"),
        pytest.param("4.5", "2000", "450.00", "否", id="B2-18 四天半"),
        pytest.param("5", "2000", "1000.00", "是", id="B2-18 五天"),
        pytest.param("9.5", "2000", "1000.00", "是", id="B2-18 九天半"),
        pytest.param("10", "2000", "2000.00", "是", id="B2-18 十天"),
        ("5", "600", "500.00", "是"),
        ("4", "300", "300.00", "否"),
        ("9.5", "900", "900.00", "是"),
        ("5", "2000.01", "1000.00", "是"),
        ("5", "2000.03", "1000.01", "是"),
        ("10", "0", "0.00", "是"),
    ],
)
def test_the_tiers_of_absence_take_from_the_bonus(year: str, bonus: str, taken: str, struck: str) -> None:
    assert absence("公务员", year, "0", bonus) == {"扣年终奖": taken, "取消评优": struck, "预警": "无"}


@given(st.integers(0, 100), st.integers(0, 10**7))
def test_the_bonus_follows_the_clause_to_the_fen(year: int, bonus: int) -> None:
    by_days = 5000 * year
    if year < 10:
        expected = min(by_days, bonus)
    elif year < 20:
        expected = min(bonus, max(by_days, bonus // 2))
    else:
        expected = bonus
    assert absence("编外", halves(year), "0", yuan(bonus))["扣年终奖"] == yuan(expected)


@given(st.integers(0, 100), st.integers(0, 10**7))
def test_one_more_half_day_never_costs_less(year: int, bonus: int) -> None:
    def taken(halves_of_year: int) -> int:
        text = absence("公务员", halves(halves_of_year), "0", yuan(bonus))["扣年终奖"]
        return int(str(text).replace(".", ""))

    assert taken(year) <= taken(year + 1) <= bonus


OVER = {
    "公务员": ("预警", "可提示辞退程序"),
    "事业": ("预警", "可依法解除聘用合同"),
    "编外": ("可依法解除劳动合同", "可依法解除劳动合同"),
}


@pytest.mark.parametrize("category", OVER)
@pytest.mark.parametrize(
    ("year", "run", "level"),
    [
        ("14.5", "14.5", None),
        pytest.param("15", "15", 0, id="B2-19 连续恰好十五天"),
        pytest.param("15.5", "15.5", 1, id="B2-19 连续十五天半"),
        ("29.5", "5", None),
        ("30", "5", 0),
        ("30.5", "5", 1),
        ("30", "15", 0),
        ("30", "15.5", 1),
        ("30.5", "15", 1),
        pytest.param("3", "15.5", 1, id="跨年的连续天数比全年多"),
    ],
)
def test_the_warning_follows_the_kind_of_staff(category: str, year: str, run: str, level: int | None) -> None:
    """B2-19, B2-20, G-15."""
    expected = "无" if level is None else OVER[category][level]
    assert absence(category, year, run, "2000")["预警"] == expected


def test_only_the_warning_of_institution_staff_is_a_reading() -> None:
    def readings(category: str) -> list[str]:
        answer = ruling("旷工预警", 人员类别=category, 全年天数="16", 最长连续天数="16")
        return [reading.id for reading in answer.readings]

    assert {category: readings(category) for category in OVER} == {
        "公务员": [],
        "事业": ["G-86"],
        "编外": [],
    }


def test_absence_needs_half_days_and_a_known_kind_of_staff() -> None:
    found = refused_facts("旷工处置", 人员类别="临时工", 全年天数="4.2", 最长连续天数="1", 年终奖="2000.005")
    assert found == ["人员类别", "全年天数", "年终奖"]


def test_an_organ_may_set_its_own_amount() -> None:
    own = {"每次扣款": Override("30.00", date(2026, 1, 1), "局长办公会")}
    facts = {"当月次数": "3", "当月津补贴": "500"}
    answer = decide(BOOK, "迟到处置", facts, on=date(2026, 3, 2), overrides=own)
    assert answer.shown["扣款"] == "90.00"


def test_the_reading_against_taking_twice_is_named() -> None:
    """G-16."""
    facts = {"人员类别": "公务员", "全年天数": "6", "最长连续天数": "2", "年终奖": "2000"}
    assert [reading.id for reading in ruling("旷工处置", **facts).readings] == ["G-16"]


@pytest.mark.parametrize(("warned", "struck"), [("是", "是"), ("否", "否")])
def test_a_warning_of_the_efficiency_office_strikes_from_the_honours(warned: str, struck: str) -> None:
    assert outcome("告诫取消评优", 效能告诫=warned) == {"取消评优": struck}
