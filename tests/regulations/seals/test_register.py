"""印章登记、保管、财务印鉴 (17-1, 17-2a, 17-2b), 科室的章 (17-11)."""

from __future__ import annotations

import pytest

from tests.regulations.seals.cabinet import Cabinet, facts, findings
from zhixing.office.registers.acts.handing import hand_over, take
from zhixing.office.registers.models import HandOver
from zhixing.organ.made import made
from zhixing.regulations.seals.models import Seal
from zhixing.regulations.seals.workflow.seals import designate


def test_a_seal_stands_on_the_register_with_impression_and_keeper(cabinet: Cabinet, seal: Seal) -> None:
    assert (seal.kept.number, seal.kept.state, seal.kept.keeper.name) == ("印〔2026〕1号", "在用", "施南枝")
    assert seal.impression is not None


def test_everything_wrong_with_an_entry_is_told_at_once(cabinet: Cabinet) -> None:
    told = facts(lambda: cabinet.seal("科室章", material=" ", impression=None))
    assert told == [("材质", "17-1"), ("印模", "17-1"), ("所属科室、单位", "17-11")]


def test_only_the_office_names_the_next_keeper(cabinet: Cabinet, seal: Seal) -> None:
    clerk = cabinet.person("E010")
    told = facts(lambda: designate(seal=seal, keeper=clerk, reason="轮岗", **cabinet.who("E031")))
    assert told == [("办理人", "17-2a")]


def test_a_seal_goes_only_to_whom_the_office_has_named(cabinet: Cabinet, seal: Seal) -> None:
    clerk, kept = cabinet.person("E010"), seal.kept
    refused = facts(lambda: hand_over(kept=kept, receiver=clerk, reason="轮岗", **cabinet.who("E011")))
    assert refused == [("接收人", "17-2a")]
    designate(seal=seal, keeper=clerk, reason="轮岗", **cabinet.who("E008"))
    offered = hand_over(kept=kept, receiver=clerk, reason="轮岗", **cabinet.who("E011"))
    kept.refresh_from_db()
    assert kept.keeper.name == "施南枝"  # nothing changes hands before it was taken
    take(hand_over=made(HandOver, offered), remark="印面完好", **cabinet.who("E010"))
    kept.refresh_from_db()
    assert kept.keeper == clerk


def test_two_finance_seals_are_never_entered_with_one_keeper(cabinet: Cabinet) -> None:
    """B17-03."""
    cabinet.seal("财务专用章")
    told = findings(lambda: cabinet.seal("法人名章", keeper=cabinet.person("E012")))
    assert [(one.fact, one.clause) for one in told] == [("财务印鉴", "17-2b")]
    assert "金若谷已经保管" in told[0].found


def test_a_finance_keeper_may_keep_another_seal_as_well(cabinet: Cabinet) -> None:
    cabinet.seal("财务专用章")
    assert cabinet.seal("业务专用章", keeper=cabinet.person("E012")).kept.state == "在用"


def test_not_for_a_while_either(cabinet: Cabinet) -> None:
    """B17-03: whoever keeps one does not stand in for the other."""
    cabinet.seal("财务专用章")
    name = cabinet.seal("法人名章")
    told = facts(lambda: cabinet.custody(name, deputy="E012", number="E013"))
    assert told == [("财务印鉴", "17-2b")]


def test_whoever_gets_one_meanwhile_cannot_take_the_other(cabinet: Cabinet) -> None:
    """Asked again when it is taken: E010 was free of finance seals when the leader agreed."""
    finance, name = cabinet.seal("财务专用章"), cabinet.seal("法人名章")
    first = cabinet.custody(finance, deputy="E010", number="E012")
    second = cabinet.custody(name, deputy="E010", number="E013")
    cabinet.given(first)
    assert facts(lambda: cabinet.given(second)) == [("财务印鉴", "17-2b")]


def test_nobody_is_named_keeper_of_two_finance_seals(cabinet: Cabinet) -> None:
    cabinet.seal("财务专用章")
    name, both = cabinet.seal("法人名章"), cabinet.person("E012")
    told = facts(lambda: designate(seal=name, keeper=both, reason="轮岗", **cabinet.who("E008")))
    assert told == [("财务印鉴", "17-2b")]


@pytest.mark.parametrize(
    ("kind", "name", "keeper"),
    [("科室章", "企业服务科", "E032"), ("下属单位章", "中小企业服务中心", "E035")],
)
def test_seals_of_sections_and_units_have_their_own_books(
    cabinet: Cabinet, seal: Seal, kind: str, name: str, keeper: str
) -> None:
    """B17-10: the same rules, a number of its own in a book of its own."""
    own = cabinet.seal(kind, section=cabinet.section(name), keeper=cabinet.person(keeper))
    cabinet.stamped(cabinet.approved(seal))
    use = cabinet.approved(own)
    cabinet.stamped(use, keeper)
    assert [line.number for line in own.kept.lines.all()] == [1]
    assert facts(lambda: cabinet.asked(own, material="空白表格")) == [("材料", "17-6")]
