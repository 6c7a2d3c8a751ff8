"""The room: arrivals, quorum and why, topics, four forms of voting, results, on the recorder's and the members' side."""

from __future__ import annotations

import pytest

from tests.regulations.governance.party_meeting import HERE
from tests.web.meetings.rooms import Rooms
from zhixing.office.meetings.models import Ballot, Item, Meeting, Resolution, Vote
from zhixing.office.meetings.models import Presence as Event


def room(meeting: Meeting) -> str:
    return f"/meetings/{meeting.pk}/room/"


def now(rooms: Rooms, number: str, meeting: Meeting) -> str:
    return rooms.read(number, f"{room(meeting)}now/")


def discussing(rooms: Rooms, meeting: Meeting, order: int = 1) -> Item:
    item = meeting.items.get(order=order)
    assert rooms.press("E008", room(meeting), "开始议题", **{"topic-item": item.pk}).status_code == 302
    return item


def test_members_say_themselves_that_they_are_here(rooms: Rooms) -> None:
    meeting = rooms.party.noticed()
    me = rooms.party.person("E002")
    assert "我已到会" in now(rooms, "E002", meeting)
    mark = {"mark-person": me.pk, "mark-kind": "到会"}
    assert rooms.press("E003", room(meeting), "登记情况", **mark).status_code == 422
    assert rooms.press("E002", room(meeting), "登记情况", **mark).status_code == 302
    assert Event.objects.get().entered_by == me
    assert "我已到会" not in now(rooms, "E002", meeting)


def test_the_quorum_is_said_with_its_clause(rooms: Rooms) -> None:
    meeting = rooms.party.noticed()
    shown = now(rooms, "E008", meeting)
    assert "应到 6 实到 0 至少到会 3" in shown
    assert "到会人数不足，还差3人，会议不能开始" in shown
    assert "第六条" in shown
    refused = rooms.press("E008", room(meeting), "宣布开会")
    text = refused.content.decode()
    assert refused.status_code == 422
    assert "还没有到会" in text
    assert "还差3人" in text


def test_exactly_half_may_talk_and_cannot_adopt(rooms: Rooms) -> None:
    meeting = rooms.party.noticed()
    for number in ("E001", "E002", "E003"):
        mark = {"mark-person": rooms.party.person(number).pk, "mark-kind": "到会"}
        rooms.press("E008", room(meeting), "登记情况", **mark)
    assert "即使全部赞成也不能通过" in now(rooms, "E002", meeting)
    assert rooms.press("E008", room(meeting), "宣布开会").status_code == 302
    discussing(rooms, meeting)
    assert "可以讨论，但是通过至少要4人赞成，现在只到3人" in now(rooms, "E002", meeting)


def test_a_part_that_has_not_changed_is_not_sent_again(rooms: Rooms) -> None:
    meeting = rooms.party.opened()
    page = rooms.get("E002", f"{room(meeting)}now/").content.decode()
    seen = page.split("?seen=", 1)[1].split("&", 1)[0]
    assert rooms.get("E002", f"{room(meeting)}now/", seen=seen).status_code == 204
    discussing(rooms, meeting)
    moved = rooms.get("E002", f"{room(meeting)}now/", seen=seen, phase="进行中/0/0/0/3")
    assert (moved.status_code, moved.headers["HX-Trigger"]) == (200, "room-moved")
    assert "正在讨论第1项" in moved.content.decode()


def test_the_recorders_forms_are_for_recorder_and_host_alone(rooms: Rooms) -> None:
    meeting = rooms.party.opened()
    assert "记录人办理" in rooms.read("E008", room(meeting))
    assert "主持人办理" in rooms.read("E001", room(meeting))
    assert "办理" not in rooms.read("E002", room(meeting)).split("会场", 2)[2]
    item = meeting.items.get(order=1)
    refused = rooms.press("E002", room(meeting), "开始议题", **{"topic-item": item.pk})
    assert (refused.status_code, "记录人或者主持人" in refused.content.decode()) == (422, True)


def test_a_show_of_hands_is_counted_concluded_and_handed_on(rooms: Rooms) -> None:
    meeting = rooms.party.opened()
    item = discussing(rooms, meeting)
    speech = {"speech-person": rooms.party.person("E002").pk, "speech-kind": "发言", "speech-text": "可行"}
    assert rooms.press("E008", room(meeting), "登记发言", **speech).status_code == 302
    assert rooms.press("E008", room(meeting), "开始表决", **{"vote-form": "举手"}).status_code == 302
    assert "正在表决：举手表决" in now(rooms, "E002", meeting)
    counts = {
        "counts-in_favour": 4, "counts-against": 0, "counts-abstained": 0, "counts-not_voting": 0,
        "counts-invalid": 0,
    }  # fmt: skip
    wrong = rooms.press("E008", room(meeting), "登记票数", **counts)
    assert (wrong.status_code, "合计4票" in wrong.content.decode()) == (422, True)
    assert (
        rooms.press("E008", room(meeting), "登记票数", **{**counts, "counts-abstained": 1}).status_code == 302
    )
    shown = now(rooms, "E002", meeting)
    assert "表决通过" in shown
    assert "赞成 4 反对 0 弃权 1" in shown
    nobody = rooms.press("E008", room(meeting), "作出结论", **{"end-decision": "同意"})
    assert (nobody.status_code, "落实安排" in nobody.content.decode()) == (422, True)
    task = {
        "end-decision": "同意预算草案", "end-lead": rooms.party.person("E002").pk, "end-until": "2026-12-18",
        "end-section": rooms.party.section.pk,
    }  # fmt: skip
    part = rooms.press("E008", room(meeting), "作出结论", **task)
    assert (part.status_code, "请填写责任人" in part.content.decode()) == (422, True)
    done = rooms.press(
        "E008", room(meeting), "作出结论", **task, **{"end-person": rooms.party.person("E011").pk}
    )
    assert done.status_code == 302
    assert Resolution.objects.get().item == item


def test_a_named_vote_is_cast_on_the_members_own_page_once(rooms: Rooms) -> None:
    meeting = rooms.party.opened()
    discussing(rooms, meeting)
    rooms.press("E008", room(meeting), "开始表决", **{"vote-form": "记名"})
    assert rooms.press("E002", room(meeting), "投票", **{"own-choice": "赞成"}).status_code == 302
    shown = now(rooms, "E002", meeting)
    assert "您已表决" in shown
    assert "已收到 1 票" in shown
    again = rooms.press("E002", room(meeting), "投票", **{"own-choice": "反对"})
    assert (again.status_code, "每人一票" in again.content.decode()) == (422, True)
    sitting = rooms.press("E008", room(meeting), "投票", **{"own-choice": "赞成"})
    assert (sitting.status_code, "列席人员没有表决权" in sitting.content.decode()) == (422, True)
    for number in ("E003", "E006"):
        entered = {"named-voter": rooms.party.person(number).pk, "named-choice": "反对"}
        assert rooms.press("E008", room(meeting), "代登记名票", **entered).status_code == 302
    assert rooms.press("E008", room(meeting), "结束表决").status_code == 302
    vote = Vote.objects.get()
    assert (vote.in_favour, vote.against, vote.not_voting, vote.passed) == (1, 2, 2, False)
    assert "表决未通过" in now(rooms, "E003", meeting)


def test_before_a_secret_vote_one_is_told_what_it_may_reveal(rooms: Rooms) -> None:
    meeting = rooms.party.opened()
    discussing(rooms, meeting)
    rooms.press("E008", room(meeting), "开始表决", **{"vote-form": "无记名"})
    shown = now(rooms, "E002", meeting)
    assert "结果如果全票一致，每个人的意见就等于公开" in shown
    for number, choice in zip(HERE, ("赞成", "赞成", "赞成", "赞成", "反对"), strict=True):
        assert rooms.press(number, room(meeting), "投票", **{"own-choice": choice}).status_code == 302
        assert "赞成 " not in now(rooms, "E008", meeting).split("依据", 1)[0].replace("通过至少赞成", "")
    twice = rooms.press("E002", room(meeting), "投票", **{"own-choice": "反对"})
    assert (twice.status_code, "您已经投过票" in twice.content.decode()) == (422, True)
    assert Ballot.objects.count() == 5
    assert rooms.press("E008", room(meeting), "结束表决").status_code == 302
    assert "赞成 4 反对 1" in now(rooms, "E002", meeting)


def test_paper_is_advised_where_few_are_here(rooms: Rooms) -> None:
    meeting = rooms.party.opened()
    gone = {"mark-person": rooms.party.person("E007").pk, "mark-kind": "离席"}
    rooms.press("E008", room(meeting), "登记情况", **gone)
    discussing(rooms, meeting)
    assert "建议用纸质票" in rooms.read("E008", room(meeting))
    rooms.press("E008", room(meeting), "开始表决", **{"vote-form": "无记名", "vote-on_paper": "on"})
    assert "请填写纸质票投入票箱" in now(rooms, "E002", meeting)


@pytest.mark.parametrize(
    ("act", "typed", "result"),
    [
        ("暂缓", {"wait-reason": "再核实"}, "暂缓"),
        ("传达学习", {"told-text": "传达了上级文件精神"}, "已传达"),
    ],
)
def test_a_topic_may_end_without_a_vote(rooms: Rooms, act: str, typed: dict[str, str], result: str) -> None:
    meeting = rooms.party.opened()
    item = discussing(rooms, meeting)
    assert rooms.press("E008", room(meeting), act, **typed).status_code == 302
    item.refresh_from_db()
    assert item.result == result


def test_losing_the_quorum_ends_a_topic_as_not_held(rooms: Rooms) -> None:
    meeting = rooms.party.opened()
    item = discussing(rooms, meeting)
    enough = {"short-item": item.pk, "short-reason": "人走了"}
    assert rooms.press("E008", room(meeting), "登记未议", **enough).status_code == 422
    for number in ("E003", "E006", "E007"):
        gone = {"mark-person": rooms.party.person(number).pk, "mark-kind": "离席"}
        rooms.press("E008", room(meeting), "登记情况", **gone)
    assert "还差1人，本议题不能讨论、表决" in now(rooms, "E002", meeting)
    assert rooms.press("E008", room(meeting), "登记未议", **enough).status_code == 302
    assert "未议（到会不足）" in now(rooms, "E002", meeting)


def test_a_meeting_closes_when_every_topic_has_its_result(rooms: Rooms) -> None:
    meeting = rooms.party.opened()
    early = rooms.press("E008", room(meeting), "宣布散会")
    assert early.status_code == 422
    assert early.content.decode().count("还没有结果") == 3
    for order in (1, 2, 3):
        discussing(rooms, meeting, order)
        rooms.press("E008", room(meeting), "暂缓", **{"wait-reason": "再核实"})
    assert rooms.press("E008", room(meeting), "宣布散会").status_code == 302
    assert "散会" in now(rooms, "E002", meeting)
