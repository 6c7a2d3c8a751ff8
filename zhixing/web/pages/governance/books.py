"""The registers of 01 as they are declared (01-3, 01-13, 01-15, 01-17, 01-19, 01-21)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from zhixing.office.papers.columns import Kind
from zhixing.organ.headcount import filled_on
from zhixing.regulations.governance.models import (
    Accountability,
    DeputyReport,
    Drill,
    DutySheet,
    EmergencyPlan,
    Growth,
    Guidance,
    Headcount,
    HeartTalk,
    Performance,
    StaffProfile,
)
from zhixing.regulations.governance.models.reports import REPORT_STATES
from zhixing.regulations.governance.workflow import guidance, plans, posts, reports, staff, talks
from zhixing.web.pages.governance import register_forms as forms
from zhixing.web.pages.pressed import Button, written
from zhixing.web.pages.records import Book, Entry, Shown
from zhixing.web.requests import DeskRequest, acting, looking

May = Callable[[DeskRequest], bool]


def anybody(_: DeskRequest) -> bool:
    return True


def roles(*wanted: str) -> May:
    def may(request: DeskRequest) -> bool:
        return bool(request.roles & set(wanted))

    return may


def button(
    request: DeskRequest, word: str, form: type[Any], said: str, act: Any, **given: Any
) -> dict[str, Button]:
    """One thing that may be done with a record."""
    viewer = looking(request)
    filled = written(request, word, form, f"act-{word}", organ=viewer.organ, day=viewer.day)
    return {word: Button(said, filled, act, given)}


def person(field: str) -> Callable[[Any], str]:
    def name(record: Any) -> str:
        found = getattr(record, field)
        return found.name if found else ""

    return name


def of(field: str) -> Callable[[Any], Any]:
    def value(record: Any) -> Any:
        return getattr(record, field)

    return value


def answering(request: DeskRequest, record: DeputyReport) -> Mapping[str, Button]:
    if "局长" not in request.roles or record.state == "已批示":
        return {}
    return button(request, "签收或者批示", forms.AnswerForm, "报告已签收。", reports.answer, report=record)


def confirming(request: DeskRequest, record: HeartTalk) -> Mapping[str, Button]:
    if record.confirmed_at or record.other_id != acting(request).pk:
        return {}
    return button(request, "确认谈话", forms.NothingForm, "谈话已确认。", talks.confirm, talk=record)


def finishing(request: DeskRequest, record: DutySheet) -> Mapping[str, Button]:
    if not record.task or record.done_at or acting(request).pk not in {record.holder_id, record.backup_id}:
        return {}
    return button(request, "完成限期事项", forms.FinishForm, "已登记完成。", posts.finish_task, sheet=record)


def voiding(request: DeskRequest, record: Accountability) -> Mapping[str, Button]:
    if record.voided_at:
        return {}
    return button(request, "撤销问责", forms.ReasonForm, "问责已撤销。", staff.void, record=record)


def filled(record: Headcount) -> int:
    return filled_on(record.organ, record.section, record.post, max(record.since, record.at.date()))


REPORTS = Book(
    name="deputy_reports", title="副职报告", model=DeputyReport, clause="01-3",
    hint="分管工作有了要紧的情况，由副职在这里向局长报告。", who_sees="报告人、局长和办公室主任可以看",
    related=("deputy", "section", "answered_by"), order=("-sent_at",), search=("title", "deputy__name"),
    search_label="事项、报告人", states=("state", tuple(word for word, _ in REPORT_STATES)), icon="envelope-paper",
    columns=(
        Shown("事项", of("title"), width=30), Shown("报告人", person("deputy")), Shown("状态", of("state"), state=True),
        Shown("报告时间", of("sent_at"), Kind.MOMENT), Shown("分管科室", person("section"), listed=False),
        Shown("情况", of("text"), width=46, listed=False), Shown("建议", of("advice"), width=40, listed=False),
        Shown("批示", of("answer"), width=40, listed=False), Shown("签收时间", of("answered_at"), Kind.MOMENT),
    ),
    entry=Entry("向局长报告", forms.ReportForm, reports.report, "报告已送局长。", roles("局领导")), buttons=answering,
)  # fmt: skip
GUIDANCE = Book(
    name="guidance", title="街镇园区指导记录", model=Guidance, clause="01-17",
    hint="到街镇、园区指导以后，在这里登记；各业务科室每月至少一次。", related=("section", "by"), order=("-day", "-pk"),
    search=("place", "section__name"), search_label="街镇园区、科室", icon="geo-alt",
    columns=(
        Shown("日期", of("day"), Kind.DATE), Shown("街镇、园区", of("place"), width=24), Shown("科室", person("section")),
        Shown("参加人", of("people_named"), width=24), Shown("指导事项", of("text"), width=46),
        Shown("问题和反馈", of("feedback"), width=40, listed=False), Shown("登记人", person("by"), listed=False),
    ),
    entry=Entry("登记指导", forms.GuidanceForm, guidance.visit, "指导记录已登记。", anybody),
)  # fmt: skip
PERFORMANCE = Book(
    name="performance", title="科室年度绩效", model=Performance, clause="01-17",
    hint="每年年底由各科室登记一次；系统只统计完成率，不打分。", related=("section", "by"),
    order=("-year", "section__order"), search=("section__name",), search_label="科室", icon="bar-chart",
    columns=(
        Shown("年度", lambda one: f"{one.year}年"), Shown("科室", person("section")),
        Shown("定量任务数", of("planned"), Kind.WHOLE), Shown("完成数", of("done"), Kind.WHOLE),
        Shown("完成率", lambda one: f"{one.done * 100 // one.planned}%"),
        Shown("定性指标和完成情况", of("quality"), width=46, listed=False), Shown("登记人", person("by"), listed=False),
    ),
    entry=Entry("登记绩效", forms.PerformanceForm, guidance.performance, "绩效已登记。", anybody),
)  # fmt: skip
TALKS = Book(
    name="heart_talks", title="谈心谈话", model=HeartTalk, clause="01-21.3",
    hint="谈话以后由其中一人登记，另一人确认；内容只有两人和党组书记看得到。", who_sees="谈话的两个人和党组书记可以看",
    related=("talker", "other"), order=("-day", "-pk"), search=("other__name", "talker__name"), search_label="姓名",
    icon="chat-heart", list_template="web/governance/talks.html",
    above=lambda request: {"missing": talks.missing(looking(request).organ, looking(request).day)}
    if "办公室主任" in request.roles or "局领导" in request.roles
    else {},
    columns=(
        Shown("日期", of("day"), Kind.DATE), Shown("类型", lambda one: one.get_pair_display(), width=20),
        Shown("谈话人", person("talker")), Shown("谈话对象", person("other")), Shown("主题", of("topic"), width=30),
        Shown("主要内容", of("text"), width=46, listed=False), Shown("意见建议", of("advice"), listed=False),
        Shown("后续措施", of("follow"), listed=False), Shown("对方确认", of("confirmed_at"), Kind.MOMENT),
    ),
    entry=Entry("登记谈话", forms.TalkForm, talks.hold, "谈话已登记，请对方确认。", anybody), buttons=confirming,
)  # fmt: skip
PLANS = Book(
    name="emergency_plans", title="应急预案", model=EmergencyPlan, clause="01-15",
    hint="四类突发事件各要有一份预案，由办公室登记。", related=("owner", "by"), search=("title",), search_label="预案名称",
    icon="shield-exclamation", order=("kind", "-approved"), list_template="web/governance/plans.html",
    above=lambda request: {"warned": plans.warnings(looking(request).organ, looking(request).day)},
    columns=(
        Shown("预案名称", of("title"), width=30), Shown("类别", of("kind")), Shown("版本", of("version")),
        Shown("责任科室", person("owner")), Shown("印发日期", of("approved"), Kind.DATE),
        Shown("要点", of("text"), width=46, listed=False), Shown("登记人", person("by"), listed=False),
    ),
    entry=Entry("登记预案", forms.PlanForm, plans.enter_plan, "预案已登记。", roles("办公室主任")),
)  # fmt: skip
DRILLS = Book(
    name="drills", title="应急演练", model=Drill, clause="01-15",
    hint="每类预案每年至少演练一次，由办公室登记。", related=("plan", "by"), search=("place", "plan__title"),
    search_label="地点、预案", icon="megaphone", order=("-day", "-pk"),
    columns=(
        Shown("日期", of("day"), Kind.DATE), Shown("预案", lambda one: str(one.plan), width=30),
        Shown("类别", lambda one: one.plan.kind), Shown("地点", of("place")), Shown("参加人数", of("number"), Kind.WHOLE),
        Shown("经过", of("text"), width=46, listed=False), Shown("发现的问题", of("faults"), width=40, listed=False),
    ),
    entry=Entry("登记演练", forms.DrillForm, plans.enter_drill, "演练已登记。", roles("办公室主任")),
)  # fmt: skip
SHEETS = Book(
    name="duty_sheets", title="岗位责任书", model=DutySheet, clause="01-13",
    hint="定岗、定人、定责任；由科室负责人或者办公室登记。", related=("section", "holder", "backup"),
    search=("post", "holder__name", "section__name"), search_label="岗位、责任人、科室", icon="person-badge",
    order=("section__order", "post", "-since"), buttons=finishing,
    columns=(
        Shown("岗位", of("post"), width=24), Shown("科室", person("section")), Shown("责任人", person("holder")),
        Shown("B岗", person("backup")), Shown("职责", of("duties"), width=46, listed=False),
        Shown("工作举措", of("measures"), width=40, listed=False), Shown("限期事项", of("task"), width=30),
        Shown("完成时限", of("due"), Kind.DATE), Shown("完成情况", of("done_text"), listed=False),
        Shown("起", of("since"), Kind.DATE, listed=False), Shown("止", of("ended"), Kind.DATE, listed=False),
    ),
    entry=Entry("登记责任书", forms.SheetForm, posts.enter_sheet, "岗位责任书已登记。", roles("办公室主任", "科室负责人")),
)  # fmt: skip
HEADCOUNT = Book(
    name="headcount", title="核定职数", model=Headcount, clause="01-20.3",
    hint="照“三定”方案登记每个科室的职数；任职时照这里核对。", related=("section", "organ"), search=("section__name",),
    search_label="科室", icon="diagram-2", order=("section__order", "post", "-since"),
    columns=(
        Shown("科室", person("section")), Shown("岗位", of("post")), Shown("核定职数", of("number"), Kind.WHOLE),
        Shown("已配", filled, Kind.WHOLE), Shown("依据", of("document"), width=34), Shown("起", of("since"), Kind.DATE),
        Shown("止", of("until"), Kind.DATE),
    ),
    entry=Entry("登记职数", forms.HeadcountForm, posts.approve_number, "职数已登记。", roles("办公室主任")),
)  # fmt: skip
PROFILES = Book(
    name="staff_profiles", title="人员情况", model=StaffProfile, clause="01-21.1",
    hint="登记学历、专业、政治面貌，队伍结构照这里统计。", who_sees="局领导和办公室主任可以看", related=("person",),
    search=("person__name", "specialty"), search_label="姓名、专业", icon="people", order=("person__number",),
    columns=(
        Shown("姓名", person("person")), Shown("学历", of("education")), Shown("专业", of("specialty"), width=20),
        Shown("政治面貌", of("party")), Shown("民族", of("ethnicity")), Shown("登记时间", of("at"), Kind.MOMENT),
    ),
    entry=Entry("登记人员情况", forms.ProfileForm, staff.profile, "人员情况已登记。", roles("办公室主任")),
)  # fmt: skip
GROWTH = Book(
    name="growth", title="培养锻炼", model=Growth, clause="01-21.2",
    hint="培训、轮岗、挂职、到基层锻炼，由办公室登记。", who_sees="本人、局领导和办公室主任可以看", related=("person", "by"),
    search=("person__name", "title"), search_label="姓名、内容", icon="graph-up-arrow", order=("-since", "-pk"),
    columns=(
        Shown("内容", of("title"), width=30), Shown("姓名", person("person")), Shown("类别", of("kind")),
        Shown("单位、岗位", of("place"), width=24), Shown("起", of("since"), Kind.DATE), Shown("止", of("until"), Kind.DATE),
        Shown("结果", of("result"), width=30, listed=False),
    ),
    entry=Entry("登记培养锻炼", forms.GrowthForm, staff.grow, "培养锻炼已登记。", roles("办公室主任")),
)  # fmt: skip
ACCOUNTABILITY = Book(
    name="accountability", title="问责登记", model=Accountability, clause="01-19",
    hint="只登记已经由有权的人决定的问责；事实、依据、本人陈述都要写。", who_sees="局领导、办公室主任和纪检组长可以看",
    related=("person", "by"), search=("person__name",), search_label="姓名", icon="exclamation-octagon",
    order=("-day", "-pk"), buttons=voiding,
    columns=(
        Shown("日期", of("day"), Kind.DATE), Shown("被问责人", person("person")), Shown("处理结果", of("result"), width=30),
        Shown("依据", of("basis"), width=30), Shown("事实", of("facts"), width=46, listed=False),
        Shown("本人陈述", of("heard"), width=40, listed=False), Shown("登记人", person("by"), listed=False),
        Shown("撤销时间", of("voided_at"), Kind.MOMENT), Shown("撤销原因", of("void_reason"), listed=False),
    ),
    entry=Entry("登记问责", forms.AccountabilityForm, staff.hold_to_account, "问责已登记。", roles("局长", "办公室主任", "纪检")),
)  # fmt: skip
