"""中心组学习 and 重点工作项目 (01-14, 01-20.1)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from tests.regulations.governance.chamber import GROUP, Chamber
from tests.regulations.governance.test_registers import DAY, facts, looking
from tests.web.bureau import build
from zhixing.law.refusal import Refusal
from zhixing.office.duties.models import Notice
from zhixing.organ.made import made
from zhixing.organ.policy import visible
from zhixing.regulations.governance.models import Project, SelfStudy, StudyPlan, StudySession, Target
from zhixing.regulations.governance.workflow.projects import add_target, begin, count_done, light, note
from zhixing.regulations.governance.workflow.study import (
    attendance,
    call,
    cancel,
    excuse,
    meets,
    plan,
    record,
    self_study,
)
from zhixing.regulations.governance.workflow.study_year import year_of


def called(chamber: Chamber, day: date = DAY, **changed: Any) -> StudySession:
    given: dict[str, Any] = {
        "day": day, "halves": 2, "place": "三楼会议室", "topic": "全会精神", "form": "集中研讨",
        "host": chamber.person("E001"), "speaker": chamber.person("E003"),
    }  # fmt: skip
    return made(StudySession, call(**{**given, **changed}, **chamber.who("E008")))


def held(chamber: Chamber, day: date, present: tuple[str, ...], **changed: Any) -> StudySession:
    session = called(chamber, day, **changed)
    record(session=session, present=[chamber.person(one) for one in present], **chamber.who("E008"))
    session.refresh_from_db()
    return session


@pytest.mark.parametrize(("present", "meets_it"), [(5, True), (4, False)])
def test_five_of_six_meet_four_fifths_and_four_do_not(
    chamber: Chamber, present: int, *, meets_it: bool
) -> None:
    session = held(chamber, DAY, GROUP[:present])
    assert attendance(session.seats.all()) == (6, present)
    assert meets(session, 6, present) is meets_it


def test_who_has_leave_is_counted_as_due_and_not_as_present(chamber: Chamber) -> None:
    session = called(chamber)
    seat = session.seats.get(person__number="E007")
    with pytest.raises(Refusal):
        excuse(seat=seat, reason="住院。", **chamber.who("E002"))
    excuse(seat=seat, reason="住院。", **chamber.who("E001"))
    record(session=session, present=[chamber.person(one) for one in GROUP[:4]], **chamber.who("E008"))
    assert attendance(session.seats.all()) == (6, 4)
    assert dict(session.seats.values_list("person__number", "state"))["E007"] == "请假"
    assert dict(session.seats.values_list("person__number", "state"))["E006"] == "缺席"


def test_whoever_it_is_widened_to_is_shown_apart(chamber: Chamber) -> None:
    session = called(chamber, wider=[chamber.person("E015"), chamber.person("E001")])
    assert list(session.seats.filter(core=False).values_list("person__number", flat=True)) == ["E015"]
    assert attendance(session.seats.all()) == (6, 0)


@pytest.mark.parametrize("number", ["E002", "E008"])
def test_another_host_needs_the_secretarys_word(chamber: Chamber, number: str) -> None:
    """B1-25: a member, or somebody named, unlike the party group's meeting."""
    with pytest.raises(Refusal) as refused:
        called(chamber, host=chamber.person(number))
    assert facts(refused) == ["主持人"]
    assert (
        called(chamber, host=chamber.person(number), host_basis="书记外出，11月19日委托。").host.number
        == number
    )


def test_all_that_is_wrong_with_a_session_is_said_at_once(chamber: Chamber) -> None:
    with pytest.raises(Refusal) as refused:
        call(
            day=DAY, halves=0, place="", topic="", form="集中研讨", host=chamber.person("E002"),
            speaker=chamber.person("E003"), **chamber.who("E015"),
        )  # fmt: skip
    assert facts(refused) == ["办理人", "主持人", "地点", "专题", "折合天数"]


def test_a_session_is_recorded_once_and_not_before_its_day(chamber: Chamber) -> None:
    coming = called(chamber, DAY + timedelta(days=3))
    with pytest.raises(Refusal) as refused:
        record(session=coming, present=[chamber.person("E005")], **chamber.who("E008"))
    assert facts(refused) == ["日期", "到会"]
    session = held(chamber, DAY, GROUP)
    with pytest.raises(Refusal):
        record(session=session, present=[], **chamber.who("E008"))


def test_twelve_days_meet_the_year_and_eleven_and_a_half_do_not(chamber: Chamber) -> None:
    for number in range(11):
        held(chamber, date(2026, 1 + number % 10, 5), GROUP)
    held(chamber, date(2026, 11, 5), GROUP, halves=1)
    year = year_of(chamber.organ, 2026, DAY)
    assert (year.halves, year.lacking, year.days.outcome["达标"], year.reachable) == (23, 1, False, False)
    called(chamber, DAY + timedelta(days=5), halves=1)
    assert year_of(chamber.organ, 2026, DAY).reachable
    held(chamber, DAY, GROUP, halves=1)
    assert year_of(chamber.organ, 2026, DAY).days.outcome["达标"] is True


def test_a_member_who_can_no_longer_reach_the_share_is_forecast(chamber: Chamber) -> None:
    """B1-17: eight of ten meet it, seven of nine do not; with one to come eight of ten still would."""
    for number in range(9):
        present = GROUP if number < 7 else GROUP[:5]
        held(chamber, date(2026, 1 + number, 5), present)
    one = next(each for each in year_of(chamber.organ, 2026, DAY).members if each.person.number == "E007")
    assert (one.due, one.here, one.enough, one.still) == (9, 7, False, False)
    called(chamber, DAY + timedelta(days=5))
    one = next(each for each in year_of(chamber.organ, 2026, DAY).members if each.person.number == "E007")
    assert (one.enough, one.still) == (False, True)


def test_the_group_and_whom_it_was_widened_to_see_a_session(chamber: Chamber) -> None:
    called(chamber, wider=[chamber.person("E015")])
    seen = {
        n: visible(looking(chamber, n), StudySession).count()
        for n in ("E002", "E008", "E015", "E016", "E005")
    }
    assert seen == {"E002": 1, "E008": 1, "E015": 1, "E016": 0, "E005": 0}


def test_plan_and_self_study_are_entered_by_whose_they_are(chamber: Chamber) -> None:
    with pytest.raises(Refusal) as refused:
        plan(year=2026, month=13, topic="", form="集中研讨", **chamber.who("E003"))
    assert facts(refused) == ["办理人", "专题", "月份"]
    plan(year=2026, month=3, topic="全会精神", form="集中研讨", **chamber.who("E008"))
    assert StudyPlan.objects.count() == 1
    person = chamber.person("E003")
    self_study(person=person, year=2026, text="网络学堂", hours=20, **chamber.who("E003"))
    with pytest.raises(Refusal):
        self_study(person=person, year=2026, text="网络学堂", hours=20, **chamber.who("E004"))
    assert SelfStudy.objects.count() == 1


def begun(chamber: Chamber, **changed: Any) -> Project:
    given: dict[str, Any] = {
        "name": "智能制造", "goal": "培育十家。", "leader": chamber.person("E004"), "lead": chamber.person("E022"),
        "section": chamber.section("技术改造与投资科"), "since": date(2026, 9, 1), "due": date(2026, 11, 30),
    }  # fmt: skip
    return made(Project, begin(**{**given, **changed}, **chamber.who("E008")))


def test_a_leading_group_is_for_a_time_only_and_dates_run_forwards(chamber: Chamber) -> None:
    with pytest.raises(Refusal) as refused:
        begun(chamber, group="局长任组长", due=date(2026, 8, 1), name="")
    assert facts(refused) == ["项目名称", "完成时限", "临时领导小组"]
    assert begun(chamber, group="局长任组长", group_until=date(2026, 11, 30)).group_until == date(
        2026, 11, 30
    )


def test_targets_go_down_to_a_person_a_quantity_and_a_day(chamber: Chamber) -> None:
    project = begun(chamber)
    given: dict[str, Any] = {"text": "走访企业", "person": chamber.person("E025"), "unit": "家"}
    with pytest.raises(Refusal) as refused:
        add_target(project=project, **given, quantity=0, due=date(2026, 12, 1), **chamber.who("E025"))
    assert facts(refused) == ["办理人", "数量", "时限"]
    add_target(project=project, **given, quantity=10, due=date(2026, 11, 30), **chamber.who("E022"))
    target = Target.objects.get()
    count_done(target=target, done=4, **chamber.who("E025"))
    for done, number in ((3, "E025"), (11, "E025"), (5, "E024")):
        with pytest.raises(Refusal):
            count_done(target=target, done=done, **chamber.who(number))


@pytest.mark.parametrize(
    ("day", "colour"),
    [
        (date(2026, 11, 22), "绿"),
        (date(2026, 11, 23), "黄"),
        (date(2026, 11, 30), "黄"),
        (date(2026, 12, 1), "红"),
    ],
)
def test_a_project_turns_yellow_a_week_before_and_red_after_its_day(
    chamber: Chamber, day: date, colour: str
) -> None:
    assert light(begun(chamber), day) == colour


def test_supervision_urges_the_lead_and_only_the_leader_ends_it(chamber: Chamber) -> None:
    project = begun(chamber)
    note(project=project, kind="进展", text="过半。", percent=60, **chamber.who("E022"))
    with pytest.raises(Refusal):
        note(project=project, kind="进展", text="回退。", percent=50, **chamber.who("E022"))
    with pytest.raises(Refusal):
        note(project=project, kind="督查", text="看现场。", **chamber.who("E022"))
    note(project=project, kind="督查", text="看现场。", **chamber.who("E008"))
    with pytest.raises(Refusal):
        note(project=project, kind="完成", text="已完成。", **chamber.who("E022"))
    note(project=project, kind="完成", text="已完成。", **chamber.who("E004"))
    project.refresh_from_db()
    assert (project.state, project.percent, light(project, date(2026, 12, 9))) == ("已完成", 100, "绿")
    assert [one.kind for one in project.lines.all()] == ["进展", "督查", "完成"]


def test_a_cancelled_session_counts_for_nobody_and_is_told(chamber: Chamber) -> None:
    session = called(chamber, DAY + timedelta(days=4), topic="走访企业")
    with pytest.raises(Refusal) as refused:
        cancel(session=session, reason=" ", **chamber.who("E015"))
    assert facts(refused) == ["办理人", "取消原因"]
    cancel(session=session, reason="与全区会议冲突。", **chamber.who("E008"))
    session.refresh_from_db()
    assert (session.state, session.cancel_reason) == ("已取消", "与全区会议冲突。")
    told = Notice.objects.filter(object_kind="中心组学习", text__contains="取消：与全区会议冲突。")
    assert {one.person.number for one in told} == set(GROUP)
    assert year_of(chamber.organ, DAY.year, DAY).left == 0
    with pytest.raises(Refusal) as again:
        cancel(session=session, reason="再取消。", **chamber.who("E008"))
    assert facts(again) == ["状态"]


def test_lines_of_the_plan_still_to_come_are_counted_until_a_session_is_called(chamber: Chamber) -> None:
    for month in (10, 11, 12):
        given: dict[str, Any] = {"year": 2026, "month": month, "topic": "专题", "form": "集中研讨"}
        plan(**given, **chamber.who("E008"))
    assert year_of(chamber.organ, 2026, DAY).planned == 2  # November and December; October is over
    session = called(chamber, DAY)
    assert year_of(chamber.organ, 2026, DAY).planned == 1
    cancel(session=session, reason="改期。", **chamber.who("E008"))
    assert year_of(chamber.organ, 2026, DAY).planned == 2


def test_an_office_of_another_organ_touches_nothing(chamber: Chamber) -> None:
    stranger = build("linqu-jx", "邻区经信局").person("办公室主任")
    session = called(chamber, DAY)
    project = made(
        Project,
        begin(
            name="技改", goal="十家", leader=chamber.person("E003"), lead=chamber.person("E022"), since=DAY, due=DAY,
            section=chamber.section("技术改造与投资科"), **chamber.who("E008"),
        ),
    )  # fmt: skip
    acting: dict[str, Any] = {**chamber.who("E008"), "actor": stranger}
    for act in (
        partial(record, session=session, present=[]),
        partial(cancel, session=session, reason="取消。"),
        partial(note, project=project, kind="督查", text="请加快。"),
    ):
        with pytest.raises(Refusal) as refused:
            act(**acting)
        assert "本单位的人员" in {one.expected for one in refused.value.findings}
