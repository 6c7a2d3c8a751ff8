from datetime import date

import pytest

from zhixing.law.calendar import WorkCalendar
from zhixing.law.decide import decide
from zhixing.law.procedure import Limit, PlannedStep, Span, due_by, filled, parse_limit, plan
from zhixing.law.refusal import Refusal
from zhixing.law.regulation import edition_on
from zhixing.law.ruling import Ruling
from zhixing.regulations.attendance.book import BOOK

ON = date(2026, 3, 2)
EDITION = edition_on(BOOK, ON)


def approval(rank: str, days: str, kind: str = "事假") -> Ruling:
    return decide(BOOK, "请假审批", {"职级": rank, "假别": kind, "天数": days}, on=ON)


def labels(steps: tuple[PlannedStep, ...]) -> list[str]:
    return [step.label for step in steps]


def test_a_short_leave_has_one_step_for_each_label() -> None:
    steps = plan(EDITION, "请假", {"请假审批": approval("一般人员", "2")})
    assert labels(steps) == ["本人提交", "分管局长审批", "办公室备案", "本人销假"]


def test_a_long_leave_goes_on_to_the_chief() -> None:
    steps = plan(EDITION, "请假", {"请假审批": approval("一般人员", "2.5")})
    assert labels(steps) == ["本人提交", "分管局长签署意见", "局长审批", "办公室备案", "本人销假"]


def test_a_step_from_a_ruling_cites_the_clause_of_the_ruling() -> None:
    steps = plan(EDITION, "请假", {"请假审批": approval("局领导", "1")})
    assert [(step.post, step.act, step.clause) for step in steps[1:-1]] == [
        ("局长", "签署意见", "02-1.6d"),
        ("区级", "审批", "02-1.6d"),
        ("办公室", "备案", "02-1.6d"),
    ]
    assert steps[2].label == "报区级审批"
    assert steps[0].clause == "02-1.2a"


def test_the_first_step_says_what_is_needed_and_when() -> None:
    first = plan(EDITION, "请假", {"请假审批": approval("一般人员", "1")})[0]
    assert (first.name, first.needs, first.limit) == ("申请", "假别、起止、事由、工作代理人", "事前")


def test_the_certificate_chain_may_stand_for_the_leave_chain() -> None:
    certificate = decide(BOOK, "病假证明", {"连续天数": "15", "月累计天数": "11"}, on=ON)
    steps = plan(EDITION, "请假", {"请假审批": certificate})
    assert labels(steps)[1:-1] == ["分管局长签署意见", "局长审批", "办公室备案"]
    assert {step.clause for step in steps[1:-1]} == {"02-1.3b"}


def test_a_limit_names_a_parameter_and_shows_its_value() -> None:
    steps = plan(EDITION, "补办", {"请假审批": approval("一般人员", "1")})
    assert [step.limit for step in steps[:2]] == ["事前", "返岗后2个工作日"]
    assert filled("当日", EDITION.parameters) == "当日"


def test_a_procedure_that_does_not_exist_is_a_finding() -> None:
    with pytest.raises(Refusal) as refused:
        plan(EDITION, "没有的程序", {})
    assert refused.value.findings[0].fact == "程序"


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("事前", Limit("", Span.BEFORE)),
        ("当日", Limit("", Span.NATURAL, 0)),
        ("次日", Limit("", Span.NATURAL, 1)),
        ("返岗次日", Limit("返岗", Span.NATURAL, 1)),
        ("5日", Limit("", Span.NATURAL, 5)),
        ("3个工作日", Limit("", Span.WORKING, 3)),
        ("返岗后2个工作日", Limit("返岗", Span.WORKING, 2)),
        ("收到后7日内", Limit("收到", Span.NATURAL, 7)),
        ("", None),
        ("—", None),
    ],
)
def test_every_form_of_a_limit_is_read(text: str, limit: Limit | None) -> None:
    assert parse_limit(text) == limit


@pytest.mark.parametrize("text", ["尽快", "三天", "2个月"])
def test_a_limit_of_another_form_says_what_was_expected(text: str) -> None:
    with pytest.raises(ValueError, match="事前、当日、次日"):
        parse_limit(text)


@pytest.mark.parametrize(
    ("limit", "event", "day"),
    [
        pytest.param("返岗后2个工作日", date(2026, 9, 30), date(2026, 10, 9), id="节后接着数"),
        pytest.param("返岗次日", date(2026, 3, 2), date(2026, 3, 3), id="次日"),
        pytest.param("返岗次日", date(2026, 9, 30), date(2026, 10, 8), id="次日逢假顺延"),
        pytest.param("5日", date(2026, 3, 2), date(2026, 3, 9), id="满日逢周六顺延"),
        pytest.param("当日", date(2026, 10, 3), date(2026, 10, 3), id="当日不顺延"),
    ],
)
def test_a_limit_ends_on_a_day_of_the_calendar(limit: str, event: date, day: date) -> None:
    read = parse_limit(limit)
    assert read is not None
    assert due_by(read, event, WorkCalendar()).day == day
