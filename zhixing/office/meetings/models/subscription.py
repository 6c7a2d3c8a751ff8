"""An address under which a person's own calendar program reads that person's meetings, and nothing else."""

from django.db import models
from django.db.models import Q


class Subscription(models.Model):
    """Only the digest of the address is kept. It opens the calendar alone, unlike a token of the interface."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    account = models.ForeignKey("organ.Account", models.PROTECT, related_name="+")
    digest = models.CharField("摘要", max_length=64, unique=True)
    created_at = models.DateTimeField("生成时间")
    ended_at = models.DateTimeField("停用时间", null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["account"], condition=Q(ended_at=None), name="one_calendar_address_an_account"
            )
        ]

    def __str__(self) -> str:
        return f"{self.account}的会议日历"
