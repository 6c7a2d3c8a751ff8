"""A resolution from the meeting to its end: progress, urging, extension, closing, evaluation, replacement."""

from datetime import date

import pytest

from tests.office.meetings.conftest import ALL, House
from tests.office.meetings.test_deciding import task, voted
from zhixing.law.refusal import Refusal
from zhixing.office.meetings.acts.conclude import conclude
from zhixing.office.meetings.acts.followup import (
    accept,
    answer_extension,
    ask_extension,
    end_early,
    evaluate,
    hand_in,
    is_late,
    report,
    send_back,
    urge,
)
from zhixing.office.meetings.acts.voting import Counts
from zhixing.office.meetings.models import Resolution


@pytest.fixture
def resolution(house: House) -> Resolution:
    meeting = house.opened("甲", present=ALL)
    item = house.discussed(meeting, "甲")
    voted(house, item, Counts(6, 0, 0))
    conclude(item=item, decision="同意。", task=task(house), **house.who("E008"))
    return Resolution.objects.get()


def test_progress_is_told_by_who_carries_it_out_and_never_goes_back(
    house: House, resolution: Resolution
) -> None:
    report(resolution=resolution, text="已开工。", percent=40, **house.who("E015"))
    with pytest.raises(Refusal) as refused:
        report(resolution=resolution, text="", percent=30, **house.who("E020"))
    assert {one.fact for one in refused.value.findings} == {"办理人", "进度", "进展"}
    resolution.refresh_from_db()
    assert resolution.percent == 40


def test_only_who_set_the_date_moves_it(house: House, resolution: Resolution) -> None:
    later = date(2026, 12, 31)
    ask_extension(resolution=resolution, text="材料未到。", due=later, **house.who("E015"))
    for number in ("E008", "E003", "E015"):
        with pytest.raises(Refusal):
            answer_extension(resolution=resolution, agreed=True, text="", **house.who(number))
    answer_extension(resolution=resolution, agreed=True, text="同意。", **house.who("E001"))
    resolution.refresh_from_db()
    assert resolution.due == later


def test_a_refused_extension_leaves_the_date(house: House, resolution: Resolution) -> None:
    due = resolution.due
    ask_extension(resolution=resolution, text="材料未到。", due=date(2026, 12, 31), **house.who("E015"))
    answer_extension(resolution=resolution, agreed=False, text="按期完成。", **house.who("E001"))
    resolution.refresh_from_db()
    assert resolution.due == due
    assert not is_late(resolution, house.at)


def test_an_earlier_date_is_no_extension(house: House, resolution: Resolution) -> None:
    with pytest.raises(Refusal) as refused:
        ask_extension(resolution=resolution, text="提前。", due=resolution.due, **house.who("E015"))
    assert [one.fact for one in refused.value.findings] == ["新时限"]


def test_urging_comes_from_the_office_or_the_host(house: House, resolution: Resolution) -> None:
    with pytest.raises(Refusal):
        urge(resolution=resolution, text="请抓紧。", **house.who("E015"))
    urge(resolution=resolution, text="请抓紧。", **house.who("E008"))
    assert [one.kind for one in resolution.progress.all()] == ["催办"]


def test_done_is_what_the_one_who_set_it_has_accepted(house: House, resolution: Resolution) -> None:
    hand_in(resolution=resolution, text="已完成。", **house.who("E015"))
    send_back(resolution=resolution, text="缺验收材料。", **house.who("E008"))
    hand_in(resolution=resolution, text="已补材料。", **house.who("E015"))
    with pytest.raises(Refusal):
        accept(resolution=resolution, text="属实。", **house.who("E008"))
    accept(resolution=resolution, text="属实。", **house.who("E001"))
    evaluate(resolution=resolution, text="达到预期。", **house.who("E008"))
    resolution.refresh_from_db()
    assert (resolution.state, resolution.percent) == ("已办结", 100)
    assert [one.kind for one in resolution.progress.all()] == ["报送办结", "退回", "报送办结", "办结", "评估"]


def test_a_resolution_ends_early_only_by_a_new_decision(house: House, resolution: Resolution) -> None:
    with pytest.raises(Refusal) as refused:
        end_early(resolution=resolution, text="情况有变。", **house.who("E001"))
    assert [(one.fact, one.clause) for one in refused.value.findings] == [("新的决定", "99-e")]
