import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.regulations.attendance.asking import (
    DEPUTY_ALONE,
    OPINION_THEN_CHIEF,
    halves,
    outcome,
    refused_facts,
    ruling,
)
from zhixing.law.values import LEAVE_KINDS, RANKS

FOUR_KINDS = ("事假", "病假", "年休假", "补休假")
OTHER_KINDS = tuple(kind for kind in LEAVE_KINDS if kind not in FOUR_KINDS)
CLAUSE_OF = {"事假": "02-1.2a", "病假": "02-1.3a", "年休假": "02-1.4", "补休假": "02-1.5c"}


@pytest.mark.parametrize("kind", FOUR_KINDS)
@pytest.mark.parametrize(
    ("rank", "days", "approval"),
    [
        ("一般人员", "0.5", DEPUTY_ALONE),
        ("一般人员", "2", DEPUTY_ALONE),
        ("一般人员", "2.5", OPINION_THEN_CHIEF),
        ("一般人员", "366", OPINION_THEN_CHIEF),
        ("中层干部", "0.5", DEPUTY_ALONE),
        ("中层干部", "1", DEPUTY_ALONE),
        ("中层干部", "1.5", OPINION_THEN_CHIEF),
    ],
)
def test_the_deputy_alone_approves_up_to_the_limit(
    rank: str, kind: str, days: str, approval: list[str]
) -> None:
    """B2-01, B2-02."""
    answer = ruling("请假审批", 职级=rank, 假别=kind, 天数=days)
    assert answer.shown == {"审批": approval}
    assert [reason.clause for reason in answer.because] == [CLAUSE_OF[kind]]
    assert answer.readings == ()


@pytest.mark.parametrize("kind", OTHER_KINDS)
@pytest.mark.parametrize("rank", ["一般人员", "中层干部"])
@pytest.mark.parametrize("days", ["0.5", "158"])
def test_other_kinds_go_to_the_chief_by_a_reading(rank: str, kind: str, days: str) -> None:
    answer = ruling("请假审批", 职级=rank, 假别=kind, 天数=days)
    assert answer.shown == {"审批": OPINION_THEN_CHIEF}
    assert [reading.clause for reading in answer.readings] == ["02-1.6b"]


@pytest.mark.parametrize("kind", LEAVE_KINDS)
@pytest.mark.parametrize("managed", ["是", "否"])
def test_leaders_go_to_the_district_whatever_else_is_said(kind: str, managed: str) -> None:
    """G-27."""
    deputy = ruling("请假审批", 职级="局领导", 区管干部=managed, 假别=kind, 天数="0.5")
    chief = ruling("请假审批", 职级="局长", 区管干部=managed, 假别=kind, 天数="0.5")
    assert deputy.shown == {"审批": ["局长签署意见", "报区级审批", "办公室备案"]}
    assert chief.shown == {"审批": ["报区级审批", "办公室备案"]}
    assert [reading.id for reading in (*deputy.readings, *chief.readings)] == ["G-27", "G-27"]


@pytest.mark.parametrize("rank", ["一般人员", "中层干部"])
@pytest.mark.parametrize("kind", LEAVE_KINDS)
def test_a_district_managed_cadre_never_meets_the_table_of_days(rank: str, kind: str) -> None:
    answer = ruling("请假审批", 职级=rank, 区管干部="是", 假别=kind, 天数="1")
    assert answer.shown == {"审批": ["局长签署意见", "报区级审批", "办公室备案"]}
    assert [reason.clause for reason in answer.because] == ["02-1.6d"]


@given(
    st.sampled_from(RANKS),
    st.sampled_from(["是", "否"]),
    st.sampled_from(LEAVE_KINDS),
    st.integers(1, 732).map(halves),
)
def test_every_case_has_exactly_one_answer(rank: str, managed: str, kind: str, days: str) -> None:
    labels = outcome("请假审批", 职级=rank, 区管干部=managed, 假别=kind, 天数=days)["审批"]
    assert labels[-1] == "办公室备案"
    assert len(set(labels)) == len(labels)


def test_the_answer_echoes_the_default_it_used() -> None:
    answer = ruling("请假审批", 职级="一般人员", 假别="事假", 天数="1")
    assert answer.as_json()["facts"] == {"职级": "一般人员", "区管干部": "否", "假别": "事假", "天数": "1"}


def test_the_answer_says_which_value_it_used_and_why_other_rows_fell_away() -> None:
    answer = ruling("请假审批", 职级="一般人员", 假别="事假", 天数="2.5")
    assert [(used.name, used.value, used.unit) for used in answer.values] == [("一般人员限", "2", "天")]
    short = next(other for other in answer.others if (other.clause, other.row) == ("02-1.2a", "一般人员，短"))
    assert (short.failed.column, short.failed.given) == ("天数", "2.5")


@pytest.mark.parametrize("days", ["0", "-1", "0.3", "两天", ""])
def test_days_that_are_no_positive_half_days_are_a_finding(days: str) -> None:
    assert refused_facts("请假审批", 职级="一般人员", 假别="事假", 天数=days) == ["天数"]


def test_every_fault_of_the_input_is_found_at_once() -> None:
    assert sorted(refused_facts("请假审批", 职级="科员", 假别="调休", 理由="家事")) == sorted(
        ["职级", "假别", "天数", "理由"]
    )


@pytest.mark.parametrize(
    ("unbroken", "in_a_month", "needed"),
    [
        pytest.param("14.5", "11", "否", id="B2-09 连续十四天半"),
        pytest.param("15", "11", "是", id="B2-09 连续恰好十五天"),
        pytest.param("5", "15", "是", id="B2-10 累计十五天"),
        pytest.param("14.5", "14.5", "否", id="两样都差半天"),
        pytest.param("30", "22", "是", id="两样都到"),
        pytest.param("0", "0", "否", id="没有病假"),
    ],
)
def test_a_certificate_is_needed_from_fifteen_days_in_either_count(
    unbroken: str, in_a_month: str, needed: str
) -> None:
    proof = {
        "须证明": "是",
        "医院等级": "三级乙等及以上",
        "医师": "副主任医师及以上",
        "审批": OPINION_THEN_CHIEF,
    }
    nothing = {"须证明": "否", "医院等级": "—", "医师": "—", "审批": "—"}
    assert outcome("病假证明", 连续天数=unbroken, 月累计天数=in_a_month) == (
        proof if needed == "是" else nothing
    )


@pytest.mark.parametrize(
    ("rank", "approval"),
    [
        ("一般人员", ["科室负责人同意"]),
        ("中层干部", ["分管局长同意"]),
        ("局领导", ["局长同意"]),
        ("局长", ["本人登记", "办公室主任知悉"]),
    ],
)
def test_an_outing_is_agreed_one_level_up(rank: str, approval: list[str]) -> None:
    answer = ruling("公出审批", 职级=rank)
    assert answer.shown == {"审批": approval}
    assert bool(answer.readings) is (rank == "局长")


@pytest.mark.parametrize("kind", LEAVE_KINDS)
def test_only_three_kinds_wait_for_the_chief_in_a_blackout(kind: str) -> None:
    """B2-24."""
    expected = "须局长特许" if kind in {"年休假", "事假", "补休假"} else "不受限"
    assert outcome("封控限制", 假别=kind) == {"封控期内": expected}


@pytest.mark.parametrize("kind", LEAVE_KINDS)
def test_births_and_home_visits_count_by_the_calendar(kind: str) -> None:
    """G-28."""
    natural = {"产假", "探亲假", "哺乳假", "陪产假"}
    assert outcome("计天办法", 假别=kind) == {"计天": "自然日" if kind in natural else "工作日"}


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        (("是", "否", "否", "否"), "已请假"),
        (("否", "是", "否", "否"), "已准公出"),
        (("否", "否", "是", "否"), "备注已核实"),
        (("否", "否", "否", "是"), "出勤"),
        pytest.param(("否", "否", "否", "否"), "待核实", id="B2-12 不会自动成为旷工"),
    ],
)
def test_a_half_day_without_anything_is_only_unexplained(facts: tuple[str, ...], status: str) -> None:
    leave, outing, note, signed = facts
    found = outcome("半天考勤", 已准假=leave, 已准公出=outing, 备注已核实=note, 已签到=signed)
    assert found == {"半天认定": status}
