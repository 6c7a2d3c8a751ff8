"""Who asked to stay away, and who came, left, came back or withdrew: events, never a tick."""

from django.db import models
from django.db.models import Q

PRESENCE_KINDS = [
    ("到会", "到会"),
    ("离席", "离席"),
    ("返回", "返回"),
    ("回避", "回避"),
    ("退席", "退席"),
]
ABSENCE_STATES = [("待批", "待批"), ("准假", "准假"), ("不准", "不准")]
FORMS_OF_OPINION = [("", "没有意见"), ("书面", "书面"), ("口头", "口头")]


class Absence(models.Model):
    """会前请假: to the one who convenes; an opinion given with it is minuted and never counted."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, related_name="absences")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="请假人")
    reason = models.CharField("原因", max_length=300)
    asked_at = models.DateTimeField("请假时间")
    state = models.CharField("状态", max_length=2, choices=ABSENCE_STATES, default="待批")
    decided_by = models.ForeignKey("organ.Person", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField("批复时间", null=True)

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="one_absence_a_meeting"),
            models.CheckConstraint(
                condition=Q(state="待批", decided_at=None) | (~Q(state="待批") & ~Q(decided_at=None)),
                name="a_decided_absence_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}请假"


class Presence(models.Model):
    """One event. `item` is the topic for which a person withdraws (回避); the end of that topic ends it."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, related_name="presences")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="姓名")
    kind = models.CharField("情况", max_length=2, choices=PRESENCE_KINDS)
    item = models.ForeignKey("meetings.Item", models.PROTECT, null=True, related_name="withdrawn")
    note = models.CharField("说明", max_length=200, blank=True)
    at = models.DateTimeField("时间")
    entered_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["meeting", "person", "at"])]

    def __str__(self) -> str:
        return f"{self.person}{self.kind}"
