"""会议记录, sealed by its hash, what is corrected beside it, and the issued 会议纪要."""

from django.db import models


class Minutes(models.Model):
    """The record of a meeting as it was checked; `content` is what the hash is of."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    meeting = models.OneToOneField("meetings.Meeting", models.PROTECT, related_name="minutes")
    content = models.JSONField("记录")
    alg = models.CharField("算法", max_length=12)
    hash = models.CharField("校验值", max_length=64)
    submitted_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="记录人")
    submitted_at = models.DateTimeField("提交时间")
    checked_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="核对人"
    )
    sealed_at = models.DateTimeField("锁定时间", null=True)
    returned_reason = models.CharField("退回原因", max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.meeting}记录"


class Correction(models.Model):
    """更正说明: stands beside the sealed record, confirmed by the host."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="corrections")
    place = models.CharField("更正何处", max_length=200)
    text = models.TextField("更正为", max_length=2000)
    reason = models.CharField("原因", max_length=300)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="更正人")
    at = models.DateTimeField("更正时间")
    confirmed_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="确认人"
    )
    confirmed_at = models.DateTimeField("确认时间", null=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"更正：{self.place}"


class Summary(models.Model):
    """会议纪要: numbered within series and year, made from the sealed record."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    meeting = models.OneToOneField("meetings.Meeting", models.PROTECT, related_name="summary")
    series = models.CharField("系列", max_length=20)
    year = models.PositiveSmallIntegerField("年")
    number = models.PositiveIntegerField("期号", null=True)
    content = models.JSONField("内容")
    sent_to = models.CharField("分送", max_length=300)
    drafted_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="拟稿人")
    drafted_at = models.DateTimeField("拟稿时间")
    signed_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="签发人"
    )
    issued_at = models.DateTimeField("印发时间", null=True)

    class Meta:
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "series", "year", "number"], name="a_summary_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return (
            f"{self.series}〔{self.year}〕第{self.number}期" if self.number else f"{self.meeting}纪要（待签）"
        )
