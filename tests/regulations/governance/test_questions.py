"""议题归属, 到会, 表决, 主持, 上会条件, 中心组出席, 中心组天数: against an independent count and at their edges."""

import pytest

from tests.regulations.governance.asking import ON, outcome, refused, ruling
from zhixing.law.decide import prepare
from zhixing.law.parameters import Override
from zhixing.law.refusal import Refusal
from zhixing.regulations.governance.book import BOOK
from zhixing.regulations.governance.facts import CATEGORIES

SIZES = [*range(1, 13), 49, 50, 51, 99, 100, 150, 199, 200]
PARTY, CHIEFS, LIFE = "党组会议", "局长办公会议", "民主生活会"


@pytest.mark.parametrize("due", range(1, 201))
def test_every_presence_of_every_size_is_judged_as_counted_on_fingers(due: int) -> None:
    ask = prepare(BOOK, "到会", on=ON)
    for present in range(due + 1):
        ordinary = ask({"会议": PARTY, "议题类别": "一般", "应到": due, "实到": present}).outcome
        personnel = ask({"会议": PARTY, "议题类别": "干部任免", "应到": due, "实到": present}).outcome
        chiefs = ask({"会议": CHIEFS, "议题类别": "一般", "应到": due, "实到": present}).outcome
        assert ordinary == {"可议": 2 * present >= due, "至少": due - due // 2}
        assert personnel == {"可议": 3 * present >= 2 * due, "至少": (2 * due + 2) // 3}
        assert chiefs == ordinary


@pytest.mark.parametrize("due", SIZES)
def test_every_vote_that_may_be_held_is_judged_as_counted_on_fingers(due: int) -> None:
    ask = prepare(BOOK, "表决", on=ON)
    for present in {due, max(1, (2 * due + 2) // 3)}:
        for in_favour in range(present + 1):
            for meeting, topic in ((PARTY, "一般"), (PARTY, "干部任免"), (CHIEFS, "一般")):
                facts = {"会议": meeting, "议题类别": topic, "应到": due, "实到": present, "赞成": in_favour}
                assert ask(facts).outcome == {"通过": in_favour > due - in_favour, "至少": due // 2 + 1}


@pytest.mark.parametrize("due", range(2, 201, 2))
def test_exactly_half_in_favour_never_passes(due: int) -> None:
    facts = {"会议": PARTY, "应到": str(due), "实到": str(due), "赞成": str(due // 2)}
    assert outcome("表决", **facts)["通过"] == "否"


def test_a_personnel_topic_on_the_chiefs_meeting_is_a_finding_that_says_where_it_belongs() -> None:
    (found,) = refused("到会", 会议=CHIEFS, 议题类别="干部任免", 应到="5", 实到="5")
    assert found.clause == "01-5"
    assert PARTY in found.expected
    assert "第五条" in found.cite


def test_an_ordinary_topic_is_meant_where_nothing_is_said() -> None:
    asked = ruling("到会", 会议=PARTY, 应到="6", 实到="3")
    assert asked.shown == {"可议": "是", "至少": "3"}
    assert asked.facts_shown["议题类别"] == "一般"


def test_two_thirds_of_six_are_four_in_the_democratic_life_meeting() -> None:
    """B13-03, by the reading N3.9."""
    asked = ruling("到会", 会议=LIFE, 应到="6", 实到="4")
    assert asked.shown == {"可议": "是", "至少": "4"}
    assert [reading.id for reading in asked.readings] == ["N3.9"]
    assert outcome("到会", 会议=LIFE, 应到="6", 实到="3")["可议"] == "否"


def test_the_chiefs_meeting_says_that_its_threshold_is_a_reading() -> None:
    asked = ruling("到会", 会议=CHIEFS, 应到="5", 实到="3")
    assert [reading.id for reading in asked.readings] == ["G-02"]
    assert [reason.clause for reason in asked.because] == ["01-8.2"]
    assert ruling("到会", 会议=PARTY, 应到="5", 实到="3").readings == ()


def test_an_organ_may_switch_the_threshold_of_the_chiefs_meeting_off() -> None:
    own = {"办公会到会比例": Override("0%", ON, "会议决定")}
    ask = prepare(BOOK, "到会", on=ON, overrides=own)
    assert ask({"会议": CHIEFS, "议题类别": "一般", "应到": 5, "实到": 1}).outcome["可议"] is True


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({"应到": "0", "实到": "0", "赞成": "0"}, {"应到"}),
        ({"应到": "6", "实到": "7", "赞成": "4"}, {"实到"}),
        ({"应到": "6", "实到": "4", "赞成": "5"}, {"赞成"}),
        ({"应到": "6", "实到": "2", "赞成": "2"}, {"实到"}),
        ({"应到": "6", "实到": "0", "赞成": "0"}, {"实到"}),
        ({"应到": "6", "实到": "7", "赞成": "8"}, {"实到", "赞成"}),
    ],
)
def test_counts_that_cannot_be_are_all_found_at_once(facts: dict[str, str], wrong: set[str]) -> None:
    assert {found.fact for found in refused("表决", 会议=PARTY, **facts)} == wrong


def test_below_the_quorum_the_finding_names_present_needed_and_missing() -> None:
    (found,) = refused("表决", 会议=PARTY, 议题类别="干部任免", 应到="6", 实到="3", 赞成="3")
    assert found.found == "3人"
    assert found.expected == "应到6人，至少到4人，还差1人"
    assert found.clause == "01-6.4"


def test_six_plus_four_plus_three_votes_of_ten_cannot_be() -> None:
    """E15: more in favour than present."""
    (found,) = refused("表决", 会议=PARTY, 应到="12", 实到="10", 赞成="13")
    assert found.fact == "赞成"


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_category_belongs_to_exactly_one_meeting(category: str) -> None:
    of_party = CATEGORIES.index(category) < 5
    asked = ruling("议题归属", 类别=category)
    assert asked.shown["会议"] == (PARTY if of_party else CHIEFS)
    assert [reason.clause for reason in asked.because] == ["01-5" if of_party else "01-7"]


@pytest.mark.parametrize(
    ("meeting", "standing", "entrusted", "may"),
    [
        (PARTY, "书记", "否", "是"),
        (PARTY, "党组成员", "是", "是"),
        (PARTY, "党组成员", "否", "否"),
        (PARTY, "局长", "是", "否"),
        (PARTY, "副局长", "是", "否"),
        (PARTY, "其他", "是", "否"),
        (CHIEFS, "局长", "否", "是"),
        (CHIEFS, "副局长", "是", "是"),
        (CHIEFS, "副局长", "否", "否"),
        (CHIEFS, "党组成员", "是", "否"),
        (CHIEFS, "书记", "否", "否"),
        (LIFE, "书记", "否", "是"),
        (LIFE, "党组成员", "是", "否"),
        ("全体会议", "局长", "否", "是"),
        ("专题会议", "副局长", "否", "是"),
        ("专题会议", "其他", "是", "否"),
    ],
)
def test_who_may_host_which_meeting(meeting: str, standing: str, entrusted: str, may: str) -> None:
    assert outcome("主持", 会议=meeting, 主持人身份=standing, 有委托=entrusted) == {"可以主持": may}


@pytest.mark.parametrize("asked", range(1, 61))
def test_objections_of_a_third_are_concentrated(asked: int) -> None:
    for against in range(asked + 1):
        facts = {"已征求意见": "是", "征求人数": str(asked), "反对人数": str(against)}
        assert outcome("上会条件", **facts)["可上会"] == ("否" if 3 * against >= asked else "是")


def test_nobody_asked_is_never_put_before_a_meeting() -> None:
    assert outcome("上会条件", 已征求意见="否")["可上会"] == "否"
    assert outcome("上会条件", 已征求意见="是", 征求人数="0")["可上会"] == "否"


def test_more_objections_than_people_asked_is_a_finding() -> None:
    (found,) = refused("上会条件", 已征求意见="是", 征求人数="3", 反对人数="4")
    assert (found.fact, found.clause) == ("反对人数", "01-9.3")


def test_the_share_of_objections_is_a_reading_that_an_organ_may_change() -> None:
    facts = {"已征求意见": True, "征求人数": 10, "反对人数": 4}
    assert prepare(BOOK, "上会条件", on=ON)(facts).outcome["可上会"] is False
    own = {"反对集中比例": Override("1/2", ON, "党组会议决定")}
    assert prepare(BOOK, "上会条件", on=ON, overrides=own)(facts).outcome["可上会"] is True


@pytest.mark.parametrize("due", range(1, 201))
def test_eighty_in_a_hundred_of_the_study_group(due: int) -> None:
    ask = prepare(BOOK, "中心组出席", on=ON)
    for present in range(due + 1):
        assert ask({"应到": due, "实到": present}).outcome["达标"] == (5 * present >= 4 * due)


def test_a_session_with_nobody_due_or_too_many_present_is_a_finding() -> None:
    assert {found.fact for found in refused("中心组出席", 应到="0", 实到="1")} == {"应到", "实到"}


@pytest.mark.parametrize(("days", "met"), [("0", "否"), ("11.5", "否"), ("12", "是"), ("12.5", "是")])
def test_twelve_days_of_study_a_year(days: str, met: str) -> None:
    assert outcome("中心组天数", 全年天数=days) == {"达标": met}


def test_an_unknown_meeting_is_refused_with_what_there_is() -> None:
    with pytest.raises(Refusal, match="到会"):
        ruling("到会", 会议="茶话会", 应到="5", 实到="3")
