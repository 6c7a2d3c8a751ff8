"""A meeting and a resolution as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ninja import Field, Schema

from zhixing.api.paging import PageOut
from zhixing.api.schemas import PersonOut, ReceiptOut, listed, local, person_out
from zhixing.office.meetings.models import Item, Meeting, Progress, Resolution, Vote
from zhixing.office.meetings.now import room_of


class MeetingLine(Schema):
    """一次会议"""

    id: int = Field(title="会议编号")
    kind: str = Field(title="会议")
    title: str = Field(title="名称")
    turn: int | None = Field(title="届次")
    state: str = Field(title="状态")
    starts_at: datetime = Field(title="开会时间")
    place: str = Field(title="地点")
    host: PersonOut = Field(title="主持人")
    recorder: PersonOut = Field(title="记录人")


class MeetingPage(PageOut):
    """一页会议"""

    items: list[MeetingLine] = Field(title="会议")


class VoteOut(Schema):
    """一次表决；表决中没有票数，无记名表决没有各人意见"""

    number: int = Field(title="第几次")
    form: str = Field(title="方式")
    state: str = Field(title="状态")
    due: int = Field(title="应到")
    present: int = Field(title="实到")
    in_favour: int | None = Field(title="赞成")
    against: int | None = Field(title="反对")
    abstained: int | None = Field(title="弃权")
    not_voting: int | None = Field(title="到会未表决")
    invalid: int | None = Field(title="无效")
    passed: bool | None = Field(title="通过")
    ruling: dict[str, Any] = Field(title="依据")


class ItemOut(Schema):
    """一个议题"""

    order: int = Field(title="序号")
    title: str = Field(title="议题")
    category: str = Field(title="类别")
    state: str = Field(title="状态")
    result: str = Field(title="结果")
    decision: str = Field(title="决定")
    votes: list[VoteOut] = Field(title="表决")


class MeetingOut(MeetingLine):
    """一次会议：名册、到会、议题和表决"""

    due: list[PersonOut] = Field(title="应到")
    present: list[PersonOut] = Field(title="到会")
    agenda: list[ItemOut] = Field(title="议题")


class ResolutionLine(Schema):
    """一件决定事项"""

    id: int = Field(title="决定事项编号")
    number: str = Field(title="决定号")
    text: str = Field(title="决定事项")
    section: str = Field(title="责任科室")
    person: PersonOut = Field(title="责任人")
    lead: PersonOut = Field(title="牵头领导")
    due: date = Field(title="时限")
    state: str = Field(title="状态")
    percent: int = Field(title="进度")


class ResolutionPage(PageOut):
    """一页决定事项"""

    items: list[ResolutionLine] = Field(title="决定事项")


class ProgressOut(Schema):
    """督办的一条记录"""

    kind: str = Field(title="事项")
    text: str = Field(title="内容")
    percent: int | None = Field(title="进度")
    due: date | None = Field(title="新时限")
    by: PersonOut = Field(title="登记人")
    at: datetime = Field(title="时间")


class ResolutionOut(ResolutionLine):
    """一件决定事项和它的全部督办记录"""

    progress: list[ProgressOut] = Field(title="督办记录")


class FollowedOut(Schema):
    """督办登记的结果"""

    receipt: ReceiptOut = Field(title="回执")
    resolution: ResolutionLine = Field(title="决定事项")


def meeting_line(one: Meeting) -> dict[str, Any]:
    return {
        "id": one.pk, "kind": one.kind, "title": one.title, "turn": one.turn, "state": one.state,
        "starts_at": local(one.starts_at), "place": one.place, "host": person_out(one.host),
        "recorder": person_out(one.recorder),
    }  # fmt: skip


def meeting_whole(one: Meeting, at: datetime) -> dict[str, Any]:
    room = room_of(one, at)
    items = one.items.prefetch_related("votes")
    return {
        **meeting_line(one),
        "due": listed(person_out, [line.person for line in room.due]),
        "present": listed(person_out, [line.person for line in room.present]),
        "agenda": listed(item_out, items),
    }


def item_out(one: Item) -> Mapping[str, Any]:
    told = {
        name: getattr(one, name) for name in ("order", "title", "category", "state", "result", "decision")
    }
    return {**told, "votes": listed(vote_out, one.votes.all())}


def vote_out(one: Vote) -> Mapping[str, Any]:
    counts = ("in_favour", "against", "abstained", "not_voting", "invalid", "passed", "ruling")
    return {name: getattr(one, name) for name in ("number", "form", "state", "due", "present", *counts)}


def resolution_line(one: Resolution) -> dict[str, Any]:
    return {
        "id": one.pk, "number": one.number, "text": one.text, "section": one.section.name,
        "person": person_out(one.person), "lead": person_out(one.lead), "due": one.due, "state": one.state,
        "percent": one.percent,
    }  # fmt: skip


def resolution_whole(one: Resolution) -> dict[str, Any]:
    return {**resolution_line(one), "progress": listed(progress_out, one.progress.select_related("by"))}


def progress_out(one: Progress) -> Mapping[str, Any]:
    return {
        "kind": one.kind, "text": one.text, "percent": one.percent, "due": one.due, "by": person_out(one.by),
        "at": local(one.at),
    }  # fmt: skip
