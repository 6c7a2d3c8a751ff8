"""Problems, measures, progress, what is struck off, what goes upward, the end (13-7)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from tests.regulations.democratic_life.hall import (
    CLERK,
    GROUP,
    OFFICE,
    OUTSIDE_DEPUTY,
    SECRETARY,
    Hall,
    facts,
    refused,
)
from zhixing.office.duties.models import Notice
from zhixing.organ.models import Account
from zhixing.organ.policy import viewer_of, visible
from zhixing.regulations.democratic_life.models import Followup, Measure, Problem
from zhixing.regulations.democratic_life.workflow import needs, problems, superior
from zhixing.regulations.democratic_life.workflow.due import undone


def test_a_problem_is_listed_after_the_opening_by_who_takes_part(hall: Hall) -> None:
    case = hall.planned()
    found = refused(problems.list_problem, case=case, text="", source="听说", level="大", **hall.who(CLERK))
    assert facts(found) == ["办理人", "会议", "问题", "来源", "程度"]


def test_each_measure_has_a_person_and_a_day_and_he_is_told(hall: Hall) -> None:
    case = hall.sealed()
    problem = hall.problem(case)
    assert problem.state == "待定措施"
    measure = hall.measure(problem)
    problem.refresh_from_db()
    assert problem.state == "整改中"
    told = Notice.objects.filter(object_kind="整改").get()
    assert told.person == measure.person
    assert "下企业" not in told.text
    found = refused(
        problems.set_measure, problem=problem, text=" ", person=hall.person("E011"),
        due=hall.at.date() - timedelta(days=1), **hall.who(CLERK),
    )  # fmt: skip
    assert facts(found) == ["办理人", "整改措施", "完成时限"]


def test_whoever_bears_it_reports_progress_until_it_is_done(hall: Hall) -> None:
    measure = hall.measure(hall.problem(hall.sealed()))
    day = hall.at.date()
    given = {"measure": measure, "text": "已经开始。", "done": False}
    assert facts(refused(problems.follow_up, **given, day=day + timedelta(days=1), **hall.who("E012"))) == [
        "日期",
        "办理人",
    ]
    problems.follow_up(**given, day=day, **hall.who("E011"))  # type: ignore[arg-type]
    hall.carried_out(measure)
    measure.refresh_from_db()
    assert measure.done_on == day
    assert [one.done for one in measure.followups.all()] == [False, True]
    assert facts(refused(problems.follow_up, **given, day=day, **hall.who("E011"))) == ["整改措施"]


def test_progress_is_never_changed(hall: Hall) -> None:
    hall.carried_out(hall.measure(hall.problem(hall.sealed())))
    with pytest.raises(DatabaseError), transaction.atomic():
        Followup.objects.update(text="别的")


def test_a_problem_is_struck_off_by_the_secretary_once_all_is_done(hall: Hall) -> None:
    problem = hall.problem(hall.sealed())
    assert facts(refused(problems.strike_off, problem=problem, remark="", **hall.who(OFFICE))) == [
        "办理人", "销号意见", "整改措施",
    ]  # fmt: skip
    measure = hall.measure(problem)
    (left,) = refused(problems.strike_off, problem=problem, remark="同意。", **hall.who(SECRETARY))
    assert measure.person.name in left.found
    hall.carried_out(measure)
    problems.strike_off(problem=problem, remark="整改到位。", **hall.who(SECRETARY))
    problem.refresh_from_db()
    assert (problem.state, problem.struck_by) == ("已销号", hall.person(SECRETARY))
    assert facts(refused(problems.strike_off, problem=problem, remark="再销。", **hall.who(SECRETARY))) == [
        "问题"
    ]


def test_a_grave_problem_goes_upward_first(hall: Hall) -> None:
    problem = hall.problem(hall.sealed(), "重大")
    hall.carried_out(hall.measure(problem))
    assert facts(refused(problems.strike_off, problem=problem, remark="同意。", **hall.who(SECRETARY))) == [
        "报告上级"
    ]
    sent = {"whom": "区委", "document": "温鹿经信党〔2026〕12号", "day": hall.at.date()}
    superior.report_problem(problem=problem, file=hall.file(), **sent, **hall.who(OFFICE))  # type: ignore[arg-type]
    problems.strike_off(problem=problem, remark="同意。", **hall.who(SECRETARY))


def test_an_ordinary_problem_is_not_reported(hall: Hall) -> None:
    problem = hall.problem(hall.sealed())
    found = refused(
        superior.report_problem, problem=problem, whom="", document="", day=hall.at.date(), file=None,
        **hall.who(CLERK),
    )  # fmt: skip
    assert facts(found) == ["办理人", "上级党组织", "文号", "报告", "程度"]


def test_who_has_to_mend_a_thing_sees_that_thing(hall: Hall) -> None:
    case = hall.sealed()
    hall.measure(hall.problem(case))
    hall.problem(case)

    def seen(number: str) -> list[int]:
        account = Account.objects.create(organ=hall.organ, person=hall.person(number), username=number)
        viewer = viewer_of(account, hall.at.date())
        return [visible(viewer, Problem).count(), visible(viewer, Measure).count()]

    assert {one: seen(one) for one in ("E011", GROUP[1], OFFICE, CLERK, OUTSIDE_DEPUTY)} == {
        "E011": [1, 1], GROUP[1]: [2, 1], OFFICE: [2, 1], CLERK: [0, 0], OUTSIDE_DEPUTY: [0, 0],
    }  # fmt: skip


def test_a_measure_reminds_whoever_bears_it(hall: Hall) -> None:
    measure = hall.measure(hall.problem(hall.sealed()))
    (one,) = [one for one in undone(hall.organ, hall.at.date()) if one.object_kind == "整改"]
    assert (one.bearers, one.due) == ((measure.person,), measure.due)
    hall.carried_out(measure)
    assert [one for one in undone(hall.organ, hall.at.date()) if one.object_kind == "整改"] == []


def test_the_case_ends_when_nothing_is_open(hall: Hall) -> None:
    case = hall.sealed()
    problem = hall.problem(case)
    assert facts(refused(needs.finish, case=case, **hall.who(OFFICE))) == ["会议内容", "整改"]
    hall.carried_out(hall.measure(problem))
    problems.strike_off(problem=problem, remark="整改到位。", **hall.who(SECRETARY))
    assert facts(refused(needs.finish, case=case, **hall.who("E002"))) == ["办理人", "会议内容"]
    hall.finished(case)
    assert case.state == "已办结"
    assert "民主生活会" in facts(refused(needs.finish, case=case, **hall.who(OFFICE)))
