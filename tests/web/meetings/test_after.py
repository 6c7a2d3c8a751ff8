"""After a meeting: the record checked and sealed, the summary signed, what was resolved followed to its end."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from tests.web.meetings.rooms import Rooms
from zhixing.office.meetings.models import Correction, Meeting, Minutes, Resolution, Summary

TASKS = "/meetings/resolutions/"


def of(meeting: Meeting, part: str) -> str:
    return f"/meetings/{meeting.pk}/{part}/"


def resolved(rooms: Rooms) -> Resolution:
    return rooms.party.resolution(rooms.party.sealed())


def test_the_record_is_handed_in_returned_and_sealed(rooms: Rooms) -> None:
    meeting = rooms.party.closed()
    page = of(meeting, "minutes")
    assert "赞成5票，反对0票" in rooms.read("E002", page)
    assert rooms.press("E001", page, "送核").status_code == 422
    assert rooms.press("E008", page, "送核").status_code == 302
    assert rooms.press("E008", page, "锁定").status_code == 422
    assert rooms.press("E001", page, "退回", **{"back-reason": "漏记发言"}).status_code == 302
    assert "主持人退回：漏记发言" in rooms.read("E008", page)
    assert rooms.press("E008", page, "送核").status_code == 302
    assert rooms.press("E001", page, "锁定").status_code == 302
    minutes = Minutes.objects.get()
    assert minutes.hash in rooms.read("E002", page)


def test_a_correction_stands_beside_and_is_confirmed_by_the_host(rooms: Rooms) -> None:
    page = of(rooms.party.sealed(), "minutes")
    empty = rooms.press("E008", page, "登记更正", **{"correct-place": "第1项"})
    assert (empty.status_code, empty.content.decode().count("没有填写")) == (422, 2)
    typed = {"correct-place": "第1项", "correct-text": "陈书岚发言", "correct-reason": "写错姓名"}
    assert rooms.press("E008", page, "登记更正", **typed).status_code == 302
    confirm = {"confirm-correction": Correction.objects.get().pk}
    assert rooms.press("E008", page, "确认更正", **confirm).status_code == 422
    assert rooms.press("E001", page, "确认更正", **confirm).status_code == 302
    assert "已确认" in rooms.read("E002", page)


def test_the_summary_is_written_signed_and_then_stands(rooms: Rooms) -> None:
    meeting = rooms.party.sealed()
    page = of(meeting, "summary")
    texts = {f"summary-item_{item.pk}": f"会议议定：{item.title}。" for item in meeting.items.all()}
    assert rooms.press("E008", page, "保存", **{"summary-sent_to": "党组成员。"}).status_code == 422
    assert rooms.press("E008", page, "保存", **texts, **{"summary-sent_to": "党组成员。"}).status_code == 302
    assert "签发以后编号" in rooms.read("E002", page)
    assert rooms.press("E008", page, "签发").status_code == 422
    assert rooms.press("E001", page, "签发").status_code == 302
    assert str(Summary.objects.get()) == "党组会议纪要〔2026〕第1期"
    changed = rooms.press("E008", page, "保存", **texts, **{"summary-sent_to": "全局。"})
    assert (changed.status_code, "已经印发" in changed.content.decode()) == (422, True)


def test_no_summary_before_the_record_is_sealed(rooms: Rooms) -> None:
    assert rooms.get("E008", of(rooms.party.closed(), "summary")).status_code == 404


def test_an_extract_is_for_its_section_and_those_of_the_meeting(rooms: Rooms) -> None:
    summary = rooms.party.issued()
    task = rooms.party.resolution(summary.meeting)
    own = of(summary.meeting, f"summary/extract/{task.section_id}")
    assert rooms.get("E011", own).status_code == 200  # who carries it out, of that section
    assert rooms.get("E002", own).status_code == 200
    outside = rooms.party.person("E030")
    assert rooms.get(outside.number, own).status_code == 404


def test_a_resolution_is_seen_by_who_carries_it_out_and_the_meeting_only(rooms: Rooms) -> None:
    task = resolved(rooms)
    page = f"{TASKS}{task.pk}/"
    for number in ("E001", "E002", "E008", "E011"):
        assert rooms.get(number, page).status_code == 200
    assert rooms.get("E030", page).status_code == 404
    assert task.number not in rooms.read("E030", TASKS, show="全部")
    assert "没有由您落实的决定事项" in rooms.read("E030", TASKS, show="我负责的")
    assert task.number in rooms.read("E011", TASKS, show="我负责的")


def test_a_resolution_is_followed_to_its_end(rooms: Rooms) -> None:
    page = f"{TASKS}{resolved(rooms).pk}/"
    report = {"report-percent": 40, "report-text": "已完成初稿"}
    assert rooms.press("E008", page, "登记进展", **report).status_code == 422
    assert rooms.press("E011", page, "登记进展", **report).status_code == 302
    assert rooms.press("E011", page, "登记进展", **{**report, "report-percent": 30}).status_code == 422
    assert rooms.press("E008", page, "催办", **{"urge-text": "请抓紧"}).status_code == 302
    more = {"more-due": "2026-12-31", "more-text": "等上级数据"}
    assert rooms.press("E011", page, "申请延期", **more).status_code == 302
    assert "申请延到2026年12月31日" in rooms.read("E001", page)
    answer = {"answer-agreed": "yes", "answer-text": "同意"}
    assert rooms.press("E008", page, "批复延期", **answer).status_code == 422
    assert rooms.press("E001", page, "批复延期", **answer).status_code == 302
    assert rooms.press("E011", page, "报送办结", **{"done-text": "已报送财政局"}).status_code == 302
    assert rooms.press("E001", page, "办结", **{"accept-text": "属实"}).status_code == 302
    assert rooms.press("E008", page, "登记评估", **{"evaluate-text": "效果良好"}).status_code == 302
    trail = rooms.read("E011", page)
    for said in ("已完成初稿", "请抓紧", "同意延期", "已报送财政局", "效果良好", "已办结"):
        assert said in trail
    task = Resolution.objects.get()
    assert (task.state, task.percent, f"{task.due}") == ("已办结", 100, "2026-12-31")


def test_the_follow_up_list_is_searched_and_exported(rooms: Rooms) -> None:
    task = resolved(rooms)
    assert task.number in rooms.read("E008", TASKS, q="预算")
    assert "换一个词再搜" in rooms.read("E008", TASKS, q="没有的词")
    answer = rooms.get("E008", TASKS, export="xlsx")
    sheet = load_workbook(io.BytesIO(b"".join(answer))).worksheets[0]
    assert sheet["A4"].value == task.number
