"""What is typed into the registers of 01; what it holds is judged by the workflow, not here."""

from __future__ import annotations

from typing import Any

from django import forms

from zhixing.regulations.governance.models import EmergencyPlan
from zhixing.regulations.governance.models.plans import PLAN_KINDS
from zhixing.regulations.governance.models.posts import LEVELS
from zhixing.regulations.governance.models.staff import EDUCATION, GROWTH_KINDS, PARTIES
from zhixing.regulations.governance.models.talks import PAIRS
from zhixing.web.pages.records.forms import (
    PeopleField,
    PersonField,
    RecordForm,
    SectionField,
    chosen,
    lines,
)
from zhixing.web.pages.records.forms import (
    day as calendar_day,
)
from zhixing.web.pages.records.forms import (
    text as short,
)


class ReportForm(RecordForm):
    """副职报告."""

    title = short("事项", 120)
    section = SectionField("分管科室", required=False)
    text = lines("情况", 4000)
    advice = lines("建议", 2000)


class AnswerForm(RecordForm):
    """签收, with words an instruction."""

    text = lines("批示", 2000, "不写批示就是签收。", required=False)


class GuidanceForm(RecordForm):
    """街镇园区指导记录."""

    day = calendar_day("日期")
    place = short("街镇、园区", 80)
    people = PeopleField("参加人")
    text = lines("指导事项", 2000)
    feedback = lines("问题和反馈", 2000, required=False)


class PerformanceForm(RecordForm):
    """科室年度绩效."""

    section = SectionField("科室")
    year = forms.IntegerField(label="年度", min_value=2018, max_value=2100)
    quality = lines("定性指标和完成情况", 2000)
    planned = forms.IntegerField(label="定量任务数", min_value=0, max_value=100_000)
    done = forms.IntegerField(label="完成数", min_value=0, max_value=100_000)


class TalkForm(RecordForm):
    """谈心谈话记录表."""

    pair = chosen("类型", PAIRS)
    other = PersonField("谈话对象")
    day = calendar_day("日期")
    place = short("地点", 80)
    topic = short("主题", 120)
    text = lines("主要内容", 4000, "只有谈话的两个人和党组书记看得到。")
    advice = lines("意见建议", 2000, required=False)
    follow = lines("后续措施", 2000, required=False)


class PlanForm(RecordForm):
    """应急预案."""

    kind = chosen("类别", PLAN_KINDS)
    title = short("预案名称", 120)
    version = short("版本", 20, "例如：2026年修订。")
    owner = SectionField("责任科室")
    approved = calendar_day("印发日期")
    text = lines("要点", 4000)


class PlanField(forms.ModelChoiceField[EmergencyPlan]):
    def label_from_instance(self, obj: EmergencyPlan) -> str:
        return f"{obj.kind}：{obj}"


class DrillForm(RecordForm):
    """应急演练."""

    plan = PlanField(label="预案", queryset=EmergencyPlan.objects.none(), empty_label="请选择")
    day = calendar_day("日期")
    place = short("地点", 80)
    number = forms.IntegerField(label="参加人数", min_value=1, max_value=10_000)
    text = lines("经过", 2000)
    faults = lines("发现的问题", 2000, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plans = self.fields["plan"]
        assert isinstance(plans, PlanField)
        plans.queryset = EmergencyPlan.objects.filter(organ=self.of_organ)


class SheetForm(RecordForm):
    """岗位责任书."""

    section = SectionField("科室")
    post = short("岗位", 60)
    holder = PersonField("责任人")
    backup = PersonField("B岗", required=False)
    duties = lines("职责", 4000)
    measures = lines("工作举措", 2000)
    task = short("限期事项", 200, "没有的不填。", required=False)
    due = calendar_day("完成时限", "填了限期事项的要填。", required=False)
    since = calendar_day("起")


class FinishForm(RecordForm):
    """完成限期事项."""

    text = lines("完成情况", 500)


class HeadcountForm(RecordForm):
    """核定职数."""

    section = SectionField("科室")
    post = chosen("岗位", LEVELS)
    number = forms.IntegerField(label="核定职数", min_value=0, max_value=99)
    document = short("依据", 200, "写“三定”方案的文号。")
    since = calendar_day("起")


class ProfileForm(RecordForm):
    """人员情况."""

    person = PersonField("姓名")
    education = chosen("学历", EDUCATION)
    specialty = short("专业", 60)
    party = chosen("政治面貌", PARTIES)
    ethnicity = forms.CharField(label="民族", max_length=12, initial="汉族")


class GrowthForm(RecordForm):
    """培养锻炼."""

    person = PersonField("姓名")
    kind = chosen("类别", GROWTH_KINDS)
    title = short("内容", 120)
    place = short("单位、岗位", 80)
    since = calendar_day("起")
    until = calendar_day("止", required=False)
    result = short("结果", 300, required=False)


class AccountabilityForm(RecordForm):
    """问责登记."""

    person = PersonField("被问责人")
    day = calendar_day("日期")
    facts = lines("事实", 2000)
    basis = short("依据", 300, "写区级文件的名称和条款。")
    heard = lines("本人陈述", 2000)
    result = short("处理结果", 300)


class ReasonForm(RecordForm):
    """撤销."""

    reason = lines("撤销原因", 300, "登记和撤销原因都保留可查。")


class NothingForm(RecordForm):
    """Nothing but the button."""
