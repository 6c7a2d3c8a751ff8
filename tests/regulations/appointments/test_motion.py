"""第一步 动议 (04-1, 01-20.3): proposed by the leader in charge, and no step further without the approved headcount."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.regulations.appointments.house import House, clauses, facts
from zhixing.law.refusal import Refusal
from zhixing.organ import headcount
from zhixing.organ.headcount import Approved
from zhixing.regulations.appointments.models import Case
from zhixing.regulations.appointments.workflow import motion


def test_only_the_leader_of_personnel_proposes_and_all_that_is_missing_is_said(house: House) -> None:
    with pytest.raises(Refusal) as refused:
        motion.propose(
            section=house.section(),
            post="局长",
            title="",
            qualifications="",
            pool="",
            reason="",
            **house.who("E003"),
        )
    assert facts(refused) == ["办理人", "拟任职务", "资格条件", "人选范围", "动议理由", "岗位"]
    assert set(clauses(refused)) == {"04-1"}
    assert not Case.objects.exists()


def test_a_proposal_has_its_number_and_waits_for_the_secretary(house: House) -> None:
    case = house.proposed()
    assert (case.number, case.step, case.state) == ("干〔2026〕1号", 1, "办理中")
    with pytest.raises(Refusal) as refused:
        motion.accept(case=case, **house.who("E003"))
    assert facts(refused) == ["办理人"]


def test_a_full_post_is_not_even_proposed(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """B4-07: 产业发展科 has its one deputy."""
    monkeypatch.setattr(headcount, "_registers", [lambda *_: Approved(1, "三定方案")])
    with pytest.raises(Refusal) as refused:
        house.proposed(section=house.section("产业发展科"), title="产业发展科副科长")
    assert (facts(refused), clauses(refused)) == (["职数"], ["01-20.3"])
    assert house.proposed().section.name == "经济运行科"


def test_a_second_case_for_the_only_free_post_is_refused(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(headcount, "_registers", [lambda *_: Approved(1, "三定方案")])
    house.proposed()
    with pytest.raises(Refusal) as refused:
        house.proposed()
    assert facts(refused) == ["职数"]


def test_what_the_department_approved_must_agree_with_the_register(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(headcount, "_registers", [lambda *_: Approved(1, "三定方案")])
    case = house.proposed()
    with pytest.raises(Refusal) as refused:
        house.approve(case, approved=2)
    assert facts(refused) == ["核定职数"]
    house.approve(case, approved=1)
    case.refresh_from_db()
    assert (case.headcount.approved, case.headcount.filled, case.headcount.from_register) == (1, 0, True)


def test_without_a_register_the_reply_itself_is_held_against_who_is_in_post(house: House) -> None:
    case = house.proposed(section=house.section("产业发展科"), title="产业发展科副科长")
    with pytest.raises(Refusal) as refused:
        house.approve(case, approved=1)
    assert facts(refused) == ["职数"]
    house.approve(case, approved=2)


def test_the_second_step_is_refused_with_everything_the_first_lacks(house: House) -> None:
    case = house.proposed()
    with pytest.raises(Refusal) as refused:
        motion.begin_recommendation(case=case, **house.who("E002"))
    assert facts(refused) == ["书记同意", "酝酿", "工作方案", "组织部沟通", "职数核准"]


def test_the_headcount_alone_missing_still_stops_it(house: House) -> None:
    case = house.proposed()
    motion.accept(case=case, **house.who("E001"))
    motion.consult(case=case, person=house.person("E003"), day=house.day, opinion="同意", **house.who("E008"))
    motion.set_plan(case=case, text="方案", **house.who("E008"))
    motion.contact(case=case, day=house.day, whom="干部科", content="同意", **house.who("E008"))
    with pytest.raises(Refusal) as refused:
        motion.begin_recommendation(case=case, **house.who("E002"))
    assert facts(refused) == ["职数核准"]


def test_nothing_is_entered_for_a_day_to_come(house: House) -> None:
    case, tomorrow = house.proposed(), house.day + timedelta(days=1)
    with pytest.raises(Refusal) as refused:
        motion.contact(case=case, day=tomorrow, whom="", content="", **house.who("E008"))
    assert facts(refused) == ["沟通对象", "沟通情况", "沟通日期"]


def test_one_person_is_consulted_once(house: House) -> None:
    case = house.prepared()
    with pytest.raises(Refusal) as refused:
        motion.consult(
            case=case, person=house.person("E003"), day=house.day, opinion="再说", **house.who("E008")
        )
    assert facts(refused) == ["酝酿对象"]


def test_after_the_first_step_its_records_are_closed(house: House) -> None:
    case = house.begun()
    with pytest.raises(Refusal) as refused:
        motion.set_plan(case=case, text="改方案", **house.who("E008"))
    assert facts(refused) == ["步骤"]
    assert case.step_name == "民主推荐"


def test_the_same_key_proposes_once(house: House) -> None:
    who = house.who("E002")
    said: dict[str, Any] = {
        "post": "科室副职",
        "title": "副科长",
        "qualifications": "任职三年",
        "pool": "全局",
        "reason": "缺人",
    }
    first = motion.propose(section=house.section(), **said, **who)
    assert motion.propose(section=house.section(), **said, **who) == first
    assert Case.objects.count() == 1
    assert Case.objects.get().proposed_at.date() == date(2026, 3, 2)
