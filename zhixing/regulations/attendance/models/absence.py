"""Absence: nothing is absence before notice, hearing and a decision (02-1.2b, 02-3.2)."""

from django.db import models
from django.db.models import Q

from zhixing.regulations.attendance.models.signin import HALVES

ABSENCE_STATES = [
    ("待核实", "待核实"),
    ("已通知", "已通知本人"),
    ("已陈述", "本人已陈述"),
    ("待认定", "待认定"),
    ("已认定", "已认定"),
    ("不予认定", "不予认定"),
]
OPEN_STATES = ["待核实", "已通知", "已陈述", "待认定"]


class AbsenceCase(models.Model):
    """Unexplained half days of one person, from the question to the decision."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT, related_name="+")
    number = models.CharField("编号", max_length=40)
    person = models.ForeignKey(
        "organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="本人"
    )
    state = models.CharField("状态", max_length=4, choices=ABSENCE_STATES, default="待核实")
    facts = models.CharField("事实", max_length=1000)
    opened_by = models.ForeignKey("organ.Person", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField("提出时间")
    notice = models.CharField("通知内容", max_length=1000, blank=True)
    notified_at = models.DateTimeField("通知时间", null=True, blank=True)
    hear_by = models.DateField("陈述申辩截止", null=True, blank=True)
    statement = models.CharField("陈述申辩", max_length=2000, blank=True)
    stated_at = models.DateTimeField("陈述时间", null=True, blank=True)
    opinion = models.CharField("办公室意见", max_length=1000, blank=True)
    proposed_at = models.DateTimeField("提请认定时间", null=True, blank=True)
    decided_by = models.ForeignKey(
        "organ.Person", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="认定人"
    )
    decided_at = models.DateTimeField("认定时间", null=True, blank=True)
    decision = models.CharField("认定意见", max_length=1000, blank=True)
    ruling = models.JSONField("裁定", default=dict)

    class Meta:
        ordering = ["-opened_at"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "number"], name="absence_number_once"),
            models.CheckConstraint(
                condition=~Q(state="已认定") | (Q(notified_at__isnull=False) & Q(decided_by__isnull=False)),
                name="absence_only_after_notice_by_a_person",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class AbsenceHalf(models.Model):
    """One half day of a case; one explained or turned into leave later stays, marked."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(AbsenceCase, on_delete=models.PROTECT, related_name="halves")
    person = models.ForeignKey("organ.Person", on_delete=models.PROTECT, related_name="+")
    day = models.DateField("日期")
    half = models.CharField("半天", max_length=2, choices=HALVES)
    released_at = models.DateTimeField("转出时间", null=True, blank=True)
    released_why = models.CharField("转出原因", max_length=500, blank=True)

    class Meta:
        ordering = ["day", "half"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "person", "day", "half"],
                condition=Q(released_at__isnull=True),
                name="one_case_a_half_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.half}"
