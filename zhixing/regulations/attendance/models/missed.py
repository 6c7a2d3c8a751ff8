"""A forgotten sign-in as the person states it, and what was decided on it (02-1.1a, domain R2 2.3 A)."""

from django.db import models
from django.db.models import Q

from zhixing.regulations.attendance.models.signin import HALVES, SignIn

MISSED_STATES = [("待确认", "待确认"), ("已确认", "已确认"), ("未确认", "未确认"), ("已撤回", "已撤回")]


class MissedSignIn(models.Model):
    """`arrived` is when the person says to have been there; a sign-in exists only by the decision."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        "organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="姓名"
    )
    day = models.DateField("日期")
    half = models.CharField("半天", max_length=2, choices=HALVES)
    arrived = models.TimeField("到岗时间")
    witness = models.ForeignKey(
        "organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="证明人"
    )
    reason = models.CharField("漏签原因", max_length=200)
    state = models.CharField("状态", max_length=4, choices=MISSED_STATES, default="待确认")
    told_at = models.DateTimeField("说明时间")
    decided_by = models.ForeignKey(
        "organ.Person", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="确认人"
    )
    decided_at = models.DateTimeField("确认时间", null=True, blank=True)
    opinion = models.CharField("确认意见", max_length=500, blank=True)
    sign_in = models.OneToOneField(SignIn, on_delete=models.PROTECT, null=True, related_name="missed")

    class Meta:
        ordering = ["-day", "-told_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "person", "day", "half"],
                condition=Q(state__in=["待确认"]),
                name="one_open_missed_sign_in",
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.half}"
