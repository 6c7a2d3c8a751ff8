"""The buttons of the room, in the words they carry on the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms

from zhixing.journal.write import Receipt
from zhixing.office.meetings.acts import absence, agenda, conclude, topics
from zhixing.office.meetings.acts.attending import mark
from zhixing.office.meetings.acts.closing import close_meeting
from zhixing.office.meetings.acts.named import cast_named, close_named
from zhixing.office.meetings.acts.opening import adjourn, open_meeting
from zhixing.office.meetings.acts.secret import close_secret
from zhixing.office.meetings.acts.speech import speak
from zhixing.office.meetings.acts.voting import enter_counts, open_vote
from zhixing.office.meetings.models import Item, Vote
from zhixing.office.meetings.now import Room
from zhixing.organ.models import Person
from zhixing.web.pages.meetings import room_forms as typed
from zhixing.web.pages.meetings.forms import LetKnowForm, ReasonForm, TextForm
from zhixing.web.pages.meetings.room_seen import NAMED, last_vote
from zhixing.web.pages.pressed import Button, written
from zhixing.web.requests import DeskRequest, looking

OWN = "投票"


def buttons_of(request: DeskRequest, room: Room) -> dict[str, Button]:
    """Every act of the room as it now stands; the acts judge who may."""
    buttons = _always(request, room)
    item = room.item
    if item is not None:
        buttons |= _of_topic(request, room, item)
        vote = item.votes.filter(state="表决中").first()
        if vote is not None:
            buttons |= _of_vote(request, room, vote)
    return buttons


def _about(request: DeskRequest, room: Room) -> dict[str, Any]:
    return {"meeting": room.meeting, "day": looking(request).day}


def _always(request: DeskRequest, room: Room) -> dict[str, Button]:
    about, own = _about(request, room), {"meeting": room.meeting}
    absent = [line.person for line in room.due if not room.is_present(line.person)]
    marking = written(request, "登记情况", typed.MarkForm, "mark", **about)
    going = written(request, "登记流会", ReasonForm, "none", label="流会的原因")
    starting = written(request, "开始议题", typed.OpenTopicForm, "topic", **about)
    short = written(request, "登记未议", typed.TopicReasonForm, "short", **about)
    off = written(request, "撤出议题", typed.TopicReasonForm, "off", **about)
    telling = written(request, "登记缺席意见", LetKnowForm, "opinion", people=absent, **about)
    bare = forms.Form(request.POST) if request.method == "POST" else forms.Form()
    return {
        "登记情况": Button("已登记。", marking, mark, own),
        "宣布开会": Button("已宣布开会。", bare, open_meeting, own),
        "登记流会": Button("已登记流会，议题可以列入下次会议。", going, adjourn, own),
        "开始议题": Button("开始讨论。", starting, topics.open_topic, {}),
        "登记未议": Button("已登记未议，议题可以列入下次会议。", short, topics.not_held, {}),
        "撤出议题": Button("议题已撤出。", off, agenda.take_off, {}),
        "登记缺席意见": Button("意见已登记，记入会议记录，不计票。", telling, absence.let_know, own),
        "宣布散会": Button("已宣布散会，请整理会议记录。", bare, close_meeting, own),
    }


def _of_topic(request: DeskRequest, room: Room, item: Item) -> dict[str, Button]:
    about, own = _about(request, room), {"item": item}
    here = [line.person for line in (*room.present, *room.sitting)] + [
        one.person for one in room.meeting.invitations.select_related("person") if room.is_present(one.person)
    ]
    vote = last_vote(item)
    passed = vote is not None and vote.passed is True
    bare = forms.Form(request.POST) if request.method == "POST" else forms.Form()
    speaking = written(request, "登记发言", typed.SpeechForm, "speech", people=here, **about)
    voting = written(request, "开始表决", typed.OpenVoteForm, "vote", again=vote is not None)
    deciding = written(
        request, "作出结论", typed.ConcludeForm, "end", passed=passed, divided=item.divided,
        initial={"decision": item.proposal if passed else ""}, **about
    )  # fmt: skip
    waiting = written(request, "暂缓", ReasonForm, "wait", label="暂缓的原因")
    telling = written(request, "传达学习", TextForm, "told", label="传达学习情况")
    return {
        "登记发言": Button("发言已登记。", speaking, speak, own),
        "登记分歧较大": Button(
            "已登记意见分歧较大。", bare, conclude.declare_divided, {**own, "divided": True}
        ),
        "撤销分歧较大": Button("已撤销。", bare, conclude.declare_divided, {**own, "divided": False}),
        "开始表决": Button("表决开始。", voting, open_vote, own),
        "作出结论": Button("已作出结论。", deciding, _concluding(deciding), own),
        "暂缓": Button("议题暂缓。", waiting, conclude.postpone, own),
        "传达学习": Button("已登记传达学习。", telling, conclude.passed_on, own),
    }


def _of_vote(request: DeskRequest, room: Room, vote: Vote) -> dict[str, Button]:
    own = {"vote": vote}
    counting = written(request, "登记票数", typed.CountsForm, "counts")
    present = [line.person for line in room.present]
    entering = written(
        request, "代登记名票", typed.NamedForm, "named", people=present, **_about(request, room)
    )
    bare = forms.Form(request.POST) if request.method == "POST" else forms.Form()
    close = close_named if vote.form == NAMED else close_secret
    return {
        "登记票数": Button("票数已登记，表决结束。", counting, _counting(counting), own),
        "代登记名票": Button("已登记。", entering, cast_named, own),
        OWN: Button("您的意见已计入。", written(request, OWN, typed.OwnVoteForm, "own"), _own_vote, own),
        "结束表决": Button("表决结束。", bare, close, own),
    }


def _counting(form: forms.Form) -> Callable[..., Receipt]:
    def act(*, vote: Vote, actor: Person, at: Any, key: str, **_: int) -> Receipt:
        assert isinstance(form, typed.CountsForm)
        return enter_counts(vote=vote, counts=form.counts(), actor=actor, at=at, key=key)

    return act


def _concluding(form: forms.Form) -> Callable[..., Receipt]:
    def act(*, item: Item, actor: Person, at: Any, key: str, **given: Any) -> Receipt:
        assert isinstance(form, typed.ConcludeForm)
        return conclude.conclude(
            item=item, decision=given["decision"], task=form.task(),
            emergency_reason=given.get("emergency_reason", ""), actor=actor, at=at, key=key,
        )  # fmt: skip

    return act


def _own_vote(*, vote: Vote, choice: str, actor: Person, at: Any, key: str) -> Receipt:
    """The member's own vote where names stand beside votes."""
    return cast_named(vote=vote, voter=actor, choice=choice, actor=actor, at=at, key=key)
