"""党组理论学习中心组 (01-20.1): plan, sessions, seats, self-study."""

from django.db import models
from django.db.models import Q

SEAT_STATES = [("应到", "应到"), ("到会", "到会"), ("请假", "请假"), ("缺席", "缺席")]
SESSION_STATES = [("已通知", "已通知"), ("已学习", "已学习"), ("已取消", "已取消")]
STUDY_FORMS = [
    ("集中研讨", "集中研讨"),
    ("专家辅导", "专家辅导"),
    ("专题读书", "专题读书"),
    ("现场学习", "现场学习"),
]


class StudyPlan(models.Model):
    """One line of the year's plan."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("年度")
    month = models.PositiveSmallIntegerField("月份")
    topic = models.CharField("专题", max_length=200)
    form = models.CharField("形式", max_length=4, choices=STUDY_FORMS)
    speaker = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="中心发言人"
    )
    wider = models.CharField("扩大范围", max_length=200, blank=True)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["year", "month", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(month__gte=1, month__lte=12), name="a_month_of_the_year")
        ]

    def __str__(self) -> str:
        return f"{self.year}年{self.month}月{self.topic}"


class StudySession(models.Model):
    """One session; `halves` in half-days."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    day = models.DateField("日期")
    halves = models.PositiveSmallIntegerField("折合半天数")
    place = models.CharField("地点", max_length=80)
    topic = models.CharField("专题", max_length=200)
    form = models.CharField("形式", max_length=4, choices=STUDY_FORMS)
    host = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="主持人")
    host_basis = models.CharField("委托主持的说明", max_length=200, blank=True)
    speaker = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="中心发言人")
    expert = models.CharField("辅导专家", max_length=80, blank=True)
    materials = models.CharField("学习材料", max_length=300, blank=True)
    state = models.CharField("状态", max_length=3, choices=SESSION_STATES, default="已通知")
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")
    recorded_at = models.DateTimeField("记录时间", null=True)
    cancel_reason = models.CharField("取消原因", max_length=300, blank=True)

    class Meta:
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        return f"{self.day}{self.topic}"


class StudySeat(models.Model):
    """A person's place in a session: a member of the group (`core`), or somebody it was widened to."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    session = models.ForeignKey(StudySession, models.PROTECT, related_name="seats")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="姓名")
    core = models.BooleanField("中心组成员", default=True)
    state = models.CharField("到会", max_length=2, choices=SEAT_STATES, default="应到")
    reason = models.CharField("请假原因", max_length=200, blank=True)
    agreed_by = models.ForeignKey("organ.Person", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-core", "person__number"]
        constraints = [models.UniqueConstraint(fields=["session", "person"], name="one_seat_a_session")]

    def __str__(self) -> str:
        return f"{self.person}{self.state}"


class SelfStudy(models.Model):
    """自学 and the online school's yearly task of one person."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="姓名")
    year = models.PositiveSmallIntegerField("年度")
    text = models.CharField("学习内容", max_length=300)
    hours = models.PositiveSmallIntegerField("学时")
    finished = models.BooleanField("网络学堂年度任务已完成", default=False)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["-year", "person__number", "pk"]

    def __str__(self) -> str:
        return f"{self.person}{self.year}年{self.text}"
