"""强行用印的报告 (17-9), 印章处置和责任追究 (17-10)."""

from django.db import models
from django.db.models import Q

from zhixing.regulations.seals.models.choices import (
    COERCION_STATES,
    INCIDENT_KINDS,
    INCIDENT_STATES,
    pairs,
)


class Coercion(models.Model):
    """Read by the chief and the discipline head alone, and by whoever wrote it; never by whom it is about."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    seal = models.ForeignKey("seals.Seal", models.PROTECT, related_name="+", verbose_name="印章")
    reporter = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="报告人")
    about = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="强行要求的人")
    day = models.DateField("日期")
    text = models.TextField("经过", max_length=2000)
    state = models.CharField("状态", max_length=3, choices=pairs(COERCION_STATES), default="待处理")
    at = models.DateTimeField("报告时间")
    answer = models.CharField("处理情况", max_length=500, blank=True)
    answered_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="处理人"
    )
    answered_at = models.DateTimeField("处理时间", null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="待处理") | ~Q(answer=""), name="what_was_coerced_is_answered"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day}：{self.seal}"


class Incident(models.Model):
    """What happened to a seal: whether it was stopped and whom it is asked of follows from the kind."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    seal = models.ForeignKey("seals.Seal", models.PROTECT, related_name="incidents", verbose_name="印章")
    kind = models.CharField("情形", max_length=4, choices=pairs(INCIDENT_KINDS))
    day = models.DateField("日期")
    text = models.TextField("经过", max_length=2000)
    disposal = models.CharField("处置", max_length=4, choices=pairs(("立即停用", "照常使用")))
    accountable = models.BooleanField("追究责任")
    responsible = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="责任人"
    )
    hand_in_by = models.DateField("最迟上交", null=True)
    state = models.CharField("状态", max_length=3, choices=pairs(INCIDENT_STATES), default="处理中")
    outcome = models.CharField("处理结果", max_length=500, blank=True)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")
    closed_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="处理人"
    )
    closed_at = models.DateTimeField("处理时间", null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="处理中") | ~Q(outcome=""), name="an_incident_ends_with_its_outcome"
            )
        ]

    def __str__(self) -> str:
        return f"{self.seal}：{self.kind}"


class Destruction(models.Model):
    """销毁: two witnesses were there, and the impression stays on file."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    seal = models.OneToOneField("seals.Seal", models.PROTECT, related_name="destruction", verbose_name="印章")
    day = models.DateField("销毁日期")
    place = models.CharField("地点、方式", max_length=120)
    first_witness = models.ForeignKey(
        "organ.Person", models.PROTECT, related_name="+", verbose_name="在场人一"
    )
    second_witness = models.ForeignKey(
        "organ.Person", models.PROTECT, related_name="+", verbose_name="在场人二"
    )
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(first_witness=models.F("second_witness")), name="two_witnesses_saw_it_destroyed"
            )
        ]

    def __str__(self) -> str:
        return f"{self.seal}销毁"
