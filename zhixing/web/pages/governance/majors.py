"""重大事项档案: deliberation, consent, research, plan, each offered to whoever may do it now (01-9)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms

from zhixing.journal.write import Receipt
from zhixing.office.papers.columns import Kind
from zhixing.organ.models import Section
from zhixing.organ.policy import visible
from zhixing.regulations.governance.models import MajorMatter, Topic
from zhixing.regulations.governance.models.choices import MAJOR_STATES, TOPIC_MEETINGS
from zhixing.regulations.governance.workflow.answering_for import sections_of
from zhixing.regulations.governance.workflow.major import (
    Asked,
    consent,
    deliberate,
    end,
    first_hand,
    leaders_of,
    plan,
    propose,
    research,
)
from zhixing.web.pages.governance.kept_files import keeping
from zhixing.web.pages.pressed import Button, written
from zhixing.web.pages.records import Book, Entry, Shown
from zhixing.web.pages.records.forms import PersonField, RecordForm, SectionField, chosen, lines, text
from zhixing.web.requests import DeskRequest, acting, looking

SAY, CONSENT, RESEARCH, PLAN, END = "登记酝酿意见", "同意并明确牵头领导", "登记调研", "登记方案和意见", "终止"


class MajorForm(RecordForm):
    section = SectionField("提出科室")
    meeting = chosen("拟上会议", TOPIC_MEETINGS)
    title = text("事项", 120)
    reason = lines("缘由", 2000, "为什么要办，准备办成什么样。")


class SayForm(RecordForm):
    leader = PersonField("领导")
    text = lines("意见", 500)


class ConsentForm(RecordForm):
    lead = PersonField("牵头领导")
    especial = forms.BooleanField(
        label="特别重大或者影响深远", required=False, help_text="选了这一项，要有专家论证和风险评估。"
    )
    text = lines("意见", 500, required=False)


class ResearchForm(RecordForm):
    text = lines("调研情况", 4000)
    report = forms.FileField(label="调研报告", required=False, widget=forms.FileInput)
    expert = forms.FileField(label="专家论证", required=False, widget=forms.FileInput)
    risk = forms.FileField(label="风险评估", required=False, widget=forms.FileInput)


class PlanForm(RecordForm):
    plan = lines("建议方案", 4000)
    scope = text("征求意见范围", 300, required=False)
    number = forms.IntegerField(label="征求人数", min_value=0, max_value=100_000)
    against = forms.IntegerField(label="反对人数", min_value=0, max_value=100_000)
    objections = lines("反对意见", 2000, required=False)


class EndForm(RecordForm):
    reason = lines("终止原因", 300)


def plan_pressed(**typed: Any) -> Receipt:
    """The five fields of the form are one thing to the act."""
    names = ("plan", "scope", "number", "against", "objections")
    asked = Asked(*(typed.pop(name) for name in names))
    return plan(asked=asked, **typed)


def buttons_of(request: DeskRequest, major: MajorMatter) -> dict[str, Button]:
    """What this person may do now; the act itself looks again."""
    of = {"major": major}
    made: dict[str, tuple[str, type[RecordForm], str, Callable[..., Receipt]]] = {
        SAY: ("酝酿意见已登记。", SayForm, "say", deliberate),
        CONSENT: ("已同意，可以开始调研。", ConsentForm, "consent", consent),
        RESEARCH: ("调研已登记。", ResearchForm, "research", keeping(research, "report", "expert", "risk")),
        PLAN: ("方案和征求意见的情况已登记。", PlanForm, "plan", plan_pressed),
        END: ("已终止。", EndForm, "end", end),
    }
    viewer = looking(request)
    given = {"organ": viewer.organ, "day": viewer.day, "initial": written_before(major)}
    return {
        word: Button(said, written(request, word, form, prefix, **given), act, of)
        for word, (said, form, prefix, act) in made.items()
        if word in offered(request, major)
    }


def written_before(major: MajorMatter) -> dict[str, Any]:
    """A plan that is changed after objections begins with what was said last time."""
    if major.planned_at is None:
        return {}
    return {
        "plan": major.plan,
        "scope": major.asked_scope,
        "number": major.asked_number,
        "against": major.against_number,
        "objections": major.objections,
    }


def offered(request: DeskRequest, major: MajorMatter) -> list[str]:
    person = acting(request)
    chief = first_hand(major.meeting, major.organ, request.at)
    leads, proposed = major.lead_id == person.pk, major.proposer_id == person.pk
    may = {
        SAY: major.state == "酝酿中" and (proposed or person in leaders_of(major.organ, request.at)),
        CONSENT: major.state == "酝酿中" and chief == person,
        RESEARCH: major.state == "调研中" and leads,
        PLAN: major.state in {"征求意见", "可上会"} and leads,
        END: major.state != "已终止" and (proposed or chief == person),
    }
    return [word for word, holds in may.items() if holds]


def of_major(request: DeskRequest, major: MajorMatter) -> Mapping[str, Any]:
    files = (
        ("调研报告", major.research_file),
        ("专家论证", major.expert_file),
        ("风险评估", major.risk_file),
    )
    return {
        "said_before": major.deliberations.select_related("leader"),
        "files": [(label, file) for label, file in files if file],
        "topics": visible(looking(request), Topic).filter(major=major).select_related("matter"),
    }


def may_propose(request: DeskRequest) -> bool:
    person, viewer = acting(request), looking(request)
    return bool(sections_of(person, viewer.day)) or person in leaders_of(viewer.organ, request.at)


def figures(one: MajorMatter) -> str:
    return f"征求{one.asked_number}人，反对{one.against_number}人" if one.planned_at else ""


def section_name(section: Section | None) -> str:
    return section.name if section else ""


MAJORS = Book(
    name="majors",
    title="重大事项",
    model=MajorMatter,
    columns=(
        Shown("事项", lambda one: one.title),
        Shown("编号", lambda one: one.number),
        Shown("提出科室", lambda one: section_name(one.section)),
        Shown("拟上会议", lambda one: one.meeting),
        Shown("牵头领导", lambda one: one.lead.name if one.lead else ""),
        Shown("征求意见", figures),
        Shown("提出人", lambda one: one.proposer.name, listed=False),
        Shown("提出时间", lambda one: one.created_at, Kind.MOMENT, listed=False),
        Shown("缘由", lambda one: one.reason, listed=False),
        Shown("一把手意见", lambda one: one.consent, listed=False),
        Shown("特别重大", lambda one: "是" if one.especial else "否", listed=False),
        Shown("调研情况", lambda one: one.research, listed=False),
        Shown("建议方案", lambda one: one.plan, listed=False),
        Shown("征求意见范围", lambda one: one.asked_scope, listed=False),
        Shown("反对意见", lambda one: one.objections, listed=False),
        Shown("终止原因", lambda one: one.ended_reason, listed=False),
        Shown("状态", lambda one: one.state, state=True),
    ),
    clause="01-9.1",
    hint="重大事项先在有关领导之间酝酿，一把手同意以后调研，征求意见以后才能上会。",
    entry=Entry("提出重大事项", MajorForm, propose, "重大事项已登记，请先征求有关领导的意见。", may_propose),
    related=("section", "lead", "proposer", "research_file", "expert_file", "risk_file", "organ"),
    search=("title", "number"),
    search_label="事项、编号",
    states=("state", tuple(word for word, _ in MAJOR_STATES)),
    icon="signpost-split",
    buttons=buttons_of,
    beside=of_major,
    template="web/governance/major.html",
)
