"""Plan, report, talks, opinions, materials: what is asked and what is refused (13-2 to 13-5)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.regulations.democratic_life.hall import (
    CLERK,
    DAY,
    GROUP,
    ITEMS,
    OFFICE,
    OPENS,
    OUTSIDE_DEPUTY,
    SECRETARY,
    Hall,
    facts,
    refused,
)
from zhixing.office.duties.models import Notice
from zhixing.office.duties.reminders import remind
from zhixing.organ.made import made
from zhixing.organ.models import Organ, Person
from zhixing.regulations.democratic_life.models import LifeMeeting
from zhixing.regulations.democratic_life.workflow import materials, opinions, plan, superior, talks
from zhixing.regulations.democratic_life.workflow.due import undone
from zhixing.regulations.democratic_life.workflow.needs import before, is_late

# 方案


def test_the_plan_keeps_the_checklist_whole(hall: Hall) -> None:
    """13-4: what is left out stays on the list."""
    case = hall.planned(contents=ITEMS[:2])
    assert [one.item for one in case.contents.all()] == list(ITEMS)
    assert {one.covered for one in case.contents.all()} == {None}
    assert case.number == "民主生活会〔2026〕1号"
    told = Notice.objects.filter(organ=hall.organ, object_kind="民主生活会")
    assert sorted(told.values_list("person__number", flat=True)) == sorted(GROUP)


def test_what_the_superior_asks_beside_is_an_eighth_line(hall: Hall) -> None:
    case = hall.planned(contents=(*ITEMS, "上级要求"))
    assert case.contents.count() == 8


def test_a_plan_with_every_fault_is_refused_with_all_of_them(hall: Hall) -> None:
    found = refused(
        plan.plan, sort="随便", ground="心情", theme=" ", day=hall.at.date(), contents=("天气",), **hall.who(CLERK)
    )  # fmt: skip
    assert facts(found) == ["办理人", "类别", "主题", "情形", "开会日期", "内容"]


@pytest.mark.parametrize("number", [SECRETARY, OFFICE])
def test_the_secretary_and_the_office_plan(hall: Hall, number: str) -> None:
    said = {"sort": "专题", "ground": "重大决策失误", "theme": "吸取教训", "day": DAY, "contents": ITEMS}
    assert made(LifeMeeting, plan.plan(**said, **hall.who(number))).sort == "专题"  # type: ignore[arg-type]


def test_one_of_the_four_events_asks_for_a_special_meeting(hall: Hall) -> None:
    """B13-06."""
    found = refused(
        plan.plan, sort="年度", ground="发生违纪违法案件", theme="吸取教训", day=DAY, contents=ITEMS, **hall.who(OFFICE)
    )  # fmt: skip
    assert facts(found) == ["类别"]


def test_a_plan_is_given_up_with_its_reason_and_stays(hall: Hall) -> None:
    case = hall.planned()
    assert facts(refused(plan.give_up, case=case, reason="", **hall.who(OFFICE))) == ["撤销原因"]
    plan.give_up(case=case, reason="与巡察时间冲突", **hall.who(OFFICE))
    case.refresh_from_db()
    assert (case.state, case.closing) == ("已撤销", "与巡察时间冲突")
    assert "民主生活会" in facts(refused(plan.give_up, case=case, reason="再撤", **hall.who(OFFICE)))


def test_nobody_of_another_organ_touches_it(hall: Hall) -> None:
    case = hall.planned()
    other = Organ.objects.create(
        key="other", name="别局", short_name="别局", code_word="别", created_at=hall.organ.created_at
    )
    stranger = Person.objects.create(organ=other, number="E001", name="外人", sex="男")
    who = {**hall.who(CLERK), "actor": stranger}
    assert facts(refused(opinions.give, case=case, group="科室", text="好", **who)) == ["单位"]
    assert facts(refused(opinions.give_unsigned, case=case, group="科室", text="好", **who)) == ["单位"]


# 改期


def test_before_the_report_the_day_moves_freely(hall: Hall) -> None:
    case = hall.planned()
    later = DAY + timedelta(days=1)
    plan.move_day(case=case, day=later, reason="会场冲突", consent="", consented_on=None, **hall.who(OFFICE))
    case.refresh_from_db()
    assert case.day == later


def test_after_the_report_it_moves_only_with_the_consent_of_the_superior(hall: Hall) -> None:
    """B13-04."""
    case = hall.planned()
    hall.report(case)
    moved = {"case": case, "day": DAY + timedelta(days=3), "reason": "书记出差"}
    assert facts(refused(plan.move_day, **moved, consent="", consented_on=None, **hall.who(OFFICE))) == [
        "上级同意"
    ]
    assert facts(
        refused(plan.move_day, **moved, consent="鹿委〔2026〕3号", consented_on=None, **hall.who(OFFICE))
    ) == ["上级同意"]
    plan.move_day(**moved, consent="鹿委〔2026〕3号", consented_on=hall.at.date(), **hall.who(OFFICE))  # type: ignore[arg-type]
    case.refresh_from_db()
    assert case.day == DAY + timedelta(days=3)
    assert superior.report_findings(case, case.day) == []


def test_a_moved_day_without_consent_in_the_database_keeps_the_meeting_shut(hall: Hall) -> None:
    case = hall.planned()
    hall.report(case)
    assert [one.fact for one in superior.report_findings(case, DAY + timedelta(days=2))] == ["开会日期"]


# 报告上级


def test_a_report_in_time_is_on_record(hall: Hall) -> None:
    case = hall.planned()
    hall.report(case)
    assert superior.report_findings(case, case.day) == []
    assert not is_late(case, hall.at.date())


def test_a_report_of_the_eighth_is_in_time_and_of_the_ninth_is_red(hall: Hall) -> None:
    """B13-01."""
    for day, wanted in ((8, []), (9, ["会前报告"])):
        case = hall.planned()
        hall.at = OPENS.replace(day=day)
        hall.report(case, date(2026, 12, day))
        assert [one.fact for one in superior.report_findings(case, case.day)] == wanted
        assert is_late(case, hall.at.date()) is bool(wanted)
        hall.at = OPENS.replace(month=11, day=24)


def test_a_report_lacks_nothing(hall: Hall) -> None:
    case = hall.planned()
    found = refused(
        superior.report, case=case, whom="", document=" ", day=DAY + timedelta(days=1), file=None, **hall.who(CLERK)
    )  # fmt: skip
    assert facts(found) == ["办理人", "报告日期", "上级党组织", "文号", "报告", "报告日期"]


def test_without_a_report_the_office_is_reminded_of_its_last_day(hall: Hall) -> None:
    case = hall.planned()
    (one,) = undone(hall.organ, hall.at.date())
    assert (one.due, one.subject) == (date(2026, 12, 8), f"{case.number}报告上级党组织")
    assert [person.number for person in one.bearers] == [OFFICE]
    assert remind(organ=hall.organ, at=OPENS.replace(day=8)) > 0
    hall.report(case)
    assert list(undone(hall.organ, hall.at.date())) == []


# 谈心


def test_every_pair_that_has_not_talked_is_missing(hall: Hall) -> None:
    case = hall.planned()
    found = talks.matrix(case, hall.at.date())
    assert (found.asked, len(found.missing)) == (15, 15)
    talks.talked(
        case=case, one=hall.person("E003"), other=hall.person("E001"), day=hall.at.date(), **hall.who("E003")
    )
    found = talks.matrix(case, hall.at.date())
    assert len(found.missing) == 14
    assert found.day(hall.person("E001"), hall.person("E003")) == hall.at.date()
    hall_rows = dict(found.rows[0][1])
    assert hall_rows[hall.person("E003")] == hall.at.date()


def test_all_pairs_talked_leaves_nothing_missing(hall: Hall) -> None:
    case = hall.planned()
    hall.talk_all(case)
    assert talks.matrix(case, hall.at.date()).missing == ()


def test_a_talk_is_between_two_members_and_entered_by_one_of_them(hall: Hall) -> None:
    case = hall.planned()
    given = {"case": case, "one": hall.person("E001"), "other": hall.person(OUTSIDE_DEPUTY)}
    found = refused(talks.talked, **given, day=hall.at.date() + timedelta(days=2), **hall.who("E002"))
    assert facts(found) == ["谈心日期", "办理人", "谈心双方"]


def test_the_same_talk_is_not_entered_twice(hall: Hall) -> None:
    case = hall.planned()
    given = {"case": case, "one": hall.person("E001"), "other": hall.person("E002"), "day": hall.at.date()}
    talks.talked(**given, **hall.who("E001"))  # type: ignore[arg-type]
    assert facts(refused(talks.talked, **given, **hall.who("E002"))) == ["谈心"]


# 材料和缺项


def test_members_write_their_outlines(hall: Hall) -> None:
    case = hall.planned()
    hall.outline(case, "E001")
    assert len(materials.still_to_write(case, hall.at.date())) == 5
    found = refused(materials.hand_in, case=case, kind="总结", text="", file=None, **hall.who(CLERK))
    assert facts(found) == ["办理人", "材料", "内容"]


def test_the_page_says_what_is_missing_before_the_meeting(hall: Hall) -> None:
    case = hall.planned()
    found = {one.fact: one for one in before(case, hall.at.date())}
    assert not any(one.done for one in found.values())
    assert "2026-12-08" in found["会前报告"].missing
    hall.report(case)
    hall.summarized(case)
    hall.talk_all(case)
    for number in GROUP:
        hall.outline(case, number)
    hall.noticed(case)
    assert [one.fact for one in before(case, hall.at.date()) if not one.done] == []


def test_the_meeting_is_called_for_the_day_of_the_plan(hall: Hall) -> None:
    case = hall.planned()
    found = refused(
        plan.call_meeting, case=case, starts_at=OPENS + timedelta(days=1), place="三楼", **hall.who(OFFICE)
    )
    assert facts(found) == ["开会时间"]
    meeting = hall.called(case)
    assert [one.title for one in meeting.items.all()] == [title for title, _ in plan.ITEMS]
    assert meeting.host == hall.person(SECRETARY)
    assert facts(
        refused(plan.call_meeting, case=case, starts_at=OPENS, place="三楼", **hall.who(OFFICE))
    ) == ["会议"]
