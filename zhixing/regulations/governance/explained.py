"""Which rows of governance the journal explains."""

from __future__ import annotations

from django.db.models import Model

from zhixing.journal import snapshots
from zhixing.regulations.governance.models import (
    Accountability,
    Acknowledgement,
    Bypass,
    Deliberation,
    DeputyReport,
    Drill,
    DutySheet,
    EmergencyAction,
    EmergencyPlan,
    Growth,
    Guidance,
    Headcount,
    HeartTalk,
    MajorMatter,
    Performance,
    Project,
    ProjectLine,
    SelfStudy,
    StaffProfile,
    StudyPlan,
    StudySeat,
    StudySession,
    Target,
    Topic,
    TopicPaper,
)

KINDS: dict[type[Model], str] = {
    Accountability: "问责登记",
    Acknowledgement: "制度签收",
    Bypass: "合规审计",
    Deliberation: "酝酿意见",
    DeputyReport: "副职报告",
    Drill: "应急演练",
    DutySheet: "岗位责任书",
    EmergencyAction: "临机处置",
    EmergencyPlan: "应急预案",
    Growth: "培养锻炼",
    Guidance: "街镇园区指导",
    Headcount: "核定职数",
    HeartTalk: "谈心谈话",
    MajorMatter: "重大事项",
    Performance: "科室绩效",
    Project: "重点工作项目",
    ProjectLine: "项目督查",
    SelfStudy: "自学登记",
    StaffProfile: "人员情况",
    StudyPlan: "中心组学习计划",
    StudySeat: "中心组出席",
    StudySession: "中心组学习",
    Target: "项目任务",
    Topic: "议题申报",
    TopicPaper: "议题附件",
}


def register() -> None:
    """Called once by the app when it is ready: every concrete field but the row's own number."""
    for model, kind in KINDS.items():
        fields = tuple(field.attname for field in model._meta.concrete_fields if not field.primary_key)
        snapshots.register(model, kind, fields)
