"""What is typed about key projects (01-14)."""

from __future__ import annotations

from django import forms

from zhixing.web.pages.records.forms import (
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


class ProjectForm(RecordForm):
    """重点工作项目卡."""

    name = short("项目名称", 120)
    goal = lines("目标", 2000)
    leader = PersonField("领办领导")
    section = SectionField("牵头科室")
    lead = PersonField("责任人", hint="一个项目只有一位责任人。")
    helpers = short("协作科室、人员", 300, required=False)
    group = short("临时领导小组", 300, "全局性的项目才设，写成员。", required=False)
    group_until = calendar_day("领导小组到", required=False)
    since = calendar_day("开始")
    due = calendar_day("完成时限")


class TargetForm(RecordForm):
    """分解任务."""

    text = short("任务", 200)
    person = PersonField("责任人")
    quantity = forms.IntegerField(label="数量", min_value=1, max_value=1_000_000)
    unit = short("单位", 10)
    due = calendar_day("时限")


class ProgressForm(RecordForm):
    """进展."""

    text = lines("进展", 2000)
    percent = forms.IntegerField(label="进度（%）", min_value=0, max_value=99)


class WatchForm(RecordForm):
    """督查、催办、完成、终止."""

    kind = chosen("事项", [(word, word) for word in ("督查", "催办", "完成", "终止")])
    text = lines("内容", 2000)


class DoneForm(RecordForm):
    """完成数 of one target."""

    done = forms.IntegerField(label="已完成", min_value=0, max_value=1_000_000)
