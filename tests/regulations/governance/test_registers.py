"""副职报告, 街镇园区指导, 绩效, 预案和演练, 问责, 制度签收: behaviour, refusals, who sees them (01-3, 01-15, 01-17 to 01-19)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.regulations.governance.chamber import Chamber
from zhixing.law.refusal import Refusal
from zhixing.organ.made import made
from zhixing.organ.models import Account
from zhixing.organ.policy import Viewer, viewer_of, visible
from zhixing.regulations.governance.models import (
    Accountability,
    Acknowledgement,
    DeputyReport,
    EmergencyPlan,
    Guidance,
    Performance,
)
from zhixing.regulations.governance.workflow.guidance import performance, visit
from zhixing.regulations.governance.workflow.plans import enter_drill, enter_plan, warnings
from zhixing.regulations.governance.workflow.reports import answer, report
from zhixing.regulations.governance.workflow.staff import acknowledge, hold_to_account, unsigned, void

DAY = date(2026, 11, 20)


def facts(refused: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [one.fact for one in refused.value.findings]


def looking(chamber: Chamber, number: str) -> Viewer:
    account = Account(username=number, person=chamber.person(number), organ=chamber.organ)
    return viewer_of(account, DAY)


def reported(chamber: Chamber) -> DeputyReport:
    return made(
        DeputyReport,
        report(title="用电紧张", section=None, text="三家企业限电。", advice="错峰。", **chamber.who("E003")),
    )


def test_a_report_waits_for_the_chief_and_is_signed_for_or_instructed(chamber: Chamber) -> None:
    one = reported(chamber)
    assert one.state == "待签收"
    answer(report=one, **chamber.who("E001"))
    one.refresh_from_db()
    assert one.state == "已签收"
    answer(report=one, text="抓紧协调。", **chamber.who("E001"))
    one.refresh_from_db()
    assert (one.state, one.answer) == ("已批示", "抓紧协调。")
    with pytest.raises(Refusal):
        answer(report=one, text="再批。", **chamber.who("E001"))


def test_only_a_deputy_reports_and_only_the_chief_answers(chamber: Chamber) -> None:
    with pytest.raises(Refusal) as refused:
        report(title="", section=None, text="", advice="", **chamber.who("E015"))
    assert facts(refused) == ["办理人", "事项", "情况", "建议"]
    with pytest.raises(Refusal):
        answer(report=reported(chamber), **chamber.who("E002"))


@pytest.mark.parametrize(
    ("number", "sees"), [("E003", 1), ("E001", 1), ("E008", 1), ("E004", 0), ("E015", 0)]
)
def test_a_report_is_for_the_deputy_the_chief_and_the_office(
    chamber: Chamber, number: str, sees: int
) -> None:
    reported(chamber)
    assert visible(looking(chamber, number), DeputyReport).count() == sees


def test_a_visit_counts_for_the_section_of_who_enters_it(chamber: Chamber) -> None:
    went = [chamber.person("E015"), chamber.person("E017")]
    one = made(
        Guidance,
        visit(day=DAY, place="双屿街道", people=went, text="讲解技改政策。", **chamber.who("E017")),
    )
    assert (one.section.name, one.people_named) == ("产业发展科", "蒋云帆、韩松")


def test_a_visit_of_tomorrow_without_people_is_refused_whole(chamber: Chamber) -> None:
    with pytest.raises(Refusal) as refused:
        visit(day=date(2026, 11, 21), place=" ", people=[], text="", **chamber.who("E017"))
    assert facts(refused) == ["日期", "街镇、园区", "指导事项", "参加人"]


def test_figures_of_a_section_are_entered_once_a_year_by_itself(chamber: Chamber) -> None:
    section = chamber.section("产业发展科")
    given: dict[str, Any] = {"section": section, "year": 2026, "quality": "完成。", "planned": 10, "done": 9}
    performance(**given, **chamber.who("E015"))
    for number, changed in (("E015", {}), ("E019", {"year": 2025}), ("E015", {"year": 2025, "done": 11})):
        with pytest.raises(Refusal):
            performance(**{**given, **changed}, **chamber.who(number))
    assert Performance.objects.count() == 1


def test_a_kind_without_plan_and_a_plan_without_drill_are_warned_of(chamber: Chamber) -> None:
    owner = chamber.section("办公室")
    for kind in ("自然灾害", "公共卫生"):
        enter_plan(
            kind=kind, title=f"{kind}应急预案", version="2024年", owner=owner, approved=date(2024, 3, 1), text="分工。",
            **chamber.who("E008"),
        )  # fmt: skip
    plan = EmergencyPlan.objects.get(kind="自然灾害")
    enter_drill(
        plan=plan, day=date(2025, 11, 21), place="机关", number=40, text="疏散。", **chamber.who("E008")
    )
    told = {
        "自然灾害": "正常",
        "公共卫生": "一年内没有演练",
        "公共安全": "没有预案",
        "重特大事故": "没有预案",
    }
    assert warnings(chamber.organ, DAY) == told
    assert warnings(chamber.organ, date(2026, 11, 21))["自然灾害"] == "一年内没有演练"


def test_a_version_of_a_plan_is_entered_once_by_the_office(chamber: Chamber) -> None:
    given: dict[str, Any] = {
        "kind": "公共安全", "title": "预案", "version": "1", "owner": chamber.section("办公室"),
        "approved": date(2026, 1, 1), "text": "分工。",
    }  # fmt: skip
    enter_plan(**given, **chamber.who("E008"))
    with pytest.raises(Refusal) as refused:
        enter_plan(**given, **chamber.who("E015"))
    assert facts(refused) == ["办理人", "版本"]


def test_everybody_signs_an_edition_once_and_the_office_sees_who_has_not(chamber: Chamber) -> None:
    before = len(unsigned(chamber.organ, "02", DAY))
    acknowledge(regulation="02", **chamber.who("E020"))
    with pytest.raises(Refusal) as refused:
        acknowledge(regulation="02", **chamber.who("E020"))
    assert facts(refused) == ["签收"]
    left = unsigned(chamber.organ, "02", DAY)
    assert (len(left), chamber.person("E020") in left) == (before - 1, False)
    assert len(unsigned(chamber.organ, "01", DAY)) == before
    assert before == 42


def test_holding_to_account_needs_facts_basis_hearing_and_result(chamber: Chamber) -> None:
    with pytest.raises(Refusal) as refused:
        hold_to_account(
            person=chamber.person("E008"),
            day=DAY,
            facts="",
            basis="",
            heard="",
            result="",
            **chamber.who("E008"),
        )
    assert facts(refused) == ["事实", "依据", "本人陈述", "处理结果", "登记人"]


def test_a_record_of_account_is_for_leaders_and_the_personnel_officer(chamber: Chamber) -> None:
    one = made(
        Accountability,
        hold_to_account(
            person=chamber.person("E024"), day=DAY, facts="违规。", basis="区级文件", heard="承认。", result="批评教育。",
            **chamber.who("E008"),
        ),
    )  # fmt: skip
    seen = {
        n: visible(looking(chamber, n), Accountability).count()
        for n in ("E001", "E004", "E008", "E024", "E015")
    }
    assert seen == {"E001": 1, "E004": 1, "E008": 1, "E024": 0, "E015": 0}
    void(record=one, reason="查无实据。", **chamber.who("E001"))
    one.refresh_from_db()
    assert one.void_reason == "查无实据。"
    with pytest.raises(Refusal):
        void(record=one, reason="再撤。", **chamber.who("E001"))


def test_one_key_signs_once(chamber: Chamber) -> None:
    who = chamber.who("E020")
    assert acknowledge(regulation="02", **who).seq == acknowledge(regulation="02", **who).seq
    assert Acknowledgement.objects.count() == 1
