"""议题申报单 (01-6.3, 01-8.3): one topic of one section for one of the two meetings."""

from django.db import models
from django.db.models import Q

from zhixing.regulations.governance.models.choices import (
    PERSONNEL_KINDS,
    TOPIC_CATEGORIES,
    TOPIC_MEETINGS,
    TOPIC_STATUSES,
)


class Topic(models.Model):
    """Its way runs as a matter; what a meeting made of it stands with the meeting's item."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    matter = models.OneToOneField("matters.Matter", models.PROTECT, related_name="topic")
    section = models.ForeignKey(
        "organ.Section", models.PROTECT, null=True, related_name="+", verbose_name="申报科室"
    )
    meeting = models.CharField("会议", max_length=10, choices=TOPIC_MEETINGS, blank=True)
    category = models.CharField("类别", max_length=20, choices=TOPIC_CATEGORIES, blank=True)
    title = models.CharField("议题名称", max_length=120, blank=True)
    proposal = models.TextField("建议意见", max_length=4000, blank=True)
    reporter = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="汇报人"
    )
    basis = models.TextField("依据文件", max_length=1000, blank=True)
    sit_in = models.CharField("建议列席", max_length=200, blank=True)
    personnel = models.CharField("人事事项", max_length=4, choices=PERSONNEL_KINDS, blank=True)
    amount = models.BigIntegerField("金额（分）", null=True)
    is_major = models.BooleanField("重大事项", default=False)
    major = models.ForeignKey(
        "governance.MajorMatter",
        models.PROTECT,
        null=True,
        related_name="topics",
        verbose_name="重大事项档案",
    )
    revises = models.ForeignKey(
        "meetings.Resolution", models.PROTECT, null=True, related_name="+", verbose_name="修改原决定"
    )
    status = models.CharField("状态", max_length=4, choices=TOPIC_STATUSES, default="草稿")
    collected_at = models.DateTimeField("汇总完成", null=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["organ", "meeting", "status"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gte=0), name="a_topic_costs_nothing_or_more"
            )
        ]

    def __str__(self) -> str:
        return self.title


class TopicPaper(models.Model):
    """议题附件: only ever added, so that what was agreed to stays as it was (E34)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="papers")
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+", verbose_name="附件")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["topic", "file"], name="a_paper_once_a_topic")]

    def __str__(self) -> str:
        return str(self.file)
