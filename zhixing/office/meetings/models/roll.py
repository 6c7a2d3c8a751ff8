"""应到: who should attend, computed from the posts held on the day and kept as it was then."""

from django.db import models

STAGES = [("通知", "发通知时"), ("开会", "宣布开会时"), ("表决", "表决时")]
CAPACITIES = [("应到", "应到"), ("列席", "列席")]
OFF_REASONS = [
    ("疾病", "患病不能表达意志"),
    ("境外", "长期在境外难以按时返回"),
    ("停止党籍", "停止党籍"),
    ("留党察看", "留党察看期间"),
    ("留置逮捕", "被留置、逮捕"),
    ("卧床", "年老体弱卧床或者长期病休、生活不能自理"),
    ("外出半年", "调动、挂职、外出学习半年以上未转组织关系"),
    ("流动", "情况特殊的流动党员"),
]


class Roll(models.Model):
    """One count of who is due; the last one taken is the meeting's."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, related_name="rolls")
    stage = models.CharField("何时", max_length=2, choices=STAGES)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.stage} {self.at}"


class RollLine(models.Model):
    """One person of a roll with the post by which the person is on it."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    roll = models.ForeignKey(Roll, models.PROTECT, related_name="lines")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="姓名")
    capacity = models.CharField("身份", max_length=2, choices=CAPACITIES)
    post = models.CharField("职务", max_length=60)

    class Meta:
        ordering = ["capacity", "person__number"]
        constraints = [models.UniqueConstraint(fields=["roll", "person"], name="on_a_roll_once")]

    def __str__(self) -> str:
        return f"{self.person}{self.capacity}"


class LeftOut(models.Model):
    """不计入应到: a member who holds the post and is not counted, with the ground (domain N3.6)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    kind = models.CharField("会议", max_length=20)
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="姓名")
    reason = models.CharField("情形", max_length=6, choices=OFF_REASONS)
    basis = models.CharField("依据", max_length=200)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")
    ended_at = models.DateTimeField("撤销时间", null=True)

    class Meta:
        ordering = ["-since", "-id"]

    def __str__(self) -> str:
        return f"{self.person}{self.get_reason_display()}"
