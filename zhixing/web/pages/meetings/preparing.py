"""The buttons of a meeting that is being prepared, in the words they carry on the page."""

from __future__ import annotations

from typing import Any

from django import forms

from zhixing.office.meetings.acts import absence, agenda, convene, hosting, notice
from zhixing.office.meetings.kinds import Kind
from zhixing.office.meetings.models import Meeting
from zhixing.organ.local_time import local
from zhixing.web.pages.meetings import forms as typed
from zhixing.web.pages.meetings.seen import due_people
from zhixing.web.pages.pressed import Button, written
from zhixing.web.requests import DeskRequest, looking


def buttons_of(request: DeskRequest, meeting: Meeting, kind: Kind) -> dict[str, Button]:
    """Every act of the page; the template offers those that now make sense, the act judges who may."""
    about: dict[str, Any] = {"meeting": meeting, "day": looking(request).day}
    own = {"meeting": meeting}
    return {**_agenda(request, kind, about), **_people(request, about), **_calling(request, meeting, own)}


def _agenda(request: DeskRequest, kind: Kind, about: dict[str, Any]) -> dict[str, Button]:
    meeting = about["meeting"]
    ready = kind.ready(meeting.organ)

    def filled(word: str, form: type[forms.Form], prefix: str, **given: Any) -> forms.Form:
        return written(request, word, form, prefix, **given)

    return {
        "列入议程": Button(
            "议题已列入议程。",
            filled("列入议程", typed.PutOnForm, "put", ready=ready),
            agenda.put_on,
            {"meeting": meeting},
        ),
        "增加议题": Button(
            "议题已列入议程。",
            filled("增加议题", typed.FreeForm, "free", **about),
            agenda.add_free,
            {"meeting": meeting},
        ),
        "撤出议题": Button(
            "议题已撤出。", filled("撤出议题", typed.TakeOffForm, "off", **about), agenda.take_off, {}
        ),
        "调整次序": Button(
            "次序已调整。", filled("调整次序", typed.MoveForm, "move", **about), agenda.move, {}
        ),
        "邀请列席": Button(
            "已邀请列席。",
            filled("邀请列席", typed.InviteForm, "invite", **about),
            agenda.invite,
            {"meeting": meeting},
        ),
    }


def _people(request: DeskRequest, about: dict[str, Any]) -> dict[str, Button]:
    meeting = about["meeting"]
    members = {**about, "people": due_people(meeting)}
    entrusting = written(request, "委托主持", typed.EntrustForm, "entrust", **members)
    recording = written(request, "指定代记人", typed.RecorderForm, "recorder", **about)
    telling = written(request, "登记缺席意见", typed.LetKnowForm, "opinion", **members)
    leaving = written(request, "请假", typed.ReasonForm, "leave", label="请假原因")
    answering = written(request, "批复请假", typed.AnswerForm, "answer", meeting=meeting)
    own = {"meeting": meeting}
    buttons = {
        "委托主持": Button("已委托主持。", entrusting, hosting.entrust, own),
        "指定代记人": Button("记录人已更换。", recording, convene.appoint_recorder, own),
        "登记缺席意见": Button("意见已登记，记入会议记录，不计票。", telling, absence.let_know, own),
        "请假": Button("已请假，请等召集人批复。", leaving, absence.ask_leave, own),
        "批复请假": Button("请假已批复。", answering, absence.answer_leave, {}),
    }
    mandate = meeting.mandates.filter(revoked_at=None).first()
    if mandate is not None:
        taking = written(request, "收回委托", forms.Form, "back")
        buttons["收回委托"] = Button("委托已收回。", taking, hosting.take_back, {"mandate": mandate})
    return buttons


def _calling(request: DeskRequest, meeting: Meeting, own: dict[str, Any]) -> dict[str, Button]:
    standing = {"title": meeting.title, "starts_at": local(meeting.starts_at), "place": meeting.place}
    sending = written(request, "发出通知", typed.NoticeForm, "notice")
    changing = written(request, "调整安排", typed.PlaceForm, "change", initial=standing)
    ending = written(request, "取消会议", typed.ReasonForm, "off", label="取消的原因")
    return {
        "发出通知": Button("会议通知已发出，名册同时确定。", sending, notice.send_notice, own),
        "调整安排": Button("会议安排已改动。", changing, convene.change, own),
        "取消会议": Button("会议已取消。", ending, convene.call_off, own),
    }
