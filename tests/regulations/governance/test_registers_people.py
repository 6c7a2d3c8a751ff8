"""谈心谈话, 岗位责任书, 核定职数, 队伍结构 (01-13, 01-20.3, 01-21)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.regulations.governance.chamber import Chamber
from tests.regulations.governance.test_registers import DAY, facts, looking
from zhixing.law.refusal import Refusal
from zhixing.organ.headcount import approved_on
from zhixing.organ.made import made
from zhixing.organ.policy import visible
from zhixing.regulations.governance.models import DutySheet, Growth, Headcount, HeartTalk
from zhixing.regulations.governance.workflow.posts import approve_number, enter_sheet, faults_of, finish_task
from zhixing.regulations.governance.workflow.staff import grow, profile
from zhixing.regulations.governance.workflow.structure import structure
from zhixing.regulations.governance.workflow.talks import confirm, hold, missing

SAID = {"place": "办公室", "topic": "思想工作", "text": "谈了近况。"}


def talked(chamber: Chamber, pair: str, talker: str, other: str, day: date = DAY) -> HeartTalk:
    receipt = hold(pair=pair, other=chamber.person(other), day=day, **SAID, **chamber.who(talker))
    return made(HeartTalk, receipt)


@pytest.mark.parametrize(
    ("pair", "talker", "other"),
    [
        ("一把手与班子", "E001", "E006"),
        ("一把手与班子", "E005", "E001"),
        ("一把手与中层", "E001", "E015"),
        ("分管与科室", "E003", "E017"),
        ("科室内部", "E015", "E016"),
    ],
)
def test_the_four_pairs_are_those_of_the_clause(chamber: Chamber, pair: str, talker: str, other: str) -> None:
    assert talked(chamber, pair, talker, other).pair == pair


@pytest.mark.parametrize(
    ("pair", "talker", "other"),
    [
        ("一把手与班子", "E001", "E015"),
        ("一把手与中层", "E001", "E017"),
        ("分管与科室", "E004", "E017"),
        ("科室内部", "E015", "E019"),
        ("科室内部", "E015", "E015"),
    ],
)
def test_other_two_are_no_such_pair(chamber: Chamber, pair: str, talker: str, other: str) -> None:
    with pytest.raises(Refusal) as refused:
        talked(chamber, pair, talker, other)
    assert facts(refused) == ["类型"]


def test_a_talk_is_read_by_the_two_and_the_secretary_alone(chamber: Chamber) -> None:
    talked(chamber, "分管与科室", "E003", "E015")
    seen = {
        n: visible(looking(chamber, n), HeartTalk).count()
        for n in ("E003", "E015", "E001", "E002", "E008", "E016")
    }
    assert seen == {"E003": 1, "E015": 1, "E001": 1, "E002": 0, "E008": 0, "E016": 0}


def test_the_other_one_confirms_once(chamber: Chamber) -> None:
    talk = talked(chamber, "分管与科室", "E003", "E015")
    with pytest.raises(Refusal):
        confirm(talk=talk, **chamber.who("E003"))
    confirm(talk=talk, **chamber.who("E015"))
    with pytest.raises(Refusal):
        confirm(talk=talk, **chamber.who("E015"))


def test_missing_pairs_are_listed_until_they_have_talked_in_the_half_year(chamber: Chamber) -> None:
    before = missing(chamber.organ, DAY)
    assert ("林启衡", "郑伯言") in before["一把手与班子"]
    assert ("周砚青", "蒋云帆") in before["分管与科室"]
    assert len(before["一把手与班子"]) == 6  # five of the party group and the deputy outside it
    talked(chamber, "一把手与班子", "E001", "E006", date(2026, 6, 30))
    assert ("林启衡", "郑伯言") in missing(chamber.organ, DAY)["一把手与班子"]
    talked(chamber, "一把手与班子", "E001", "E006", date(2026, 7, 1))
    assert ("林启衡", "郑伯言") not in missing(chamber.organ, DAY)["一把手与班子"]


def test_a_newer_sheet_of_a_post_ends_the_older(chamber: Chamber) -> None:
    given: dict[str, Any] = {
        "section": chamber.section("产业发展科"),
        "post": "项目管理",
        "duties": "管项目。",
        "measures": "每周核对。",
    }
    holder = chamber.person("E017")
    enter_sheet(**given, holder=holder, since=date(2026, 1, 1), **chamber.who("E015"))
    enter_sheet(**given, holder=chamber.person("E016"), since=date(2026, 11, 1), **chamber.who("E015"))
    assert list(DutySheet.objects.order_by("since").values_list("ended", flat=True)) == [
        date(2026, 10, 31),
        None,
    ]


def test_a_head_enters_sheets_of_the_own_section_and_the_office_of_every_one(chamber: Chamber) -> None:
    given: dict[str, Any] = {
        "section": chamber.section("信息化科"), "post": "统计", "holder": chamber.person("E017"), "duties": "报表。",
        "measures": "核对。", "since": DAY,
    }  # fmt: skip
    with pytest.raises(Refusal) as refused:
        enter_sheet(**given, **chamber.who("E015"))
    assert facts(refused) == ["办理人"]
    enter_sheet(**given, **chamber.who("E008"))
    assert DutySheet.objects.count() == 1


def test_a_sheet_lacks_nothing_or_is_refused_with_all_it_lacks(chamber: Chamber) -> None:
    holder = chamber.person("E017")
    with pytest.raises(Refusal) as refused:
        enter_sheet(
            section=chamber.section("产业发展科"), post="", holder=holder, backup=holder, duties="", measures="",
            task="报表", since=DAY, **chamber.who("E017"),
        )  # fmt: skip
    assert facts(refused) == ["办理人", "岗位", "职责", "工作举措", "B岗", "限期事项"]


def test_a_dated_task_is_finished_by_holder_or_stand_in(chamber: Chamber) -> None:
    receipt = enter_sheet(
        section=chamber.section("产业发展科"), post="统计", holder=chamber.person("E017"), backup=chamber.person("E016"),
        duties="报表。", measures="每月核对。", task="年报", due=date(2026, 12, 31), since=DAY, **chamber.who("E015"),
    )  # fmt: skip
    sheet = made(DutySheet, receipt)
    with pytest.raises(Refusal):
        finish_task(sheet=sheet, text="已报。", **chamber.who("E015"))
    finish_task(sheet=sheet, text="已报。", **chamber.who("E016"))
    with pytest.raises(Refusal):
        finish_task(sheet=sheet, text="又报。", **chamber.who("E017"))


def test_nobody_beyond_the_approved_number_and_no_post_outside_the_plan(chamber: Chamber) -> None:
    section, post = chamber.section("产业发展科"), "科室副职"
    assert faults_of(chamber.organ, section, post, DAY) == []  # no plan is entered yet
    approve_number(
        section=section,
        post=post,
        number=1,
        document="鹿编〔2025〕3号",
        since=date(2025, 1, 1),
        **chamber.who("E008"),
    )
    (full,) = faults_of(chamber.organ, section, post, DAY)
    assert (full.found, full.clause) == ("产业发展科科室副职已配1名", "01-20.3")
    (outside,) = faults_of(chamber.organ, chamber.section("信息化科"), "科室负责人", DAY)
    assert "核定0名" in outside.expected


def test_a_new_plan_counts_from_its_day_and_the_old_one_before(chamber: Chamber) -> None:
    section, post = chamber.section("产业发展科"), "科室副职"
    for number, since in ((1, date(2025, 1, 1)), (2, date(2026, 12, 1))):
        approve_number(
            section=section, post=post, number=number, document="三定", since=since, **chamber.who("E008")
        )
    found = [
        approved_on(chamber.organ, section, post, day) for day in (date(2026, 11, 30), date(2026, 12, 1))
    ]
    assert [one.number for one in found if one] == [1, 2]
    with pytest.raises(Refusal) as refused:
        approve_number(
            section=section,
            post=post,
            number=3,
            document="三定",
            since=date(2026, 12, 1),
            **chamber.who("E015"),
        )
    assert facts(refused) == ["办理人", "起"]
    assert Headcount.objects.count() == 2


def test_the_structure_is_counted_by_group_and_cut_by_another(chamber: Chamber) -> None:
    for number, education, party in (("E001", "硕士研究生", "中共党员"), ("E005", "博士研究生", "民主党派")):
        profile(
            person=chamber.person(number), education=education, specialty="经济学", party=party, ethnicity="汉族",
            **chamber.who("E008"),
        )  # fmt: skip
    assert structure(chamber.organ, DAY, "学历") == {"没有登记": 40, "博士研究生": 1, "硕士研究生": 1}
    assert structure(chamber.organ, DAY, "学历", "政治面貌", "民主党派") == {"博士研究生": 1}
    assert sum(structure(chamber.organ, DAY, "年龄").values()) == 42
    assert structure(chamber.organ, DAY, "职级", "性别", "男")["局长"] == 1


def test_ages_change_on_the_birthday(chamber: Chamber) -> None:
    assert chamber.person("E017").born == date(1995, 2, 1)
    young = structure(chamber.organ, date(2031, 1, 31), "年龄")["35岁以下"]
    assert structure(chamber.organ, date(2031, 2, 1), "年龄")["35岁以下"] == young - 1


def test_growth_is_entered_by_the_office_and_read_by_the_person(chamber: Chamber) -> None:
    given: dict[str, Any] = {
        "kind": "挂职",
        "title": "挂职锻炼",
        "place": "双屿街道",
        "since": date(2026, 3, 1),
    }
    with pytest.raises(Refusal) as refused:
        grow(person=chamber.person("E017"), **given, until=date(2026, 2, 1), **chamber.who("E015"))
    assert facts(refused) == ["办理人", "止"]
    grow(person=chamber.person("E017"), **given, **chamber.who("E008"))
    seen = {n: visible(looking(chamber, n), Growth).count() for n in ("E017", "E008", "E003", "E018")}
    assert seen == {"E017": 1, "E008": 1, "E003": 1, "E018": 0}
