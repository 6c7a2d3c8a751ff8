from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law import values
from zhixing.law.labels import Label, parse_label
from zhixing.law.parameters import typed


@pytest.mark.parametrize(
    ("text", "minutes"), [("2:00", 120), ("1:59", 119), ("1.9", 114), ("1.9小时", 114), ("２：００", 120)]
)
def test_a_duration_is_kept_in_minutes(text: str, minutes: int) -> None:
    assert values.parse_duration(text) == minutes


@pytest.mark.parametrize("text", ["1:60", "0.001", "-1", "", "abc", "1:5", "١"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="时长"):
        values.parse_duration(text)


@pytest.mark.parametrize(
    ("text", "fen"), [("60.00", 6000), ("60", 6000), ("0.5", 50), ("1,000.01元", 100001)]
)
def test_money_is_kept_in_fen(text: str, fen: int) -> None:
    assert values.parse_money(text) == fen


@pytest.mark.parametrize("text", ["0.001", "-5", "1e3", "六十"])
def test_what_is_no_money_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="金额"):
        values.parse_money(text)


@given(st.integers(0, 10**12))
def test_money_shown_is_read_back(fen: int) -> None:
    assert values.parse_money(values.show_money(fen)) == fen


@given(st.integers(0, 10**6))
def test_days_shown_are_read_back(halves: int) -> None:
    assert values.parse_days(values.show_days(halves)) == halves


def test_less_than_nothing_is_shown_with_its_sign() -> None:
    assert (values.show_days(-5), values.show_days(-1), values.show_money(-150)) == ("-2.5", "-0.5", "-1.50")


@pytest.mark.parametrize("text", ["0.3", "2.25", "-1", "两天", ""])
def test_days_come_in_halves(text: str) -> None:
    with pytest.raises(ValueError, match="倍数"):
        values.parse_days(text)


def test_eighty_per_cent_are_four_fifths() -> None:
    assert values.parse_fraction("80%") == values.parse_fraction("4/5") == Fraction(4, 5)
    with pytest.raises(ValueError, match="分数"):
        values.parse_fraction("1/0")


def test_a_date_must_be_on_the_calendar() -> None:
    with pytest.raises(ValueError, match="日历"):
        values.parse_date("2026-02-29")
    with pytest.raises(ValueError, match="日期"):
        values.parse_date("20260228")


@pytest.mark.parametrize(
    ("text", "post", "act"),
    [
        ("分管局长签署意见", "分管局长", "签署意见"),
        ("报区级审批", "区级", "审批"),
        ("办公室备案", "办公室", "备案"),
        ("办公室主任知悉", "办公室主任", "知悉"),
        ("本人登记", "本人", "登记"),
        ("科室负责人同意", "科室负责人", "同意"),
    ],
)
def test_a_label_is_a_post_and_an_act(text: str, post: str, act: str) -> None:
    label = parse_label(text)
    assert label == Label(post, act)
    assert str(label) == text


@pytest.mark.parametrize("text", ["局长拍板", "审批", "区级审批", "局长"])
def test_a_label_outside_the_closed_lists_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="岗位"):
        parse_label(text)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("2", "天", 4),
        ("21.75", "天", Fraction(87, 4)),
        ("15", "个工作日", 15),
        ("20.00", "元", 2000),
        ("2:00", "小时", 120),
        ("2", "小时", 120),
        ("2/3", "", Fraction(2, 3)),
        ("80%", "", Fraction(4, 5)),
        ("3", "次", 3),
        ("主任", "", "主任"),
    ],
)
def test_a_parameter_is_typed_by_its_unit_and_form(text: str, unit: str, value: object) -> None:
    assert typed(text, unit) == value
