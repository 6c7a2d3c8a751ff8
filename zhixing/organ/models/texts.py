"""The wording of a regulation as the organ issued it; our editions say it in words of their own."""

from django.db import models
from django.db.models import Q

from zhixing.organ.models.organ import Organ


class RegulationText(models.Model):
    """The official wording of one clause; a later entry supersedes it and both stay."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    number = models.CharField("制度编号", max_length=8)
    clause = models.CharField("条款", max_length=16)
    text = models.TextField("原文")
    source = models.CharField("来源文件", max_length=200)
    entered_by = models.CharField("录入人", max_length=60)
    at = models.DateTimeField("录入时间")
    superseded_at = models.DateTimeField("被替换时间", null=True, blank=True)

    class Meta:
        ordering = ["number", "clause", "-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "number", "clause"],
                condition=Q(superseded_at__isnull=True),
                name="one_wording_of_a_clause",
            )
        ]

    def __str__(self) -> str:
        return self.clause
