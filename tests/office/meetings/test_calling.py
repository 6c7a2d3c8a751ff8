"""Planning, agenda, hosting, notice and absence."""

from datetime import timedelta

import pytest

from tests.office.meetings.conftest import OPENING, House
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.meetings.acts.absence import answer_leave, ask_leave, let_know
from zhixing.office.meetings.acts.agenda import add_free, invite, move, put_on, take_off
from zhixing.office.meetings.acts.convene import appoint_recorder, call_off, change, convene
from zhixing.office.meetings.acts.hosting import entrust, take_back
from zhixing.office.meetings.acts.notice import read_notice, send_notice
from zhixing.office.meetings.acts.opening import open_meeting
from zhixing.office.meetings.models import AbsentOpinion, Invitation, Mandate
from zhixing.organ.models import Holding


def test_the_office_director_plans_and_the_secretary_hosts(house: House) -> None:
    meeting = house.planned("甲")
    assert (meeting.state, meeting.host.number, meeting.recorder.number) == ("筹备", "E001", "E008")
    assert meeting.title == "2026年11月24日试会"


def test_a_section_cannot_call_the_meeting(house: House) -> None:
    with pytest.raises(Refusal) as refused:
        convene(name="试会", title="", starts_at=OPENING, place="会议室", **house.who("E015"))
    assert [one.fact for one in refused.value.findings] == ["办理人"]


def test_all_that_is_wrong_with_a_plan_is_said_at_once(house: House) -> None:
    with pytest.raises(Refusal) as refused:
        convene(name="试会", title="", starts_at=house.at, place=" ", **house.who("E015"))
    assert [one.fact for one in refused.value.findings] == ["地点", "开会时间", "办理人"]


def test_two_meetings_of_a_kind_do_not_begin_at_the_same_minute(house: House) -> None:
    house.planned("甲")
    with pytest.raises(Refusal, match="没有登记") as refused:
        convene(name="试会", title="", starts_at=OPENING, place="会议室", **house.who("E008"))
    assert refused.value.findings[0].fact == "开会时间"


def test_a_cancelled_meeting_leaves_its_time_free(house: House) -> None:
    call_off(meeting=house.planned("甲"), reason="上级另有会议。", **house.who("E008"))
    assert house.planned("乙").state == "筹备"


def test_a_meeting_that_was_told_is_not_moved(house: House) -> None:
    meeting = house.noticed("甲")
    with pytest.raises(Refusal):
        change(
            meeting=meeting,
            title="",
            starts_at=OPENING + timedelta(days=9),
            place="会议室",
            **house.who("E008"),
        )


def test_a_topic_that_did_not_go_its_way_is_not_listed(house: House) -> None:
    meeting = house.planned("甲")
    with pytest.raises(Refusal) as refused:
        put_on(meeting=meeting, source="trial:没有的", **house.who("E008"))
    assert [(one.fact, one.clause) for one in refused.value.findings] == [("议题", "99-t")]


def test_what_the_regulation_says_against_a_topic_stops_it(house: House) -> None:
    meeting = house.planned("甲")
    house.topic("乙")
    house.drawer.refused["trial:乙"] = Finding("征求意见", "反对3人", "反对不集中", "请再酝酿。")
    with pytest.raises(Refusal) as refused:
        put_on(meeting=meeting, source="trial:乙", **house.who("E008"))
    assert [one.fact for one in refused.value.findings] == ["征求意见"]


def test_a_topic_without_procedure_is_no_topic_here(house: House) -> None:
    with pytest.raises(Refusal, match="没有列入议程"):
        add_free(meeting=house.planned("甲"), title="传达", proposal="", reporter=None, **house.who("E008"))


def test_topics_keep_the_order_they_were_given(house: House) -> None:
    meeting = house.planned("甲", "乙", "丙")
    move(item=meeting.items.get(title="丙"), place=1, **house.who("E008"))
    assert [one.title for one in meeting.items.all()] == ["丙", "甲", "乙"]


def test_a_topic_that_was_taken_off_may_be_listed_again(house: House) -> None:
    meeting = house.planned("甲", "乙")
    item = meeting.items.get(title="甲")
    take_off(item=item, reason="材料要补充。", **house.who("E008"))
    put_on(meeting=meeting, source="trial:甲", **house.who("E008"))
    assert [(one.title, one.result) for one in meeting.items.all()] == [
        ("甲", "撤回"),
        ("乙", ""),
        ("甲", ""),
    ]


def test_the_notice_numbers_the_meeting_and_freezes_its_roll(house: House) -> None:
    meeting = house.noticed("甲")
    meeting.refresh_from_db()
    roll = meeting.rolls.get()
    assert (meeting.state, meeting.turn, roll.stage) == ("已通知", 1, "通知")
    due = roll.lines.filter(capacity="应到").values_list("person__number", flat=True)
    assert list(due) == ["E001", "E002", "E003", "E004", "E006", "E007"]
    assert list(roll.lines.filter(capacity="列席").values_list("person__number", flat=True)) == ["E008"]


def test_a_deputy_outside_the_group_is_not_due(house: House) -> None:
    assert not house.noticed("甲").invitations.filter(person__number="E005").exists()


def test_a_notice_without_a_topic_is_not_sent(house: House) -> None:
    with pytest.raises(Refusal) as refused:
        send_notice(meeting=house.planned(), **house.who("E008"))
    assert [(one.fact, one.clause) for one in refused.value.findings] == [("议题", "99-n")]


def test_a_notice_on_the_day_itself_needs_its_reason(house: House) -> None:
    meeting = house.planned("甲")
    house.at = OPENING - timedelta(minutes=30)
    with pytest.raises(Refusal) as refused:
        send_notice(meeting=meeting, **house.who("E008"))
    assert [one.fact for one in refused.value.findings] == ["通知时间"]
    send_notice(meeting=meeting, urgent_reason="防汛部署。", **house.who("E008"))
    meeting.refresh_from_db()
    assert meeting.urgent_reason == "防汛部署。"


def test_reading_is_noted_once_for_each_reader(house: House) -> None:
    meeting = house.noticed("甲")
    reader = house.person("E003")
    assert read_notice(meeting=meeting, reader=reader, at=house.at) == 1
    assert read_notice(meeting=meeting, reader=reader, at=house.at) == 0
    assert Invitation.objects.filter(meeting=meeting).exclude(read_at=None).count() == 1


def test_an_invited_person_is_told_once_the_notice_is_out(house: House) -> None:
    meeting = house.planned("甲")
    invite(meeting=meeting, person=house.person("E015"), item=meeting.items.get(), **house.who("E008"))
    assert Invitation.objects.get(person__number="E015").sent_at is None
    send_notice(meeting=meeting, **house.who("E008"))
    assert Invitation.objects.get(person__number="E015").sent_at is not None


def test_hosting_is_given_to_a_member_only(house: House) -> None:
    meeting = house.planned("甲")
    with pytest.raises(Refusal) as refused:
        entrust(meeting=meeting, receiver=house.person("E005"), reason="出差。", **house.who("E001"))
    assert refused.value.findings[0].clause == "99-h"
    entrust(meeting=meeting, receiver=house.person("E002"), reason="出差。", **house.who("E001"))
    meeting.refresh_from_db()
    assert meeting.host.number == "E002"


def test_hosting_is_not_passed_on_and_not_given_twice(house: House) -> None:
    meeting = house.planned("甲")
    entrust(meeting=meeting, receiver=house.person("E002"), reason="出差。", **house.who("E001"))
    with pytest.raises(Refusal):
        entrust(meeting=meeting, receiver=house.person("E003"), reason="有事。", **house.who("E002"))
    with pytest.raises(Refusal) as refused:
        entrust(meeting=meeting, receiver=house.person("E003"), reason="有事。", **house.who("E001"))
    assert [one.fact for one in refused.value.findings] == ["委托"]


def test_a_mandate_taken_back_gives_the_hosting_back(house: House) -> None:
    meeting = house.planned("甲")
    entrust(meeting=meeting, receiver=house.person("E002"), reason="出差。", **house.who("E001"))
    take_back(mandate=Mandate.objects.get(), **house.who("E001"))
    meeting.refresh_from_db()
    assert meeting.host.number == "E001"


def test_the_host_names_another_recorder_with_a_reason(house: House) -> None:
    meeting = house.planned("甲")
    with pytest.raises(Refusal):
        appoint_recorder(meeting=meeting, person=house.person("E009"), why="出差。", **house.who("E008"))
    appoint_recorder(
        meeting=meeting, person=house.person("E009"), why="办公室主任出差。", **house.who("E001")
    )
    meeting.refresh_from_db()
    assert (meeting.recorder.number, meeting.recorder_why) == ("E009", "办公室主任出差。")


def test_an_absence_is_asked_of_the_secretary_before_the_meeting(house: House) -> None:
    meeting = house.noticed("甲")
    ask_leave(meeting=meeting, reason="住院。", **house.who("E004"))
    absence = meeting.absences.get()
    with pytest.raises(Refusal):
        answer_leave(absence=absence, agreed=True, **house.who("E002"))
    answer_leave(absence=absence, agreed=True, **house.who("E001"))
    absence.refresh_from_db()
    assert (absence.state, absence.decided_by) == ("准假", house.person("E001"))


def test_who_sits_in_asks_nobody_for_leave(house: House) -> None:
    with pytest.raises(Refusal) as refused:
        ask_leave(meeting=house.noticed("甲"), reason="有事。", **house.who("E008"))
    assert [(one.fact, one.clause) for one in refused.value.findings] == [("请假人", "99-a")]


def test_an_absent_opinion_is_kept_and_counts_nowhere(house: House) -> None:
    meeting = house.opened("甲", present=("E001", "E002", "E003"))
    let_know(
        meeting=meeting, item=meeting.items.get(), person=house.person("E004"), form="书面", text="同意。",
        **house.who("E004"),
    )  # fmt: skip
    assert AbsentOpinion.objects.get().text == "同意。"


def test_who_is_here_speaks_for_himself(house: House) -> None:
    meeting = house.opened("甲", present=("E001", "E002", "E003"))
    with pytest.raises(Refusal) as refused:
        let_know(
            meeting=meeting,
            item=None,
            person=house.person("E003"),
            form="口头",
            text="同意。",
            **house.who("E008"),
        )
    assert [one.fact for one in refused.value.findings] == ["缺席成员"]


def test_the_opening_takes_the_roll_anew_and_tells_the_difference(house: House) -> None:
    meeting = house.noticed("甲")
    left = Holding.objects.get(organ=house.organ, person__number="E006", post="党组成员")
    left.until = OPENING.date() - timedelta(days=1)
    left.save()
    house.come(meeting, "E001", "E002", "E003")
    open_meeting(meeting=meeting, **house.who("E008"))
    assert [roll.lines.filter(capacity="应到").count() for roll in meeting.rolls.all()] == [6, 5]


def test_nothing_opens_without_notice_host_and_enough_members(house: House) -> None:
    meeting = house.planned("甲")
    with pytest.raises(Refusal) as refused:
        open_meeting(meeting=meeting, **house.who("E008"))
    assert {one.fact for one in refused.value.findings} == {"会议通知", "主持人", "到会人数"}
    assert not meeting.rolls.exists()
