"""代管 (17-3): with consent beforehand, handed over and back by both, passed on to nobody."""

from __future__ import annotations

from datetime import date

from tests.regulations.seals.cabinet import DAY, Cabinet, facts
from zhixing.office.before_leave import left_open
from zhixing.office.matters.models import Task
from zhixing.office.registers.acts.handing import entrust
from zhixing.regulations.attendance.workflow.balance_year import open_balance
from zhixing.regulations.attendance.workflow.leave import request_leave
from zhixing.regulations.attendance.workflow.leave_request import LeaveRequest
from zhixing.regulations.seals.models import Seal
from zhixing.regulations.seals.workflow.custody_hands import accept_back, give, give_back

UNTIL = date(2026, 11, 25)


def test_the_leader_agrees_then_both_sign(cabinet: Cabinet, seal: Seal) -> None:
    custody = cabinet.custody(seal)
    assert (custody.status, custody.agreed_by) == ("已批", cabinet.person("E002"))
    cabinet.given(custody)
    seal.kept.refresh_from_db()
    assert (custody.status, seal.kept.holder, seal.kept.held_until) == (
        "代管中",
        cabinet.person("E010"),
        UNTIL,
    )
    assert seal.kept.keeper == cabinet.person("E011")


def test_without_consent_nothing_changes_hands(cabinet: Cabinet, seal: Seal) -> None:
    deputy, acting = cabinet.person("E010"), cabinet.who("E011")
    told = facts(lambda: entrust(kept=seal.kept, receiver=deputy, reason="出差", until=UNTIL, **acting))
    assert told == [("代管", "17-3")]


def test_the_consent_is_for_that_deputy_alone(cabinet: Cabinet, seal: Seal) -> None:
    custody = cabinet.custody(seal)
    source, other = f"seals.custody:{custody.pk}", cabinet.person("E032")
    acting = cabinet.who("E011")
    told = facts(
        lambda: entrust(kept=seal.kept, receiver=other, reason="出差", until=UNTIL, source=source, **acting)
    )
    assert told == [("代管", "17-3")]


def test_the_deputy_passes_it_on_to_nobody(cabinet: Cabinet, seal: Seal) -> None:
    """B17-08: neither by asking nor by handing over."""
    cabinet.deputised(seal)
    seal.kept.refresh_from_db()
    asked = facts(lambda: cabinet.custody(seal, deputy="E032", number="E010"))
    assert asked == [("申请人", "17-3")]
    other, acting = cabinet.person("E032"), cabinet.who("E010")
    told = facts(lambda: entrust(kept=seal.kept, receiver=other, reason="忙", until=UNTIL, **acting))
    assert ("移交人", "17-3") in told


def test_the_deputy_stamps_and_the_keeper_does_not_meanwhile(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.approved(seal, copies=2)
    cabinet.deputised(seal)
    assert facts(lambda: cabinet.stamped(use, "E011"))[0] == ("办理人", "17-5a")
    assert cabinet.stamped(use, "E010").keeper == cabinet.person("E010")


def test_it_comes_back_when_the_keeper_says_so(cabinet: Cabinet, seal: Seal) -> None:
    custody = cabinet.deputised(seal)
    give_back(custody=custody, reason="出差回来", **cabinet.who("E010"))
    accept_back(custody=custody, remark="印面完好", **cabinet.who("E011"))
    seal.kept.refresh_from_db()
    assert (custody.status, seal.kept.holder.name) == ("已交回", "施南枝")


def test_what_was_not_agreed_to_is_not_given(cabinet: Cabinet, seal: Seal) -> None:
    custody = cabinet.custody(seal)
    custody.status = "待批"
    custody.save()
    assert facts(lambda: give(custody=custody, **cabinet.who("E011"))) == [("代管", "17-3")]
    custody.status = "已批"
    custody.save()


def test_a_keeper_on_leave_without_a_deputy_blocks_the_seal(
    cabinet: Cabinet, seal: Seal, absent: set[str]
) -> None:
    """B17-07."""
    use = cabinet.approved(seal)
    absent.add("E011")
    assert facts(lambda: cabinet.stamped(use)) == [("保管人", "17-3")]


def test_with_a_deputy_it_goes_on(cabinet: Cabinet, seal: Seal, absent: set[str]) -> None:
    use = cabinet.approved(seal)
    cabinet.deputised(seal)
    absent.add("E011")
    assert cabinet.stamped(use, "E010").copies == 1


def test_beyond_the_days_that_were_agreed_to_it_stops(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.approved(seal)
    cabinet.deputised(seal)
    cabinet.later(days=4)
    assert facts(lambda: cabinet.stamped(use, "E010")) == [("保管人", "17-3")]


def test_the_leave_of_a_keeper_is_not_filed_before_somebody_takes_over(cabinet: Cabinet, seal: Seal) -> None:
    """B17-07: every seal is named; a custody that covers the days settles it."""
    keeper, party = cabinet.person("E011"), cabinet.seal("党组章")
    assert [one.clause for one in left_open(keeper, DAY, DAY)] == ["17-3", "17-3"]
    cabinet.custody(seal)
    (left,) = left_open(keeper, DAY, DAY)
    assert party.kept.name in left.found
    assert len(left_open(keeper, DAY, date(2026, 12, 1))) == 2  # the custody ends before
    assert left_open(cabinet.person("E031"), DAY, DAY) == []


def test_a_deputy_on_leave_gives_it_back_first(cabinet: Cabinet, seal: Seal) -> None:
    cabinet.deputised(seal)
    (left,) = left_open(cabinet.person("E010"), DAY, DAY)
    assert "交回施南枝" in left.mend
    assert left_open(cabinet.person("E011"), DAY, DAY) == []


def test_the_office_files_the_keepers_leave_after_the_custody_was_agreed_to(
    cabinet: Cabinet, seal: Seal
) -> None:
    """B17-07 from end to end: agreed by the leader, blocked at 备案, filed once a deputy is agreed to."""
    day = date(2026, 11, 25)
    open_balance(
        person=cabinet.person("E011"), account="年休", halves=10, day=date(2026, 1, 1),
        expires=date(2026, 12, 31), note="期初", **cabinet.who("E008"),
    )  # fmt: skip
    asked = LeaveRequest(
        kind="年休假", first=day, last=day, reason="家中有事", stand_in=cabinet.person("E010")
    )
    leave = request_leave(request=asked, **cabinet.who("E011"))
    filing = Task.objects.filter(matter=leave.matter, state="待办", kind="办理", step__act="备案")
    while not filing.exists():
        cabinet.agreed(leave.matter)
    assert facts(lambda: cabinet.agreed(leave.matter)) == [("印章", "17-3")]
    cabinet.custody(seal, first=day, last=day)
    cabinet.agreed(leave.matter)
    assert not filing.exists()
