"""决定事项 and how each is carried out, to its end."""

from django.db import models
from django.db.models import Q

RESOLUTION_STATES = [("办理中", "办理中"), ("待核", "待核"), ("已办结", "已办结"), ("已终止", "已终止")]
PROGRESS_KINDS = [
    ("进展", "进展"),
    ("督查", "督查"),
    ("催办", "催办"),
    ("申请延期", "申请延期"),
    ("同意延期", "同意延期"),
    ("不同意延期", "不同意延期"),
    ("报送办结", "报送办结"),
    ("退回", "退回"),
    ("办结", "办结"),
    ("评估", "评估"),
    ("终止", "终止"),
]


class Resolution(models.Model):
    """What was decided is never changed; a material change is a new topic that names this one (01-11)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    item = models.OneToOneField("meetings.Item", models.PROTECT, related_name="resolution")
    number = models.CharField("决定号", max_length=40)
    text = models.TextField("决定事项", max_length=4000)
    lead = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="牵头领导")
    section = models.ForeignKey("organ.Section", models.PROTECT, related_name="+", verbose_name="责任科室")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="责任人")
    due = models.DateField("时限")
    set_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="交办人")
    adopted_at = models.DateTimeField("决定时间")
    state = models.CharField("状态", max_length=3, choices=RESOLUTION_STATES, default="办理中")
    percent = models.PositiveSmallIntegerField("进度", default=0)
    closed_at = models.DateTimeField("办结时间", null=True)

    class Meta:
        ordering = ["due", "id"]
        indexes = [models.Index(fields=["organ", "state", "due"])]
        constraints = [
            models.UniqueConstraint(fields=["organ", "number"], name="a_resolution_numbered_once"),
            models.CheckConstraint(condition=Q(percent__lte=100), name="no_more_than_the_whole"),
        ]

    def __str__(self) -> str:
        return self.number


class Progress(models.Model):
    """One line of a resolution's follow-up; only ever added."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    resolution = models.ForeignKey(Resolution, models.PROTECT, related_name="progress")
    kind = models.CharField("事项", max_length=5, choices=PROGRESS_KINDS)
    text = models.TextField("内容", max_length=2000)
    percent = models.PositiveSmallIntegerField("进度", null=True)
    due = models.DateField("新时限", null=True)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.kind
