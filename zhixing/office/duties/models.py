"""Recurring duties that fell due, notices to people, and the marks of scheduled work."""

from django.db import models
from django.db.models import Q

DUTY_STATES = [("待办", "待办"), ("已办", "已办")]
URGENCIES = [("提示", "提示"), ("临期", "临期"), ("到期", "到期"), ("逾期", "逾期")]


class DutyDue(models.Model):
    """One turn of a recurring duty: for which period, by which day, and what showed that it was done."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    regulation = models.CharField("制度", max_length=40)
    edition = models.DateField("版本")
    duty = models.CharField("任务", max_length=60)
    post = models.CharField("谁", max_length=40)
    wanted = models.CharField("凭据要求", max_length=200, blank=True)
    clause = models.CharField("条款", max_length=16, blank=True)
    cite = models.CharField("出处", max_length=100, blank=True)
    period = models.CharField("周期", max_length=40)
    period_first = models.DateField("周期起")
    period_last = models.DateField("周期止")
    due = models.DateField("限办日期")
    estimated = models.BooleanField("暂估", default=False)
    state = models.CharField("状态", max_length=4, choices=DUTY_STATES, default="待办")
    evidence = models.CharField("凭据", max_length=400, blank=True)
    done_by = models.ForeignKey("organ.Person", models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField("办结时间", null=True)
    created_at = models.DateTimeField("生成时间")

    class Meta:
        ordering = ["due", "id"]
        indexes = [models.Index(fields=["organ", "state", "due"])]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "regulation", "duty", "period_first"], name="a_duty_once_a_period"
            ),
            models.CheckConstraint(
                condition=Q(state="待办", done_at=None) | (Q(state="已办") & ~Q(done_at=None)),
                name="a_done_duty_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period}{self.duty}"


class Notice(models.Model):
    """A line to one person; it says where to look and holds nothing secret or personal (domain 4.2)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="notices")
    key = models.CharField("标识", max_length=120)
    urgency = models.CharField("程度", max_length=4, choices=URGENCIES, default="提示")
    text = models.CharField("内容", max_length=300)
    object_kind = models.CharField("对象", max_length=40)
    object_id = models.CharField("对象编号", max_length=40)
    at = models.DateTimeField("时间")
    read_at = models.DateTimeField("阅读时间", null=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["organ", "person", "read_at", "-at"])]
        constraints = [
            models.UniqueConstraint(fields=["organ", "person", "key"], name="a_notice_once_a_person")
        ]

    def __str__(self) -> str:
        return self.text


class Looked(models.Model):
    """Up to which day an organ's duties have been looked through; a missed day is caught up from here."""

    organ = models.OneToOneField("organ.Organ", models.PROTECT, related_name="+", primary_key=True)
    day = models.DateField("到哪天")

    def __str__(self) -> str:
        return f"{self.organ_id} {self.day}"


class Turn(models.Model):
    """One turn of a schedule; it takes effect once, however many workers try it (not a record of an organ)."""

    schedule = models.CharField("计划", max_length=60)
    slot = models.DateTimeField("应在")
    job = models.UUIDField("作业", null=True)
    attempts = models.PositiveSmallIntegerField("次数", default=0)
    done_at = models.DateTimeField("完成时间", null=True)

    class Meta:
        ordering = ["-slot"]
        constraints = [models.UniqueConstraint(fields=["schedule", "slot"], name="a_turn_once")]

    def __str__(self) -> str:
        return f"{self.schedule} {self.slot:%Y-%m-%d %H:%M}"


class Beat(models.Model):
    """A worker that lives writes down when; one that has been silent too long is taken for dead."""

    worker = models.CharField("工作进程", max_length=64, primary_key=True)
    at = models.DateTimeField("最近一次")

    def __str__(self) -> str:
        return self.worker
