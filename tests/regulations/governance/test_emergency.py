"""临机处置 (01-10): open until a meeting has heard it; and what was kept from meetings (01-12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.regulations.governance.chamber import CHIEFS, GROUP, NOW, PARTY, Chamber, Fields, refused
from zhixing.office.duties.models import Notice
from zhixing.office.duties.reminders import remind
from zhixing.office.meetings.acts.conclude import passed_on
from zhixing.office.meetings.acts.topics import open_topic
from zhixing.office.meetings.kinds import kind
from zhixing.organ.made import made
from zhixing.organ.models import Account
from zhixing.organ.policy import viewer_of, visible
from zhixing.regulations.governance.models import Bypass, EmergencyAction
from zhixing.regulations.governance.workflow.bypass import enter_case, judge, liable, take_up, unaudited
from zhixing.regulations.governance.workflow.emergency import (
    Action,
    change_meeting,
    late_to_chief,
    open_actions,
    register_action,
    tell_chief,
)
from zhixing.regulations.governance.workflow.emergency_heard import source_of


def done(chamber: Chamber) -> Action:
    return Action(
        title="台风停电应急供电", leader=chamber.person("E003"), event="台风登陆，园区停电",
        measures="调集三台发电车", acted_at=NOW - timedelta(hours=3), meeting=PARTY,
    )  # fmt: skip


def registered(chamber: Chamber, **more: object) -> EmergencyAction:
    action = replace(done(chamber), **more)  # type: ignore[arg-type]  # fields by name
    return made(EmergencyAction, register_action(action=action, **chamber.who("E003")))


def test_an_action_is_open_from_its_registration_and_is_due_in_a_fortnight(chamber: Chamber) -> None:
    action = registered(chamber)
    assert (action.number, action.state, action.due) == ("临机〔2026〕1号", "待报告", date(2026, 12, 5))
    told = set(Notice.objects.filter(object_kind="临机处置").values_list("person__number", flat=True))
    assert told == {"E001", "E008"}


def test_only_leaders_act_on_the_spot_and_only_they_or_the_office_register_it(chamber: Chamber) -> None:
    given: Fields = {"action": replace(done(chamber), leader=chamber.person("E022"))}
    assert [one.fact for one in refused(register_action, **given, **chamber.who("E022"))] == ["处置人"]
    stranger = refused(register_action, action=done(chamber), **chamber.who("E022"))
    assert [(one.fact, one.clause) for one in stranger] == [("办理人", "01-10")]
    register_action(action=done(chamber), **chamber.who("E008"))


def test_what_is_missing_or_cannot_be_is_said_at_once(chamber: Chamber) -> None:
    action = replace(
        done(chamber), title="", event="", measures=" ", acted_at=NOW + timedelta(days=1), meeting=""
    )
    facts = [one.fact for one in refused(register_action, action=action, **chamber.who("E003"))]
    assert facts == ["事项", "事由", "措施", "报告的会议", "处置时间"]


def test_the_chief_is_told_within_a_day(chamber: Chamber) -> None:
    action = registered(chamber)
    assert not late_to_chief(action, NOW + timedelta(hours=21))
    assert late_to_chief(action, NOW + timedelta(hours=22))
    tell_chief(action=action, told_at=NOW, how="电话", **chamber.who("E003"))
    action.refresh_from_db()
    assert not late_to_chief(action, NOW + timedelta(days=9))
    again = refused(tell_chief, action=action, told_at=NOW, how="电话", **chamber.who("E003"))
    assert [one.fact for one in again] == ["口头报告"]


def test_a_report_before_the_deed_is_refused(chamber: Chamber) -> None:
    action = registered(chamber)
    early = NOW - timedelta(days=1)
    found = refused(tell_chief, action=action, told_at=early, how="", **chamber.who("E003"))
    assert [one.fact for one in found] == ["报告方式", "报告时间"]


def test_it_stays_open_until_the_meeting_has_heard_it(chamber: Chamber) -> None:
    action = registered(chamber)
    (ready,) = kind(PARTY).ready(chamber.organ)
    assert (ready.source, ready.title) == (source_of(action), "听取临机处置报告：台风停电应急供电")
    meeting = chamber.planned(PARTY)
    item = chamber.listed(meeting, source_of(action))
    assert list(kind(PARTY).ready(chamber.organ)) == []
    assert [one.object_id for one in open_actions(chamber.organ, chamber.at.date())] == [str(action.pk)]
    chamber.opened(meeting, *GROUP)
    open_topic(item=item, **chamber.who("E008"))
    passed_on(item=item, text="会议听取了报告。", **chamber.who("E008"))
    action.refresh_from_db()
    assert (action.state, action.heard) == ("已报告", item)
    assert list(open_actions(chamber.organ, chamber.at.date())) == []


def test_another_meeting_may_hear_it_while_none_has(chamber: Chamber) -> None:
    action, meeting = registered(chamber), chamber.planned(CHIEFS)
    found = kind(CHIEFS).gate(source_of(action), meeting)
    assert [one.clause for one in found] == ["01-10"]
    change_meeting(action=action, meeting=CHIEFS, **chamber.who("E008"))
    action.refresh_from_db()
    assert kind(CHIEFS).gate(source_of(action), meeting) == []


def test_overdue_it_is_red_on_the_desks_of_chief_office_and_leader(chamber: Chamber) -> None:
    action = registered(chamber)
    remind(organ=chamber.organ, at=NOW + timedelta(days=20))
    late = Notice.objects.filter(object_kind="临机处置", object_id=str(action.pk), urgency="逾期")
    assert {"E001", "E003", "E008"} <= set(late.values_list("person__number", flat=True))


def test_what_no_meeting_heard_in_time_is_found_for_the_audit(chamber: Chamber) -> None:
    action = registered(chamber)
    assert unaudited(chamber.organ, action.due) == []
    (case,) = unaudited(chamber.organ, action.due + timedelta(days=1))
    assert (case.kind, case.clause, case.person) == ("该提交未提交", "01-10", action.leader)


@pytest.mark.parametrize(
    ("kind_", "who"),
    [("不按程序", "相关责任人"), ("该提交未提交", "党政主要领导"), ("私自决定", "直接决策人")],
)
def test_the_clause_says_whom_it_holds_liable(chamber: Chamber, kind_: str, who: str) -> None:
    assert liable(kind_, chamber.organ.pk, NOW.date()) == who


def test_a_case_is_taken_up_once_and_judged_by_somebody_else_than_the_responsible(chamber: Chamber) -> None:
    action = registered(chamber)
    chamber.at = NOW + timedelta(days=20)
    source = f"governance.emergency:{action.pk}"
    bypass = made(Bypass, take_up(source=source, **chamber.who("E006")))
    assert (bypass.number, bypass.bearer, bypass.state) == ("合规〔2026〕1号", "党政主要领导", "待核查")
    assert [one.fact for one in refused(take_up, source=source, **chamber.who("E006"))] == ["线索"]
    himself: Fields = {
        "bypass": bypass,
        "outcome": "应当追责",
        "text": "属实",
        "person": chamber.person("E006"),
    }
    assert [one.fact for one in refused(judge, **himself, **chamber.who("E006"))] == ["核查人"]
    given: Fields = {**himself, "person": chamber.person("E001")}
    judge(**given, **chamber.who("E006"))
    bypass.refresh_from_db()
    assert (bypass.state, bypass.person) == ("应当追责", chamber.person("E001"))
    assert [one.fact for one in refused(judge, **given, **chamber.who("E006"))] == ["状态"]


def test_only_the_chief_the_secretary_and_the_discipline_head_audit(chamber: Chamber) -> None:
    given: Fields = {
        "kind": "私自决定",
        "facts": "",
        "day": date(2026, 12, 1),
        "clause": "01-4",
        "person": None,
    }
    found = refused(enter_case, **given, **chamber.who("E002"))
    assert [one.fact for one in found] == ["办理人", "事实", "发生日期"]
    for number, many in (("E006", 1), ("E001", 1), ("E002", 0), ("E008", 0)):
        Account.objects.create(organ=chamber.organ, person=chamber.person(number), username=number)
        if number == "E006":
            enter_case(**{**given, "facts": "未经会议签约", "day": date(2026, 11, 1)}, **chamber.who("E006"))
        viewer = viewer_of(Account.objects.get(username=number), NOW.date())
        assert visible(viewer, Bypass).count() == many
