"""用印: who approves, what is refused, how it is stamped (17-4a, 17-5a, 17-5b, 17-6)."""

from __future__ import annotations

import pytest

from tests.regulations.seals.cabinet import CHECKED, Cabinet, Fields, facts, findings
from zhixing.office.matters import acts
from zhixing.office.registers.acts.entering import stop
from zhixing.office.registers.book import said
from zhixing.regulations.seals.models import Seal, SealUse, Stamping
from zhixing.regulations.seals.workflow.stamping import stamp


@pytest.mark.parametrize(
    ("kind", "number", "purpose", "bearer"),
    [
        ("局章", "E031", "其他", "E005"),
        ("局章", "E031", "合同协议及担保", "E001"),
        ("局章", "E031", "资金3万元以上", "E001"),
        ("业务专用章", "E020", "其他", "E003"),
        ("党组章", "E031", "其他", "E001"),
    ],
)
def test_who_approves_follows_from_purpose_and_seal(
    cabinet: Cabinet, kind: str, number: str, purpose: str, bearer: str
) -> None:
    use = cabinet.asked(cabinet.seal(kind), number, purpose=purpose)
    assert (use.status, cabinet.bearers(use.matter)) == ("待批", [bearer])


def test_a_portfolio_leader_asks_the_chief(cabinet: Cabinet, seal: Seal) -> None:
    """B17-02."""
    assert cabinet.bearers(cabinet.asked(seal, "E005").matter) == ["E001"]


def test_the_chief_does_not_approve_the_own_request(cabinet: Cabinet, seal: Seal) -> None:
    asked = cabinet.asked(seal, "E001", purpose="合同协议及担保")
    assert "E001" not in cabinet.bearers(asked.matter)
    assert cabinet.bearers(asked.matter) != []


def test_the_secretary_does_not_approve_the_own_use_of_the_party_groups_seal(cabinet: Cabinet) -> None:
    assert cabinet.bearers(cabinet.asked(cabinet.seal("党组章"), "E001").matter) == ["E002"]


@pytest.mark.parametrize("material", ["空白纸", "空白表格", "空白信函", "空白证件", "其他空白材料"])
@pytest.mark.parametrize("number", ["E031", "E005", "E001"])
def test_blank_material_is_refused_to_everybody(
    cabinet: Cabinet, seal: Seal, material: str, number: str
) -> None:
    """B17-01: nobody can let it pass, the chief included."""
    assert facts(lambda: cabinet.asked(seal, number, material=material)) == [("材料", "17-6")]
    assert not SealUse.objects.exists()


def test_blank_material_is_refused_before_anything_else_is_written(cabinet: Cabinet, seal: Seal) -> None:
    told = facts(lambda: cabinet.asked(seal, "E001", material="空白信函", purpose="", reason=""))
    assert told == [("材料", "17-6"), ("事由类别", "17-4a"), ("用印事由", "17-4a")]


def test_everything_missing_is_told_at_once(cabinet: Cabinet, seal: Seal) -> None:
    told = facts(lambda: cabinet.asked(seal, title=" ", reason="", copies=0, pages=None, recipient=""))
    assert [fact for fact, _ in told] == ["文件名称", "用印事由", "页数", "送往单位", "用印份数"]
    assert {clause for _, clause in told} == {"17-4a"}


def test_an_approval_is_bound_to_its_file(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.approved(seal)
    assert use.file is not None
    assert (use.status, use.digest) == ("已批", use.file.digest)
    assert use.signed_by == cabinet.person("E005")


def test_another_file_is_another_case(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.approved(seal)
    assert facts(lambda: cabinet.stamped(use, presented=cabinet.file("改过的报表"))) == [("材料", "17-4a")]
    assert use.file is not None
    cabinet.stamped(use, presented=use.file)


def test_nothing_is_stamped_without_approval(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.asked(seal)
    assert facts(lambda: cabinet.stamped(use)) == [("用印审批", "17-4a")]
    assert use.matter is not None
    acts.refuse(matter=use.matter, text="数字有误", **cabinet.who("E005"))
    use.refresh_from_db()
    assert use.status == "未批"
    assert facts(lambda: cabinet.stamped(use)) == [("用印审批", "17-4a")]


def test_no_more_copies_are_stamped_than_approved(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.approved(seal, copies=3)
    cabinet.stamped(use, copies=2)
    told = findings(lambda: cabinet.stamped(use, copies=2))
    assert [(one.fact, one.found, one.clause) for one in told] == [("盖印份数", "已盖2份，再盖2份", "17-5a")]
    cabinet.stamped(use, copies=1)
    use.refresh_from_db()
    assert use.status == "已用印"
    assert facts(lambda: cabinet.stamped(use)) == [("用印审批", "17-4a"), ("盖印份数", "17-5a")]


def test_the_keeper_looks_at_three_things(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.approved(seal)
    given: Fields = dict.fromkeys(CHECKED, False)
    told = facts(lambda: cabinet.stamped(use, **given))
    assert told == [("材料相符", "17-5a"), ("用途清楚", "17-5a"), ("手续齐全", "17-5a")]


def test_another_stamps_only_under_the_keepers_eyes(cabinet: Cabinet, seal: Seal) -> None:
    use, clerk = cabinet.approved(seal), cabinet.person("E010")
    alone: Fields = {"stamped_by": clerk, "keeper_present": False}
    assert facts(lambda: cabinet.stamped(use, **alone)) == [("监印", "17-5b")]
    seen = cabinet.stamped(use, stamped_by=clerk, keeper_present=True)
    assert (seen.stamped_by, seen.keeper) == (clerk, cabinet.person("E011"))
    assert said(seal.kept.lines.get())["备注"] == "施南枝监印"


def test_only_the_keeper_notes_a_stamping(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.approved(seal)
    assert facts(lambda: cabinet.stamped(use, "E010", keeper_present=True)) == [("办理人", "17-5a")]


def test_a_stamping_stands_in_the_book_of_its_seal(cabinet: Cabinet, seal: Seal) -> None:
    cabinet.stamped(cabinet.approved(seal), copies=2)
    line = said(seal.kept.lines.get())
    assert (line["序号"], line["日期"], line["用印份数"]) == ("1", "2026-11-23", "2")
    assert (line["经办人"], line["批准人"], line["盖印人"]) == ("彭越", "何念慈", "施南枝")
    assert line["用印单位"] == "企业服务科"


def test_pressed_twice_it_is_stamped_once(cabinet: Cabinet, seal: Seal) -> None:
    use, acting, keeper = cabinet.approved(seal), cabinet.who("E011"), cabinet.person("E011")
    for _ in range(2):
        stamp(use=use, copies=1, stamped_by=keeper, keeper_present=True, **CHECKED, **acting)
    assert Stamping.objects.count() == 1


def test_a_stopped_seal_is_neither_asked_for_nor_pressed(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.approved(seal)
    stop(kept=seal.kept, reason="印面磨损", **cabinet.who("E008"))
    assert facts(lambda: cabinet.stamped(use)) == [("印章", "17-10")]
    seal.kept.refresh_from_db()
    assert facts(lambda: cabinet.asked(seal)) == [("印章", "17-10")]
