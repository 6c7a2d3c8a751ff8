"""What of 01's own records shows that a recurring duty was done; the rest is said by whoever bears it."""

from __future__ import annotations

from collections import Counter

from zhixing.office.duties.evidence import Evidence
from zhixing.office.duties.evidence import register as evidence
from zhixing.office.duties.models import DutyDue
from zhixing.office.meetings.models import Meeting
from zhixing.organ.local_time import local
from zhixing.organ.models import Organ, Section
from zhixing.regulations.governance.models import (
    Drill,
    Guidance,
    HeartTalk,
    Performance,
    ProjectLine,
    StudyPlan,
)
from zhixing.regulations.governance.workflow.talks import INSIDE, LED, MIDDLE, TOP, missing

HELD = ("进行中", "记录待核", "已锁定")


def held(kind: str) -> Evidence:
    """A meeting of the kind that opened within the turn: early or late in it is all the same (01-6.1, 01-8.1)."""

    def found(due: DutyDue) -> str:
        opened = Meeting.objects.filter(organ=due.organ_id, kind=kind, state__in=HELD).exclude(opened_at=None)
        within = opened.filter(
            opened_at__date__gte=due.period_first, opened_at__date__lte=due.period_last
        ).order_by("opened_at")
        days = [f"{local(one.opened_at):%Y-%m-%d}" for one in within if one.opened_at]
        return f"{kind}：{'、'.join(days)}。" if days else ""

    return found


def drilled(kind: str) -> Evidence:
    """A drill of the kind's plan within the turn (01-15)."""

    def found(due: DutyDue) -> str:
        rows = Drill.objects.filter(
            organ=due.organ_id, plan__kind=kind, day__gte=due.period_first, day__lte=due.period_last
        )
        days = "、".join(one.day.isoformat() for one in rows.order_by("day"))
        return f"{kind}应急演练：{days}。" if days else ""

    return found


def guided(due: DutyDue) -> str:
    """Every section in charge of business was out at least so often as asked (01-17, G-43)."""
    visits = Guidance.objects.filter(
        organ=due.organ_id, day__gte=due.period_first, day__lte=due.period_last
    ).select_related("section")
    went = Counter(one.section.name for one in visits)
    wanted = (
        Section.objects.on(due.period_last).filter(organ=due.organ_id, kind="内设科室").exclude(name="办公室")
    )
    names = list(wanted.values_list("name", flat=True))
    if not names or any(not went[name] for name in names):
        return ""
    return f"指导记录：{'、'.join(f'{name}{went[name]}次' for name in names)}。"


def performed(due: DutyDue) -> str:
    """Every section has entered its figures of the year (G-92)."""
    year = due.period_first.year
    done = set(Performance.objects.filter(organ=due.organ_id, year=year).values_list("section_id", flat=True))
    wanted = Section.objects.on(due.period_last).filter(organ=due.organ_id).exclude(kind="局领导")
    names = list(wanted)
    return (
        f"{year}年{len(names)}个科室和单位都已登记。"
        if names and all(one.pk in done for one in names)
        else ""
    )


def planned(due: DutyDue) -> str:
    lines = StudyPlan.objects.filter(organ=due.organ_id, year=due.period_first.year).count()
    return f"{due.period_first.year}年学习计划{lines}项。" if lines else ""


def supervised(due: DutyDue) -> str:
    lines = ProjectLine.objects.filter(
        organ=due.organ_id, kind="督查", at__date__gte=due.period_first, at__date__lte=due.period_last
    )
    number = lines.values("project").distinct().count()
    return f"督查了{number}个重点工作项目。" if number else ""


def talked(pair: str) -> Evidence:
    """Nobody of that pair is left out in the half-year (01-21.3)."""

    def found(due: DutyDue) -> str:
        organ = Organ.objects.get(pk=due.organ_id)
        left = missing(organ, due.period_last)[pair]
        talks = HeartTalk.objects.filter(
            organ=organ, pair=pair, day__gte=due.period_first, day__lte=due.period_last
        ).count()
        return f"谈心谈话{talks}次，没有遗漏。" if talks and not left else ""

    return found


SOURCES: dict[str, Evidence] = {
    "组织自然灾害应急演练": drilled("自然灾害"),
    "组织公共卫生应急演练": drilled("公共卫生"),
    "组织公共安全应急演练": drilled("公共安全"),
    "组织重特大事故应急演练": drilled("重特大事故"),
    "到街镇、园区指导": guided,
    "登记科室年度绩效": performed,
    "制订中心组学习计划": planned,
    "督查重点工作项目": supervised,
    "一把手同班子成员谈心": talked(TOP),
    "一把手同中层正职谈心": talked(MIDDLE),
    "分管领导同分管科室谈心": talked(LED),
    "科室内部谈心": talked(INSIDE),
    "召开党组会议": held("党组会议"),
    "召开局长办公会议": held("局长办公会议"),
    "召开党组民主生活会": held("民主生活会"),
}


def register() -> None:
    """Called once by the app when it is ready."""
    for duty, source in SOURCES.items():
        evidence("governance", duty, source)
