"""The record is made from what happened, sealed by the host, corrected beside; the summary is numbered."""

import pytest

from tests.office.meetings.conftest import ALL, House
from tests.office.meetings.test_deciding import task, voted
from zhixing.law.refusal import Refusal
from zhixing.office.meetings.acts.absence import answer_leave, ask_leave, let_know
from zhixing.office.meetings.acts.closing import close_meeting
from zhixing.office.meetings.acts.conclude import conclude
from zhixing.office.meetings.acts.minutes import (
    confirm_correction,
    correct,
    is_untouched,
    return_minutes,
    seal_minutes,
    submit_minutes,
)
from zhixing.office.meetings.acts.opening import open_meeting
from zhixing.office.meetings.acts.summary import draft_summary, issue_summary
from zhixing.office.meetings.acts.voting import Counts
from zhixing.office.meetings.models import Meeting, Minutes, Summary


def held(house: House) -> Meeting:
    """Five of six are here, one asked for leave and let an opinion know; one topic is adopted."""
    meeting = house.noticed("甲")
    ask_leave(meeting=meeting, reason="住院。", **house.who("E007"))
    answer_leave(absence=meeting.absences.get(), agreed=True, **house.who("E001"))
    let_know(
        meeting=meeting, item=meeting.items.get(), person=house.person("E007"), form="书面", text="同意。",
        **house.who("E007"),
    )  # fmt: skip
    house.come(meeting, *ALL[:5], "E008")
    open_meeting(meeting=meeting, **house.who("E008"))
    item = house.discussed(meeting, "甲")
    voted(house, item, Counts(4, 0, 1))
    conclude(item=item, decision="同意按方案办理。", task=task(house), **house.who("E008"))
    close_meeting(meeting=meeting, **house.who("E008"))
    meeting.refresh_from_db()
    return meeting


def sealed(house: House) -> Minutes:
    meeting = held(house)
    submit_minutes(meeting=meeting, **house.who("E008"))
    minutes = Minutes.objects.get()
    seal_minutes(minutes=minutes, **house.who("E001"))
    minutes.refresh_from_db()
    return minutes


def test_the_record_holds_everything_that_was_entered(house: House) -> None:
    content = sealed(house).content
    assert content["到会"] == ["林启衡", "陈书岚", "周砚青", "吴慕川", "郑伯言"]
    assert content["列席"] == ["叶知秋"]
    assert content["缺席"] == [{"姓名": "徐望舒", "原因": "住院。", "批复": "准假", "意见": ""}]
    (topic,) = content["议题"]
    assert topic["缺席意见"] == [{"姓名": "徐望舒", "方式": "书面", "意见": "同意。"}]
    (vote,) = topic["表决"]
    figures = {
        name: vote[name] for name in ("应到", "实到", "赞成", "反对", "弃权", "到会未表决", "无效", "回避")
    }
    assert figures == {
        "应到": 6, "实到": 5, "赞成": 4, "反对": 0, "弃权": 1, "到会未表决": 0, "无效": 0, "回避": 0,
    }  # fmt: skip
    assert (topic["结果"], topic["决定"]) == ("通过", "同意按方案办理。")


def test_only_the_host_seals(house: House) -> None:
    meeting = held(house)
    submit_minutes(meeting=meeting, **house.who("E008"))
    with pytest.raises(Refusal):
        seal_minutes(minutes=Minutes.objects.get(), **house.who("E008"))


def test_a_returned_record_is_drawn_up_anew(house: House) -> None:
    meeting = held(house)
    submit_minutes(meeting=meeting, **house.who("E008"))
    minutes = Minutes.objects.get()
    with pytest.raises(Refusal):
        submit_minutes(meeting=meeting, **house.who("E008"))
    return_minutes(minutes=minutes, reason="发言要点不全。", **house.who("E001"))
    with pytest.raises(Refusal):
        seal_minutes(minutes=minutes, **house.who("E001"))
    submit_minutes(meeting=meeting, **house.who("E008"))
    seal_minutes(minutes=minutes, **house.who("E001"))
    meeting.refresh_from_db()
    assert meeting.state == "已锁定"


def test_a_sealed_record_shows_whoever_changed_it(house: House) -> None:
    minutes = sealed(house)
    assert is_untouched(minutes)
    minutes.content["议题"][0]["决定"] = "不同意。"
    assert not is_untouched(minutes)


def test_corrections_stand_beside_the_sealed_record(house: House) -> None:
    minutes = sealed(house)
    before = dict(minutes.content)
    correct(
        minutes=minutes, place="第1项发言", text="徐望舒改为许望舒。", reason="笔误。", **house.who("E008")
    )
    correction = minutes.corrections.get()
    with pytest.raises(Refusal):
        confirm_correction(correction=correction, **house.who("E008"))
    confirm_correction(correction=correction, **house.who("E001"))
    minutes.refresh_from_db()
    assert (minutes.content, is_untouched(minutes)) == (before, True)


def test_a_correction_says_where_what_and_why(house: House) -> None:
    with pytest.raises(Refusal) as refused:
        correct(minutes=sealed(house), place="", text="", reason="", **house.who("E008"))
    assert [one.fact for one in refused.value.findings] == ["更正何处", "更正为", "原因"]


def test_nothing_is_corrected_before_the_seal(house: House) -> None:
    meeting = held(house)
    submit_minutes(meeting=meeting, **house.who("E008"))
    with pytest.raises(Refusal):
        correct(minutes=Minutes.objects.get(), place="甲", text="乙", reason="笔误。", **house.who("E008"))


def test_the_summary_is_numbered_when_it_is_signed(house: House) -> None:
    meeting = sealed(house).meeting
    item = meeting.items.get()
    draft_summary(
        meeting=meeting, texts={item.pk: "会议同意。"}, sent_to="局领导，各科室", **house.who("E008")
    )
    summary = Summary.objects.get()
    assert summary.number is None
    issue_summary(summary=summary, **house.who("E001"))
    summary.refresh_from_db()
    assert str(summary) == "试会纪要〔2026〕第1期"
    assert summary.content[0]["责任科室"] == "产业发展科"
    with pytest.raises(Refusal):
        draft_summary(meeting=meeting, texts={item.pk: "改。"}, sent_to="局领导", **house.who("E008"))


def test_a_summary_leaves_no_topic_out(house: House) -> None:
    with pytest.raises(Refusal) as refused:
        draft_summary(meeting=sealed(house).meeting, texts={}, sent_to="", **house.who("E008"))
    assert [one.fact for one in refused.value.findings] == ["“甲”的议定事项", "分送"]
