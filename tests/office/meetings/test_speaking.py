"""What is said to a topic, in which order, and how a divided topic ends."""

import pytest

from tests.office.meetings.conftest import ALL, House
from tests.office.meetings.test_deciding import task, voted
from zhixing.law.refusal import Refusal
from zhixing.office.meetings.acts.closing import close_meeting
from zhixing.office.meetings.acts.conclude import conclude, declare_divided, passed_on, postpone
from zhixing.office.meetings.acts.speech import HOST_LAST, speak
from zhixing.office.meetings.acts.voting import Counts, open_vote


def test_a_much_divided_topic_is_adopted_in_an_emergency_only(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    item = house.discussed(meeting, "甲")
    declare_divided(item=item, divided=True, **house.who("E008"))
    voted(house, item, Counts(4, 2, 0))
    with pytest.raises(Refusal) as refused:
        conclude(item=item, decision="同意。", task=task(house), **house.who("E008"))
    assert [one.fact for one in refused.value.findings] == ["紧急理由"]
    conclude(
        item=item, decision="同意。", task=task(house), emergency_reason="防汛抢险。", **house.who("E008")
    )
    item.refresh_from_db()
    assert (item.result, item.emergency_reason) == ("通过", "防汛抢险。")


def test_a_much_divided_topic_may_be_put_off_after_the_vote(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    item = house.discussed(meeting, "甲")
    declare_divided(item=item, divided=True, **house.who("E008"))
    voted(house, item, Counts(4, 2, 0))
    postpone(item=item, reason="分歧较大。", **house.who("E008"))
    item.refresh_from_db()
    assert item.result == "暂缓"


def test_the_host_speaking_first_is_minuted_and_stops_nothing(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    item = house.discussed(meeting, "甲")
    speak(item=item, person=house.person("E001"), kind="发言", text="我看可以。", **house.who("E008"))
    speak(item=item, person=house.person("E002"), kind="发言", text="同意。", **house.who("E008"))
    speak(item=item, person=house.person("E001"), kind="主持人表态", text="同意。", **house.who("E008"))
    assert list(item.speeches.values_list("order", "finding")) == [(1, HOST_LAST), (2, ""), (3, "")]


def test_nobody_speaks_after_the_host_has_closed(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    item = house.discussed(meeting, "甲")
    speak(item=item, person=house.person("E002"), kind="发言", text="同意。", **house.who("E008"))
    speak(item=item, person=house.person("E001"), kind="主持人表态", text="同意。", **house.who("E008"))
    with pytest.raises(Refusal) as refused:
        speak(item=item, person=house.person("E003"), kind="发言", text="我补充。", **house.who("E008"))
    assert [(one.fact, one.clause) for one in refused.value.findings] == [("发言次序", "99-l")]


def test_the_absent_do_not_speak_and_sitters_speak_as_such(house: House) -> None:
    meeting = house.opened("甲", present=(*ALL[:4], "E008"))
    item = house.discussed(meeting, "甲")
    with pytest.raises(Refusal) as refused:
        speak(item=item, person=house.person("E007"), kind="发言", text="同意。", **house.who("E008"))
    assert [one.fact for one in refused.value.findings] == ["发言人"]
    with pytest.raises(Refusal):
        speak(item=item, person=house.person("E008"), kind="发言", text="说明。", **house.who("E008"))
    speak(item=item, person=house.person("E008"), kind="列席发言", text="说明。", **house.who("E008"))


def test_a_personnel_topic_is_explained_before_its_vote(house: House) -> None:
    meeting = house.opened("任免", present=ALL, category="干部任免")
    item = house.discussed(meeting, "任免")
    with pytest.raises(Refusal) as refused:
        open_vote(item=item, form="无记名", **house.who("E008"))
    assert [one.fact for one in refused.value.findings] == ["人事说明"]
    speak(item=item, person=house.person("E002"), kind="人事说明", text="人选情况。", **house.who("E008"))
    assert open_vote(item=item, form="无记名", **house.who("E008"))


def test_a_meeting_does_not_close_over_an_open_topic(house: House) -> None:
    meeting = house.opened("甲", "乙", present=ALL)
    passed_on(item=house.discussed(meeting, "甲"), text="传达了文件精神。", **house.who("E008"))
    with pytest.raises(Refusal) as refused:
        close_meeting(meeting=meeting, **house.who("E008"))
    assert [one.found for one in refused.value.findings] == ["“乙”还没有结果"]
