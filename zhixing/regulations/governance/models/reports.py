"""副职向一把手报告 (01-3)."""

from django.db import models

REPORT_STATES = [("待签收", "待签收"), ("已签收", "已签收"), ("已批示", "已批示")]


class DeputyReport(models.Model):
    """What a deputy told the chief of the own portfolio, the advice, and what the chief answered."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    deputy = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="报告人")
    section = models.ForeignKey(
        "organ.Section", models.PROTECT, null=True, related_name="+", verbose_name="分管科室"
    )
    title = models.CharField("事项", max_length=120)
    text = models.TextField("情况", max_length=4000)
    advice = models.TextField("建议", max_length=2000)
    sent_at = models.DateTimeField("报告时间")
    state = models.CharField("状态", max_length=3, choices=REPORT_STATES, default="待签收")
    answer = models.TextField("批示", max_length=2000, blank=True)
    answered_by = models.ForeignKey("organ.Person", models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField("签收时间", null=True)

    class Meta:
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return self.title
