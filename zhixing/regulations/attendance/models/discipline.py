"""Discipline records, warnings of the efficiency office, admonition talks (02-3.1, 02-3.3)."""

from django.db import models
from django.db.models import Q

RECORD_KINDS = [
    ("擅离岗位", "擅离岗位"),
    ("玩游戏", "工作时间玩游戏"),
    ("炒股", "工作时间炒股"),
    ("网购", "工作时间网购"),
    ("效能告诫", "效能办督查告诫"),
    ("其他", "其他"),
]
TALK_STATES = [("待安排", "待安排"), ("待谈话", "待谈话"), ("已谈话", "已谈话"), ("已撤销", "已撤销")]


class DisciplineRecord(models.Model):
    """What was found, when, by whom, and where it is written."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        "organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="姓名"
    )
    kind = models.CharField("情形", max_length=8, choices=RECORD_KINDS)
    day = models.DateField("日期")
    source = models.CharField("来源", max_length=200)
    text = models.CharField("事实", max_length=1000)
    by = models.ForeignKey("organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")
    voided_at = models.DateTimeField("撤销时间", null=True, blank=True)
    void_reason = models.CharField("撤销原因", max_length=500, blank=True)

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return f"{self.day} {self.kind}"


class Talk(models.Model):
    """An admonition talk: proposed to the chief, who says who talks (G-73)."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        "organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="对象"
    )
    year = models.PositiveSmallIntegerField("年")
    month = models.PositiveSmallIntegerField("月")
    count = models.PositiveSmallIntegerField("当月次数")
    state = models.CharField("状态", max_length=4, choices=TALK_STATES, default="待安排")
    proposed_at = models.DateTimeField("提请时间")
    talker = models.ForeignKey(
        "organ.Person", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="谈话人"
    )
    assigned_by = models.ForeignKey("organ.Person", on_delete=models.PROTECT, null=True, related_name="+")
    assigned_at = models.DateTimeField("安排时间", null=True, blank=True)
    held_at = models.DateTimeField("谈话时间", null=True, blank=True)
    content = models.CharField("谈话内容", max_length=2000, blank=True)
    stance = models.CharField("本人表态", max_length=1000, blank=True)
    reversed_at = models.DateTimeField("撤销时间", null=True, blank=True)
    reverse_reason = models.CharField("撤销原因", max_length=500, blank=True)
    ruling = models.JSONField("裁定", default=dict)

    class Meta:
        ordering = ["-year", "-month", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "person", "year", "month"],
                condition=~Q(state="已撤销"),
                name="one_talk_a_month",
            )
        ]

    def __str__(self) -> str:
        return f"{self.year}年{self.month}月 {self.state}"
