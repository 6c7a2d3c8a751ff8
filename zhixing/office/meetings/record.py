"""The record of a meeting as plain data, made from what was entered: what the host checks and the seal is of."""

from __future__ import annotations

from typing import Any

from zhixing.office.meetings.models import Item, Meeting, Vote
from zhixing.office.meetings.now import room_of
from zhixing.organ.local_time import local


def record_of(meeting: Meeting) -> dict[str, Any]:
    """时间、地点、主持、记录、到会、列席、缺席, and each topic with its speeches, votes and decision (01-6.6)."""
    room = room_of(meeting, meeting.closed_at or meeting.starts_at)
    came = {one.person_id for one in meeting.presences.all() if one.kind in {"到会", "返回"}}
    mandate = meeting.mandates.filter(revoked_at=None).first()
    return {
        "会议": meeting.title, "类别": meeting.kind, "届次": f"{meeting.year}年第{meeting.turn}次",
        "开会": _stamp(meeting.opened_at), "散会": _stamp(meeting.closed_at), "地点": meeting.place,
        "主持": meeting.host.name, "委托": f"受{mandate.giver.name}委托：{mandate.reason}" if mandate else "",
        "记录": meeting.recorder.name, "代记原因": meeting.recorder_why, "临时召开": meeting.urgent_reason,
        "应到": [f"{line.person.name}（{line.post}）" for line in room.due],
        "到会": [line.person.name for line in room.due if line.person_id in came],
        "列席": _sitting(meeting, came), "缺席": _absent(meeting, room.due, came),
        "到会情况": [_event(one) for one in meeting.presences.select_related("person", "item")],
        "议题": [_item(one) for one in meeting.items.select_related("section", "reporter")],
    }  # fmt: skip


def _sitting(meeting: Meeting, came: set[int]) -> list[str]:
    due = {line.person_id for line in room_of(meeting, meeting.starts_at).due}
    told = meeting.invitations.select_related("person", "item").exclude(person__in=due)
    return [
        f"{one.person.name}{f'（第{one.item.order}项）' if one.item else ''}"
        for one in told
        if one.person_id in came
    ]


def _absent(meeting: Meeting, due: Any, came: set[int]) -> list[dict[str, str]]:
    asked = {one.person_id: one for one in meeting.absences.select_related("decided_by")}
    told = meeting.absent_opinions.filter(item=None)
    return [
        {
            "姓名": line.person.name,
            "原因": asked[line.person_id].reason if line.person_id in asked else "没有请假",
            "批复": asked[line.person_id].state if line.person_id in asked else "",
            "意见": "；".join(f"{one.form}：{one.text}" for one in told if one.person_id == line.person_id),
        }
        for line in due
        if line.person_id not in came
    ]


def _event(one: Any) -> dict[str, str]:
    return {
        "时间": f"{local(one.at):%H:%M}", "姓名": one.person.name, "情况": one.kind,
        "议题": one.item.title if one.item else "", "说明": one.note, "登记人": one.entered_by.name,
    }  # fmt: skip


def _item(item: Item) -> dict[str, Any]:
    return {
        "序号": item.order, "议题": item.title, "类别": item.category,
        "提出科室": item.section.name if item.section else "", "汇报人": item.reporter.name if item.reporter else "",
        "建议意见": item.proposal, "开始": _stamp(item.opened_at), "结束": _stamp(item.closed_at),
        "回避": [one.person.name for one in item.withdrawn.select_related("person")],
        "发言": [
            {"发言人": one.person.name, "性质": one.kind, "要点": one.text, "提示": one.finding}
            for one in item.speeches.select_related("person")
        ],
        "缺席意见": [
            {"姓名": one.person.name, "方式": one.form, "意见": one.text}
            for one in item.absent_opinions.select_related("person")
        ],
        "表决": [_vote(one) for one in item.votes.select_related("entered_by")],
        "分歧较大": item.divided, "紧急理由": item.emergency_reason,
        "结果": item.get_result_display(), "决定": item.decision, "说明": item.reason,
    }  # fmt: skip


def _vote(vote: Vote) -> dict[str, Any]:
    """Every kind of vote apart; whose a secret ballot is stands nowhere."""
    return {
        "第几次": vote.number, "方式": vote.get_form_display(), "纸质票": vote.on_paper,
        "再次表决的原因": vote.again_reason, "应到": vote.due, "实到": vote.present, "回避": vote.withdrawn,
        "赞成": vote.in_favour, "反对": vote.against, "弃权": vote.abstained, "到会未表决": vote.not_voting,
        "无效": vote.invalid, "计票登记人": vote.entered_by.name if vote.entered_by else "",
        "各人意见": {one.voter.name: one.choice for one in vote.named.select_related("voter")},
        "状态": vote.state, "通过": vote.passed, "依据": [one["cite"] for one in vote.ruling.get("because", ())],
        "推定": [one["text"] for one in vote.ruling.get("readings", ())],
    }  # fmt: skip


def _stamp(at: Any) -> str:
    return f"{local(at):%Y-%m-%d %H:%M}" if at else ""
