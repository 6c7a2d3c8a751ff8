"""Calling a meeting by its pages: the list, the agenda, hosting, notice and its readers, leave, papers."""

from __future__ import annotations

import io

import pytest
from docx import Document

from tests.web.meetings.rooms import Rooms
from zhixing.office.meetings.models import Absence, Invitation, Meeting

LIST, NEW = "/meetings/", "/meetings/new/"
TYPED = {
    "meeting-name": "党组会议", "meeting-starts_at": "2026-11-26T09:00", "meeting-place": "三楼会议室",
}  # fmt: skip


def of(meeting: Meeting) -> str:
    return f"/meetings/{meeting.pk}/"


def test_the_office_director_plans_a_meeting_and_the_convener_may_too(rooms: Rooms) -> None:
    assert "新建会议" in rooms.read("E008", LIST)
    done = rooms.press("E008", NEW, "新建会议", **TYPED)
    meeting = Meeting.objects.get()
    assert (done.status_code, done.headers["Location"]) == (302, of(meeting))
    assert meeting.title == "2026年11月26日党组会议"
    assert meeting.host.number == "E001"
    clash = rooms.press("E001", NEW, "新建会议", **TYPED)
    assert clash.status_code == 422
    assert "同一时间已有一次同样的会议" in clash.content.decode()


def test_whoever_neither_keeps_the_office_nor_convenes_is_told_so(rooms: Rooms) -> None:
    assert "您不能召集会议" in rooms.read("E011", NEW)
    assert "新建会议" not in rooms.read("E011", LIST)
    assert rooms.press("E011", NEW, "新建会议", **TYPED).status_code == 422
    assert not Meeting.objects.exists()


def test_everything_wrong_with_a_plan_is_said_at_once(rooms: Rooms) -> None:
    typed = {**TYPED, "meeting-starts_at": "2026-11-19T09:00", "meeting-place": "　"}
    refused = rooms.press("E008", NEW, "新建会议", **typed)
    assert refused.status_code == 422
    again = {**TYPED, "meeting-starts_at": "2026-11-19T09:00"}
    assert "晚于现在" in rooms.press("E008", NEW, "新建会议", **again).content.decode()


def test_before_the_notice_only_office_and_host_know_of_it(rooms: Rooms) -> None:
    meeting = rooms.party.planned()
    assert rooms.get("E008", of(meeting)).status_code == 200
    assert rooms.get("E001", of(meeting)).status_code == 200
    for number in ("E002", "E011", "E020"):
        assert rooms.get(number, of(meeting)).status_code == 404
        assert meeting.title not in rooms.read(number, LIST)


def test_another_organ_finds_nothing(rooms: Rooms) -> None:
    summary = rooms.party.issued()
    base, task = of(summary.meeting), rooms.party.resolution(summary.meeting)
    pages = (
        base, f"{base}room/", f"{base}room/now/", f"{base}room/controls/", f"{base}minutes/", f"{base}summary/",
        f"{base}notice/", f"{base}sign-in-sheet/", f"{base}minutes/print/", f"{base}summary/print/",
        f"{base}summary/word/", f"{base}summary/extract/{task.section_id}/", f"/meetings/resolutions/{task.pk}/",
    )  # fmt: skip
    for page in pages:
        with rooms.clock():
            assert rooms.stranger().get(page).status_code == 404, page
    with rooms.clock():
        assert summary.meeting.title not in rooms.stranger().get(LIST, {"show": "全部"}).content.decode()


def test_topics_are_listed_moved_and_taken_off(rooms: Rooms) -> None:
    meeting = rooms.party.planned()
    third = meeting.items.get(order=3)
    moved = rooms.press("E008", of(meeting), "调整次序", **{"move-item": third.pk, "move-place": 2})
    assert moved.status_code == 302
    third.refresh_from_db()
    assert third.order == 2
    empty = rooms.press("E008", of(meeting), "撤出议题", **{"off-item": third.pk, "off-reason": ""})
    assert (empty.status_code, "撤出的原因" in empty.content.decode()) == (422, True)
    done = rooms.press("E008", of(meeting), "撤出议题", **{"off-item": third.pk, "off-reason": "材料不齐"})
    assert done.status_code == 302
    assert "撤回：材料不齐" in rooms.read("E008", of(meeting))


def test_only_ready_topics_can_be_put_on(rooms: Rooms) -> None:
    meeting = rooms.party.planned()
    off = meeting.items.get(order=1)
    rooms.press("E008", of(meeting), "撤出议题", **{"off-item": off.pk, "off-reason": "材料不齐"})
    listed = rooms.press("E008", of(meeting), "列入议程", **{"put-source": f"trial:{off.title}"})
    assert listed.status_code == 302
    assert meeting.items.filter(title=off.title, state="待议").exists()
    wrong = rooms.press("E008", of(meeting), "列入议程", **{"put-source": "trial:没有的议题"})
    assert wrong.status_code == 422


def test_the_notice_tells_who_has_not_read_it(rooms: Rooms) -> None:
    meeting = rooms.party.planned()
    assert rooms.press("E008", of(meeting), "发出通知").status_code == 302
    name = rooms.party.person("E003").name
    shown = rooms.read("E008", of(meeting))
    assert "1人已阅" in shown  # the office director, by opening the page
    assert name in shown.split("未阅", 2)[2]
    assert rooms.get("E003", of(meeting)).status_code == 200
    assert "2人已阅" in rooms.read("E008", of(meeting))


def test_a_late_notice_is_refused_unless_urgent(rooms: Rooms) -> None:
    meeting = rooms.party.planned()
    Meeting.objects.filter(pk=meeting.pk).update(starts_at="2026-11-20T06:00:00Z")
    late = rooms.press("E008", of(meeting), "发出通知")
    assert (late.status_code, "个工作日通知" in late.content.decode()) == (422, True)
    urgent = rooms.press("E008", of(meeting), "发出通知", **{"notice-urgent_reason": "防汛应急"})
    assert urgent.status_code == 302
    assert "防汛应急" in rooms.read("E001", of(meeting))


def test_hosting_is_given_to_a_member_and_taken_back(rooms: Rooms) -> None:
    meeting = rooms.party.planned()
    second = rooms.party.person("E002")
    given = {"entrust-receiver": second.pk, "entrust-reason": "赴市里开会"}
    assert rooms.press("E008", of(meeting), "委托主持", **given).status_code == 422
    assert rooms.press("E001", of(meeting), "委托主持", **given).status_code == 302
    assert f"{second.name}（受{rooms.party.person('E001').name}委托，赴市里开会）" in rooms.read(
        "E002", of(meeting)
    )
    assert rooms.press("E001", of(meeting), "收回委托").status_code == 302
    meeting.refresh_from_db()
    assert meeting.host.number == "E001"


def test_leave_is_asked_of_the_convener_and_answered(rooms: Rooms) -> None:
    meeting = rooms.party.noticed()
    assert rooms.press("E004", of(meeting), "请假", **{"leave-reason": ""}).status_code == 422
    assert rooms.press("E004", of(meeting), "请假", **{"leave-reason": "赴省厅培训"}).status_code == 302
    absence = Absence.objects.get()
    answer = {"answer-absence": absence.pk, "answer-agreed": "yes"}
    assert rooms.press("E008", of(meeting), "批复请假", **answer).status_code == 422
    assert "准假" in rooms.read("E001", of(meeting))
    assert rooms.press("E001", of(meeting), "批复请假", **answer).status_code == 302
    told = {
        "opinion-person": rooms.party.person("E004").pk, "opinion-item": meeting.items.get(order=1).pk,
        "opinion-form": "书面", "opinion-text": "赞成预算草案",
    }  # fmt: skip
    assert rooms.press("E004", of(meeting), "登记缺席意见", **told).status_code == 302
    assert "只记入会议记录，不计入票数" in rooms.read("E001", of(meeting))


def test_who_is_invited_for_a_topic_sees_that_topic_alone(rooms: Rooms) -> None:
    meeting = rooms.party.noticed()
    seen = rooms.read("E011", of(meeting))
    assert "审议2027年度部门预算草案" in seen
    assert "办公用房" not in seen
    assert Invitation.objects.get(meeting=meeting, person__number="E011").read_at is not None
    assert "请我列席的议题" in rooms.read("E011", LIST)
    for part in ("room/", "room/now/", "notice/", "sign-in-sheet/"):
        assert rooms.get("E011", f"{of(meeting)}{part}").status_code == 404
    assert rooms.press("E011", of(meeting), "取消会议", **{"off-reason": "不开了"}).status_code == 404


def test_a_meeting_is_called_off_with_its_reason(rooms: Rooms) -> None:
    meeting = rooms.party.noticed()
    assert rooms.press("E002", of(meeting), "取消会议", **{"off-reason": "改期"}).status_code == 422
    assert rooms.press("E008", of(meeting), "取消会议", **{"off-reason": "改期"}).status_code == 302
    assert "已取消：改期" in rooms.read("E002", of(meeting))


@pytest.mark.parametrize("show", ["将要召开", "我参加的", "已经召开", "全部"])
def test_an_empty_list_says_what_to_do(rooms: Rooms, show: str) -> None:
    assert "没有" in rooms.read("E011", LIST, show=show)


def test_the_calendar_holds_ones_own_meetings(rooms: Rooms) -> None:
    meeting = rooms.party.noticed()
    file = rooms.get("E002", "/meetings/calendar/").content.decode()
    assert "DTSTART:20261124T010000Z" in file
    assert "LOCATION:三楼会议室" in file
    assert "审议2027" in rooms.get("E011", "/meetings/calendar/").content.decode()
    assert "BEGIN:VEVENT" not in rooms.get("E020", "/meetings/calendar/").content.decode()
    rooms.press("E008", of(meeting), "取消会议", **{"off-reason": "改期"})
    assert "STATUS:CANCELLED" in rooms.get("E002", "/meetings/calendar/").content.decode()


def test_papers_come_as_files(rooms: Rooms) -> None:
    summary = rooms.party.issued()
    base = of(summary.meeting)
    for part in ("notice/", "sign-in-sheet/", "minutes/print/", "summary/print/"):
        answer = rooms.get("E002", f"{base}{part}")
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    word = b"".join(rooms.get("E002", f"{base}summary/word/"))
    assert Document(io.BytesIO(word)).paragraphs[0].text.endswith("党组会议纪要")
    assert rooms.get("E020", f"{base}summary/print/").status_code == 404
