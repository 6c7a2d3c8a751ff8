import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.regulations.attendance.asking import halves, outcome, refused_facts, ruling

HALVES = st.integers(0, 60)


def offset(kind: str, days: int, comp: int, annual: int, **consent: str) -> dict[str, str | list[str]]:
    return outcome(
        "冲抵", 假别=kind, 天数=halves(days), 补休余额=halves(comp), 年休余额=halves(annual), **consent
    )


def test_comp_leave_goes_first_and_annual_leave_follows() -> None:
    """B2-11."""
    assert offset("事假", 2, 1, 6) == {"补休": "0.5", "年休": "0.5", "余下": "0"}


@given(st.integers(1, 60), HALVES, HALVES)
def test_the_parts_add_up_and_stay_within_the_balances(days: int, comp: int, annual: int) -> None:
    used_comp = min(days, comp)
    used_annual = min(days - used_comp, annual)
    assert offset("事假", days, comp, annual) == {
        "补休": halves(used_comp),
        "年休": halves(used_annual),
        "余下": halves(days - used_comp - used_annual),
    }


@given(st.integers(1, 60), HALVES, HALVES)
def test_sick_leave_with_consent_is_offset_like_personal_leave(days: int, comp: int, annual: int) -> None:
    assert offset("病假", days, comp, annual, 本人同意="是") == offset("事假", days, comp, annual)


@given(st.integers(1, 60), HALVES, HALVES)
def test_sick_leave_without_consent_is_not_offset(days: int, comp: int, annual: int) -> None:
    expected = {"补休": "0", "年休": "0", "余下": halves(days)}
    assert offset("病假", days, comp, annual, 本人同意="否") == expected


@pytest.mark.parametrize("consent", ["是", "否"])
def test_consent_is_not_asked_for_personal_leave(consent: str) -> None:
    assert offset("事假", 2, 2, 0, 本人同意=consent) == {"补休": "1", "年休": "0", "余下": "0"}


def test_sick_leave_needs_a_word_on_consent() -> None:
    """G-12."""
    assert refused_facts("冲抵", 假别="病假", 天数="1", 补休余额="1", 年休余额="0") == ["本人同意"]


@pytest.mark.parametrize("kind", ["年休假", "婚假", "产假"])
def test_another_kind_is_a_finding(kind: str) -> None:
    assert refused_facts("冲抵", 假别=kind, 天数="1", 补休余额="1", 年休余额="0") == ["假别"]


def test_consent_is_missed_together_with_everything_else() -> None:
    found = refused_facts("冲抵", 假别="病假", 天数="零", 补休余额="1")
    assert sorted(found) == sorted(["天数", "年休余额", "本人同意"])


def test_the_reading_on_consent_stands_in_the_answer_for_sick_leave_only() -> None:
    sick = ruling("冲抵", 假别="病假", 天数="1", 补休余额="1", 年休余额="0", 本人同意="是")
    personal = ruling("冲抵", 假别="事假", 天数="1", 补休余额="1", 年休余额="0")
    assert [reading.id for reading in sick.readings] == ["G-12"]
    assert personal.readings == ()
    assert [reason.clause for reason in personal.because] == ["02-1.6c"]
