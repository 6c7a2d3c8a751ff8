"""What the registers of 01 show as done: drills, visits, figures, plan, supervision, talks (01-14, 01-15, 01-17, 01-20, 01-21)."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.regulations.governance.chamber import Chamber
from tests.regulations.governance.test_registers_people import talked
from tests.regulations.governance.test_registers_work import begun
from zhixing.office.duties.models import DutyDue
from zhixing.organ.models import Holding, Section
from zhixing.regulations.governance.evidence import SOURCES
from zhixing.regulations.governance.models import EmergencyPlan
from zhixing.regulations.governance.workflow.guidance import performance, visit
from zhixing.regulations.governance.workflow.plans import enter_drill, enter_plan
from zhixing.regulations.governance.workflow.projects import note
from zhixing.regulations.governance.workflow.study import plan
from zhixing.regulations.governance.workflow.talks import wanted_pairs

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
SECOND_HALF = (date(2026, 7, 1), date(2026, 12, 31))
DAY = date(2026, 11, 20)


def shown(chamber: Chamber, duty: str, turn: tuple[date, date]) -> str:
    return SOURCES[duty](DutyDue(organ=chamber.organ, duty=duty, period_first=turn[0], period_last=turn[1]))


def test_a_drill_shows_for_its_own_kind_and_year(chamber: Chamber) -> None:
    enter_plan(
        kind="公共安全", title="预案", version="1", owner=chamber.section("办公室"), approved=date(2026, 1, 5), text="分工。",
        **chamber.who("E008"),
    )  # fmt: skip
    drill: dict[str, Any] = {
        "plan": EmergencyPlan.objects.get(),
        "place": "机关",
        "number": 40,
        "text": "疏散。",
    }
    enter_drill(day=date(2026, 3, 2), **drill, **chamber.who("E008"))
    assert shown(chamber, "组织公共安全应急演练", YEAR) == "公共安全应急演练：2026-03-02。"
    assert shown(chamber, "组织自然灾害应急演练", YEAR) == ""
    assert shown(chamber, "组织公共安全应急演练", (date(2027, 1, 1), date(2027, 12, 31))) == ""


def test_guidance_shows_once_every_section_of_business_was_out_in_the_month(chamber: Chamber) -> None:
    sections = Section.objects.on(DAY).filter(organ=chamber.organ, kind="内设科室").exclude(name="办公室")
    heads = [Holding.objects.on(DAY).get(post="科室负责人", section=one).person for one in sections]
    assert len(heads) == 5
    for head in heads:
        assert shown(chamber, "到街镇、园区指导", NOVEMBER) == ""
        visit(day=DAY, place="双屿街道", people=[head], text="讲解政策。", **chamber.who(head.number))
    assert "产业发展科1次" in shown(chamber, "到街镇、园区指导", NOVEMBER)
    assert shown(chamber, "到街镇、园区指导", (date(2026, 12, 1), date(2026, 12, 31))) == ""


def test_figures_show_only_when_every_section_entered_its_own(chamber: Chamber) -> None:
    performance(
        section=chamber.section("产业发展科"),
        year=2026,
        quality="完成。",
        planned=10,
        done=9,
        **chamber.who("E015"),
    )
    assert shown(chamber, "登记科室年度绩效", YEAR) == ""


def test_a_years_plan_of_study_shows_for_that_year(chamber: Chamber) -> None:
    plan(year=2026, month=3, topic="全会精神", form="集中研讨", **chamber.who("E008"))
    assert shown(chamber, "制订中心组学习计划", YEAR) == "2026年学习计划1项。"
    assert shown(chamber, "制订中心组学习计划", (date(2027, 1, 1), date(2027, 12, 31))) == ""


def test_supervision_shows_by_project_and_progress_does_not(chamber: Chamber) -> None:
    project = begun(chamber)
    note(project=project, kind="进展", text="过半。", percent=60, **chamber.who("E022"))
    assert shown(chamber, "督查重点工作项目", NOVEMBER) == ""
    for text in ("看现场。", "再看。"):
        note(project=project, kind="督查", text=text, **chamber.who("E008"))
    assert shown(chamber, "督查重点工作项目", NOVEMBER) == "督查了1个重点工作项目。"


def test_talks_of_a_pair_show_when_nobody_is_left_out(chamber: Chamber) -> None:
    couples = wanted_pairs(chamber.organ, DAY)["一把手与班子"]
    for top, other in couples:
        assert shown(chamber, "一把手同班子成员谈心", SECOND_HALF) == ""
        talked(chamber, "一把手与班子", top.number, other.number)
    assert shown(chamber, "一把手同班子成员谈心", SECOND_HALF) == f"谈心谈话{len(couples)}次，没有遗漏。"
