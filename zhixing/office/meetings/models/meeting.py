"""A meeting, who may host it in another's place, and who was told of it."""

from django.db import models
from django.db.models import F, Q

MEETING_STATES = [
    ("筹备", "筹备"),
    ("已通知", "已通知"),
    ("进行中", "进行中"),
    ("记录待核", "记录待核"),
    ("已锁定", "已锁定"),
    ("流会", "流会"),
    ("已取消", "已取消"),
]
CAPACITIES = [("应到", "应到"), ("列席", "列席"), ("邀请", "邀请列席")]


class Meeting(models.Model):
    """One meeting of a kind. `turn` is its number within kind and year, taken with the notice."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    kind = models.CharField("会议", max_length=20)
    title = models.CharField("名称", max_length=120)
    year = models.PositiveSmallIntegerField("年")
    turn = models.PositiveIntegerField("届次", null=True)
    starts_at = models.DateTimeField("开会时间")
    place = models.CharField("地点", max_length=80)
    host = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="主持人")
    recorder = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="记录人")
    recorder_why = models.CharField("代为记录的原因", max_length=200, blank=True)
    urgent_reason = models.CharField("临时召开的原因", max_length=300, blank=True)
    state = models.CharField("状态", max_length=4, choices=MEETING_STATES, default="筹备")
    reason = models.CharField("流会、取消的原因", max_length=300, blank=True)
    created_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+")
    created_at = models.DateTimeField("登记时间")
    notified_at = models.DateTimeField("通知时间", null=True)
    opened_at = models.DateTimeField("宣布开会", null=True)
    closed_at = models.DateTimeField("宣布散会", null=True)

    class Meta:
        ordering = ["-starts_at", "-id"]
        indexes = [models.Index(fields=["organ", "kind", "state", "starts_at"])]
        constraints = [
            models.UniqueConstraint(fields=["organ", "kind", "year", "turn"], name="a_turn_once_a_kind"),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(opened_at__lte=F("closed_at")),
                name="a_meeting_ends_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Mandate(models.Model):
    """委托主持: for one meeting only; hosting can be given to another, a vote cannot."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="mandates")
    giver = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="委托人")
    receiver = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="受托人")
    reason = models.CharField("原因", max_length=300)
    at = models.DateTimeField("委托时间")
    revoked_at = models.DateTimeField("收回时间", null=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(giver=F("receiver")), name="a_mandate_to_another"),
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(revoked_at=None), name="one_mandate_a_meeting"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.giver}委托{self.receiver}主持"


class Invitation(models.Model):
    """Who was told of a meeting, in which capacity, for which topic, and when it was read."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="invitations")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="姓名")
    capacity = models.CharField("身份", max_length=2, choices=CAPACITIES)
    item = models.ForeignKey("meetings.Item", models.PROTECT, null=True, related_name="invited")
    sent_at = models.DateTimeField("通知时间", null=True)
    read_at = models.DateTimeField("阅知时间", null=True)

    class Meta:
        ordering = ["capacity", "person__number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person", "item"], nulls_distinct=False, name="invited_once_a_topic"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}{self.capacity}"
