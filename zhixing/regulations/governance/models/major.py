"""重大事项档案 (01-9): consulted about, consented to, looked into, planned, asked about, then put before a meeting."""

from django.db import models
from django.db.models import F, Q

from zhixing.regulations.governance.models.choices import MAJOR_STATES, TOPIC_MEETINGS


class MajorMatter(models.Model):
    """One major matter from the first talk among leaders to the day it may be put before a meeting."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    number = models.CharField("编号", max_length=40)
    title = models.CharField("事项", max_length=120)
    section = models.ForeignKey("organ.Section", models.PROTECT, related_name="+", verbose_name="提出科室")
    proposer = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="提出人")
    meeting = models.CharField("拟上会议", max_length=10, choices=TOPIC_MEETINGS)
    reason = models.TextField("缘由", max_length=2000)
    state = models.CharField("状态", max_length=4, choices=MAJOR_STATES, default="酝酿中")
    created_at = models.DateTimeField("提出时间")
    consented_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="一把手"
    )
    consented_at = models.DateTimeField("同意时间", null=True)
    consent = models.CharField("一把手意见", max_length=500, blank=True)
    lead = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="牵头领导"
    )
    especial = models.BooleanField("特别重大或者影响深远", default=False)
    research = models.TextField("调研情况", max_length=4000, blank=True)
    research_file = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, related_name="+", verbose_name="调研报告"
    )
    expert_file = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, related_name="+", verbose_name="专家论证"
    )
    risk_file = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, related_name="+", verbose_name="风险评估"
    )
    researched_at = models.DateTimeField("调研完成", null=True)
    plan = models.TextField("建议方案", max_length=4000, blank=True)
    asked_scope = models.CharField("征求意见范围", max_length=300, blank=True)
    asked_number = models.PositiveIntegerField("征求人数", default=0)
    against_number = models.PositiveIntegerField("反对人数", default=0)
    objections = models.TextField("反对意见", max_length=2000, blank=True)
    planned_at = models.DateTimeField("方案完成", null=True)
    ended_reason = models.CharField("终止原因", max_length=300, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "number"], name="a_major_matter_numbered_once"),
            models.CheckConstraint(
                condition=Q(against_number__lte=F("asked_number")), name="no_more_against_than_asked"
            ),
            models.CheckConstraint(
                condition=Q(state__in=("酝酿中", "已终止")) | ~Q(consented_at=None),
                name="nothing_looked_into_without_consent",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Deliberation(models.Model):
    """酝酿: what one leader said beforehand; only ever added (01-9.1)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    major = models.ForeignKey(MajorMatter, models.PROTECT, related_name="deliberations")
    leader = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="领导")
    text = models.CharField("意见", max_length=500)
    at = models.DateTimeField("时间")
    entered_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.leader}：{self.text}"
