"""The questions of 17 (spec/questions.md): facts in, outcome out, and what is refused."""

from datetime import date, timedelta
from itertools import product

import pytest

from tests.regulations.seals.asking import outcome, refused, ruling

BLANKS = ("空白纸", "空白表格", "空白信函", "空白证件", "其他空白材料")
MAJOR = (
    "合同协议及担保", "资金3万元以上", "诉讼仲裁授权", "对外承诺", "资质证明", "人事任免", "处分", "工资社保",
    "机构编制", "上报区委区政府的请示", "产权证照", "党组印章",
)  # fmt: skip


@pytest.mark.parametrize("seal", ["局章", "业务章"])
@pytest.mark.parametrize(("matter", "label"), [("一般", "分管局长批准"), ("重大", "局长批准")])
def test_who_approves_the_use_of_a_seal(matter: str, label: str, seal: str) -> None:
    said = outcome("用印审批", 事项=matter, 印章=seal, 材料="完整文件")
    assert said == {"结论": "可以", "审批": [label]}


def test_a_seal_not_named_is_the_bureaus() -> None:
    found = ruling("用印审批", 事项="一般", 材料="完整文件")
    assert found.shown == {"结论": "可以", "审批": ["分管局长批准"]}
    assert found.as_json()["facts"] == {"事项": "一般", "印章": "局章", "材料": "完整文件"}


@pytest.mark.parametrize("matter", ["一般", "重大"])
def test_the_party_groups_seal_is_the_secretarys_by_a_reading_that_is_shown(matter: str) -> None:
    found = ruling("用印审批", 事项=matter, 印章="党组章", 材料="完整文件")
    assert found.shown == {"结论": "可以", "审批": ["党组书记批准"]}
    assert [one.id for one in found.readings] == ["G-30"]


@pytest.mark.parametrize(
    ("matter", "seal", "material"), list(product(("一般", "重大"), ("局章", "党组章", "业务章"), BLANKS))
)
def test_nothing_blank_is_ever_sealed(matter: str, seal: str, material: str) -> None:
    """B17-01: no approver stands behind the refusal, so none can lift it."""
    found = ruling("用印审批", 事项=matter, 印章=seal, 材料=material)
    assert found.shown["结论"] == "不得"
    assert found.shown["审批"] == "—"
    assert [one.clause for one in found.because] == ["17-6"]
    assert found.readings == ()


@pytest.mark.parametrize("purpose", MAJOR)
def test_the_list_of_major_matters(purpose: str) -> None:
    found = ruling("事项类别", 事由=purpose)
    assert found.shown == {"事项": "重大"}
    assert [one.id for one in found.readings] == ["G-29"]


def test_what_is_not_on_the_list_is_ordinary() -> None:
    assert outcome("事项类别", 事由="其他") == {"事项": "一般"}


def test_a_purpose_outside_the_list_is_refused() -> None:
    (found,) = refused("事项类别", 事由="喝茶")
    assert found.fact == "事由"


@pytest.mark.parametrize(
    ("approved", "overdue", "may"),
    [("是", "否", "可以"), ("是", "是", "不得"), ("否", "否", "不得"), ("否", "是", "不得")],
)
def test_carrying_out_needs_an_approved_use_and_nothing_overdue(
    approved: str, overdue: str, may: str
) -> None:
    """B17-04."""
    said = outcome("外带审批", 已有用印审批=approved, 有逾期未还=overdue)
    assert said["结论"] == may
    assert said["审批"] == (["分管办公室领导批准"] if may == "可以" else "—")


@pytest.mark.parametrize(
    ("used", "due"),
    [
        ("2026-11-23", "2026-11-24"),
        ("2026-11-27", "2026-11-30"),  # a Friday
        ("2026-11-28", "2026-11-30"),  # a Saturday
        ("2026-10-09", "2026-10-10"),  # a Friday before a Saturday that is worked
        ("2026-09-30", "2026-10-08"),  # the day before the holidays
    ],
)
def test_paperwork_of_an_urgent_use_is_due_the_next_working_day(used: str, due: str) -> None:
    """B17-06."""
    assert outcome("补签期限", 用印日期=used) == {"最迟": due}


def test_paperwork_is_always_due_after_the_use() -> None:
    for day in (date(2026, 1, 1) + timedelta(days=n) for n in range(360)):
        assert str(outcome("补签期限", 用印日期=day.isoformat())["最迟"]) > day.isoformat()


def test_the_limit_for_paperwork_stands_on_a_reading() -> None:
    found = ruling("补签期限", 用印日期="2026-11-23")
    assert [one.name for one in found.values] == ["补签工作日"]
    assert [one.id for one in found.readings] == ["G-112"]


@pytest.mark.parametrize("finance", ["是", "否"])
@pytest.mark.parametrize("other", ["是", "否"])
def test_two_finance_seals_never_lie_with_one_person(finance: str, other: str) -> None:
    """B17-03."""
    both = finance == other == "是"
    assert outcome("印鉴保管", 财务印鉴=finance, 已管另一枚财务印鉴=other) == {
        "可以保管": "否" if both else "是"
    }


@pytest.mark.parametrize("consent", ["是", "否"])
@pytest.mark.parametrize("giver", ["保管人", "代管人"])
def test_only_the_keeper_hands_over_and_only_with_consent(consent: str, giver: str) -> None:
    """B17-08."""
    may = consent == "是" and giver == "保管人"
    assert outcome("代管", 分管办公室领导同意=consent, 交出的人=giver) == {"可以交接": "是" if may else "否"}


@pytest.mark.parametrize(
    ("leave", "deputy", "usable"), [("是", "否", "否"), ("是", "是", "是"), ("否", "否", "是")]
)
def test_a_seal_whose_keeper_is_on_leave_rests_without_a_deputy(leave: str, deputy: str, usable: str) -> None:
    """B17-07."""
    assert outcome("印章可用", 保管人请假=leave, 已办代管=deputy) == {"可以用印": usable}


def test_every_fault_of_the_input_is_told_at_once() -> None:
    assert {one.fact for one in refused("用印审批", 印章="私章")} == {"事项", "印章", "材料"}
