"""外带 (17-7a, 17-7b): under an approved use, for that use alone, back the same day."""

from __future__ import annotations

from datetime import timedelta

from tests.regulations.seals.cabinet import DAY, Cabinet, Fields, facts
from zhixing.office.duties.reminders import borne_by
from zhixing.office.registers.acts.lending import lend
from zhixing.office.registers.book import said
from zhixing.regulations.seals.models import Incident, Seal, SealUse
from zhixing.regulations.seals.workflow.carry import request_carry
from zhixing.regulations.seals.workflow.carry_out import bring_back, hand_out, verify

CONTRACT: Fields = {"title": "租赁合同", "purpose": "合同协议及担保", "reason": "签租赁合同", "copies": 4}


def test_it_is_agreed_to_by_whoever_leads_the_office_and_stands_in_the_remark(
    cabinet: Cabinet, seal: Seal
) -> None:
    use = cabinet.approved(seal, **CONTRACT)
    carry = request_carry(request=cabinet.carrying(use), **cabinet.who("E031"))
    assert cabinet.bearers(carry.matter) == ["E002"]
    cabinet.agreed(carry.matter)
    assert SealUse.objects.get(pk=use.pk).remark == "外带"


def test_without_an_approved_use_nothing_leaves(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.asked(seal, **CONTRACT)
    told = facts(lambda: request_carry(request=cabinet.carrying(use), **cabinet.who("E031")))
    assert told == [("用印审批", "17-7a")]


def test_the_borrower_gives_an_undertaking_and_brings_it_back_the_same_day(
    cabinet: Cabinet, seal: Seal
) -> None:
    use = cabinet.approved(seal, **CONTRACT)
    late = cabinet.carrying(use, due=DAY + timedelta(days=1), undertaken=False, destination="")
    told = facts(lambda: request_carry(request=late, **cabinet.who("E031")))
    assert told == [("目的地、使用单位", "17-7a"), ("最迟归还", "17-7b"), ("签字承诺", "17-7b")]


def test_the_keeper_lends_nothing_without_the_paper(cabinet: Cabinet, seal: Seal) -> None:
    borrower, acting = cabinet.person("E031"), cabinet.who("E011")
    told = facts(lambda: lend(kept=seal.kept, borrower=borrower, purpose="急用", due=DAY, **acting))
    assert told == [("外带", "17-7a")]


def test_while_it_is_out_everybody_sees_so_and_nobody_stamps(cabinet: Cabinet, seal: Seal) -> None:
    other = cabinet.approved(seal)
    cabinet.carried(cabinet.approved(seal, **CONTRACT))
    seal.kept.refresh_from_db()
    assert seal.kept.state == "借出"
    assert facts(lambda: cabinet.stamped(other)) == [("印章", "17-7b")]


def test_it_is_over_when_the_keeper_has_looked_at_it(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.approved(seal, **CONTRACT)
    carry = cabinet.carried(use)
    told: Fields = {"counted": 4, "only_for_it": True}
    bring_back(carry=carry, report="四份合同，双方各两份", **told, **cabinet.who("E031"))
    seal.kept.refresh_from_db()
    assert (carry.status, seal.kept.state) == ("待验印", "借出")
    verify(carry=carry, remark="印面完好", **told, **cabinet.who("E011"))
    seal.kept.refresh_from_db()
    assert (carry.status, carry.handling, seal.kept.state) == ("已归还", "验印归还", "在用")
    line = said(seal.kept.lines.get())
    assert (line["用印份数"], line["盖印人"], line["备注"]) == ("4", "彭越", "外带")
    assert SealUse.objects.get(pk=use.pk).status == "已用印"


def test_a_borrower_does_not_confirm_the_own_return(cabinet: Cabinet, seal: Seal) -> None:
    carry = cabinet.carried(cabinet.approved(seal, **CONTRACT))
    told: Fields = {"counted": 4, "only_for_it": True, "remark": "好的"}
    assert facts(lambda: verify(carry=carry, **told, **cabinet.who("E031"))) == [("办理人", "17-7b")]


def test_what_was_used_for_something_else_is_registered(cabinet: Cabinet, seal: Seal) -> None:
    """B17-05: and the borrower answers for it."""
    carry = cabinet.carried(cabinet.approved(seal, **CONTRACT))
    verify(carry=carry, counted=4, only_for_it=False, remark="另外盖了一份介绍信", **cabinet.who("E011"))
    incident = Incident.objects.get()
    assert (carry.handling, incident.kind) == ("登记违规", "外带违规")
    assert (incident.responsible, incident.accountable) == (cabinet.person("E031"), True)


def test_more_than_was_approved_is_something_else(cabinet: Cabinet, seal: Seal) -> None:
    carry = cabinet.carried(cabinet.approved(seal, **CONTRACT))
    verify(carry=carry, counted=5, only_for_it=True, remark="多盖一份", **cabinet.who("E011"))
    assert carry.handling == "登记违规"


def test_a_seal_not_back_in_time_is_carried_out_no_more(cabinet: Cabinet, seal: Seal) -> None:
    """B17-04: late on the day after."""
    first, second = cabinet.approved(seal, **CONTRACT), cabinet.approved(seal, **CONTRACT)
    carry = cabinet.carried(first)
    assert [one for one in borne_by(cabinet.person("E031"), DAY) if one.object_kind == "印章外带"] != []
    cabinet.later(days=1)
    told = facts(lambda: request_carry(request=cabinet.carrying(second), **cabinet.who("E031")))
    assert told == [("逾期未还", "17-7a")]
    for number in ("E031", "E011"):
        (late,) = [
            one
            for one in borne_by(cabinet.person(number), cabinet.at.date())
            if one.object_kind == "印章外带"
        ]
        assert late.due == DAY
    verify(carry=carry, counted=4, only_for_it=True, remark="迟还一天", **cabinet.who("E011"))
    assert request_carry(request=cabinet.carrying(second), **cabinet.who("E031")).status == "待批"


def test_it_leaves_on_the_day_that_was_agreed_to(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.approved(seal, **CONTRACT)
    carry = request_carry(request=cabinet.carrying(use), **cabinet.who("E031"))
    assert facts(lambda: hand_out(carry=carry, **cabinet.who("E011"))) == [("外带", "17-7a")]
    cabinet.agreed(carry.matter)
    carry.refresh_from_db()
    cabinet.later(days=1)
    assert facts(lambda: hand_out(carry=carry, **cabinet.who("E011"))) == [("带出日期", "17-7a")]


def test_another_does_not_carry_what_was_approved_for_a_colleague(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.approved(seal, **CONTRACT)
    told = facts(lambda: request_carry(request=cabinet.carrying(use), **cabinet.who("E032")))
    assert told == [("办理人", "17-7a")]


def test_whoever_leads_the_office_does_not_approve_the_own_carry_out(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.approved(seal, "E002", **CONTRACT)
    carry = request_carry(request=cabinet.carrying(use), **cabinet.who("E002"))
    assert cabinet.bearers(carry.matter) == ["E001"]
