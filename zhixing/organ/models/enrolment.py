"""One-time codes: whoever holds one besides the password may set up the first second factor (ID-05)."""

from django.db import models
from django.db.models import F, Q

from zhixing.organ.models.account import Account
from zhixing.organ.models.organ import Organ


class Enrolment(models.Model):
    """Only the digest is kept; the code itself is shown once, to the officer who hands it over."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="enrolments")
    digest = models.CharField("摘要", max_length=64)
    issued_at = models.DateTimeField("签发时间")
    until = models.DateTimeField("有效期至")
    failures = models.PositiveSmallIntegerField("输错次数", default=0)
    used_at = models.DateTimeField("使用时间", null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=Q(until__gt=F("issued_at")), name="a_code_ends")]

    def __str__(self) -> str:
        return f"{self.account}的登记码"
