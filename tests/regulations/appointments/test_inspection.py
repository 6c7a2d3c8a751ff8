"""第三步 考察 (04-3): the party group names the candidate, two at least inspect, the report is heard."""

from datetime import date

import pytest

from tests.regulations.appointments.house import CANDIDATE, House, facts
from zhixing.law.refusal import Refusal
from zhixing.office.meetings.acts.agenda import put_on
from zhixing.office.meetings.acts.convene import convene
from zhixing.office.meetings.models import Meeting
from zhixing.organ.made import made
from zhixing.regulations.appointments.models import TeamMember
from zhixing.regulations.appointments.workflow import inspect
from zhixing.regulations.appointments.workflow.restrictions import hint_of


def test_the_candidate_comes_from_the_meeting_and_from_nobody_else(house: House) -> None:
    case = house.recommended()
    asked = house.consented(case, "考察对象", CANDIDATE)
    house.adopted(asked)
    case.refresh_from_db()
    asked.refresh_from_db()
    assert (case.candidate, asked.result, case.step) == (house.person(CANDIDATE), "通过", 3)


def test_a_request_without_the_secretarys_consent_is_on_no_agenda(house: House) -> None:
    asked = house.submitted(house.recommended(), "考察对象", CANDIDATE)
    receipt = convene(
        name="党组会议", title="", starts_at=house.at.replace(day=3), place="三楼", **house.who("E008")
    )
    with pytest.raises(Refusal) as refused:
        put_on(meeting=made(Meeting, receipt), source=asked.source, **house.who("E008"))
    assert "议题" in facts(refused)


def test_nothing_of_the_inspection_goes_before_the_candidate(house: House) -> None:
    case = house.recommended()
    with pytest.raises(Refusal) as refused:
        house.team(case)
    assert facts(refused) == ["考察对象"]
    with pytest.raises(Refusal) as refused:
        house.filed(case, material=None, findings="", first=date(2026, 3, 4))
    assert facts(refused) == ["考察对象", "考察情况", "考察日期", "考察组", "考察材料"]


def test_a_team_of_one_is_too_small(house: House) -> None:
    case = house.chosen()
    with pytest.raises(Refusal) as refused:
        house.team(case, "E006")
    (found,) = refused.value.findings
    assert (found.found, found.expected) == ("1人", "至少2人")


def test_neither_the_candidate_nor_a_relative_inspects(house: House) -> None:
    case = house.chosen()
    inspect.declare_tie(case=case, person=house.person("E003"), relation="近姻亲", **house.who("E003"))
    with pytest.raises(Refusal) as refused:
        house.team(case, "E006", "E003", CANDIDATE)
    assert facts(refused) == ["考察组成员", "考察组成员"]


def test_who_leaves_the_team_stays_in_the_record(house: House) -> None:
    case = house.chosen()
    house.team(case, "E006", "E009")
    house.team(case, "E009", "E016")
    assert list(case.team.filter(left_at=None).values_list("person__number", "leads")) == [
        ("E009", True),
        ("E016", False),
    ]
    assert TeamMember.objects.count() == 3


def test_the_report_is_heard_only_with_material_and_check(house: House) -> None:
    case = house.chosen()
    with pytest.raises(Refusal) as refused:
        house.submitted(case, "考察汇报")
    assert facts(refused) == ["考察组", "考察材料", "任职限制核查"]


def test_after_the_report_the_case_is_ready_to_be_decided(house: House) -> None:
    assert house.heard().step_name == "讨论决定"


def test_the_material_is_filed_once(house: House) -> None:
    case = house.inspected()
    with pytest.raises(Refusal) as refused:
        house.filed(case)
    assert facts(refused) == ["考察材料"]


def test_a_disciplinary_period_bars_to_its_last_day(house: House) -> None:
    """B4-09."""
    case = house.inspected()
    house.checked(case, penalty="警告", penalty_until=date(2026, 3, 10))
    case.refresh_from_db()
    house.on(2026, 3, 10)
    with pytest.raises(Refusal) as refused:
        house.submitted(case, "考察汇报")
    assert facts(refused) == ["处分影响期"]
    house.on(2026, 3, 11)
    house.submitted(case, "考察汇报")


def test_a_penalty_needs_its_last_day_and_a_day_its_penalty(house: House) -> None:
    case = house.chosen()
    with pytest.raises(Refusal) as refused:
        house.checked(case, penalty="警告", source="")
    assert facts(refused) == ["核查来源", "处分"]


def test_a_relative_leading_the_section_is_pointed_out_and_explained(house: House) -> None:
    """B4-10."""
    case = house.inspected()
    house.checked(case, relative=house.person("E019"))
    case.refresh_from_db()
    assert "任职回避" in hint_of(case.restriction, house.day)
    with pytest.raises(Refusal) as refused:
        house.submitted(case, "考察汇报")
    assert facts(refused) == ["任职回避"]
    house.checked(case, relative=house.person("E019"), explanation="拟同时调整科长岗位")
    case.refresh_from_db()
    house.submitted(case, "考察汇报")


def test_only_members_of_the_party_group_declare_a_tie(house: House) -> None:
    case = house.chosen()
    with pytest.raises(Refusal) as refused:
        inspect.declare_tie(case=case, person=house.person("E005"), relation="同学", **house.who("E008"))
    assert facts(refused) == ["回避人", "关系"]
