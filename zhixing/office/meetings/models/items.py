"""Topics of a meeting, taken one at a time, what was said to each, and what absent members let know."""

from django.db import models
from django.db.models import Q

ITEM_STATES = [("待议", "待议"), ("讨论中", "讨论中"), ("已议", "已议")]
RESULTS = [
    ("", "还没有结果"),
    ("通过", "通过"),
    ("未通过", "未通过"),
    ("暂缓", "暂缓"),
    ("未议", "未议（到会不足）"),
    ("已传达", "传达学习，不作决定"),
    ("撤回", "撤回"),
]
SPEECH_KINDS = [
    ("汇报", "汇报"),
    ("人事说明", "人事说明"),
    ("发言", "发言"),
    ("列席发言", "列席发言"),
    ("主持人表态", "主持人表态"),
]


class Item(models.Model):
    """议题. `source` names the regulation's own record it comes from, as "governance.topic:12"."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, related_name="items")
    order = models.PositiveSmallIntegerField("序号")
    title = models.CharField("议题", max_length=200)
    category = models.CharField("类别", max_length=20)
    proposal = models.TextField("建议意见", max_length=4000)
    section = models.ForeignKey(
        "organ.Section", models.PROTECT, null=True, related_name="+", verbose_name="提出科室"
    )
    reporter = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="汇报人"
    )
    source = models.CharField("来源", max_length=80, blank=True)
    revises = models.ForeignKey(
        "meetings.Resolution", models.PROTECT, null=True, related_name="revised_by", verbose_name="修改原决定"
    )
    state = models.CharField("状态", max_length=3, choices=ITEM_STATES, default="待议")
    result = models.CharField("结果", max_length=3, choices=RESULTS, blank=True)
    decision = models.TextField("决定", max_length=4000, blank=True)
    divided = models.BooleanField("分歧较大", default=False)
    emergency_reason = models.CharField("紧急理由", max_length=300, blank=True)
    reason = models.CharField("说明", max_length=300, blank=True)
    taken_off_at = models.DateTimeField("撤出议程", null=True)
    opened_at = models.DateTimeField("开始", null=True)
    closed_at = models.DateTimeField("结束", null=True)

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(state="讨论中"), name="one_open_topic_a_meeting"
            ),
            models.UniqueConstraint(
                fields=["organ", "source", "meeting"], condition=~Q(source=""), name="a_source_once_a_meeting"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Speech(models.Model):
    """发言: in the order in which it was said; the host's own stand last."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, models.PROTECT, related_name="speeches")
    order = models.PositiveSmallIntegerField("次序")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="发言人")
    kind = models.CharField("性质", max_length=5, choices=SPEECH_KINDS)
    text = models.TextField("要点", max_length=4000)
    finding = models.CharField("提示", max_length=200, blank=True)
    at = models.DateTimeField("时间")
    entered_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["item", "order"], name="a_place_a_speech")]

    def __str__(self) -> str:
        return f"{self.person}{self.kind}"


class AbsentOpinion(models.Model):
    """What an absent member let know: minuted beside the topic, with no way into a count (01-6.5)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, related_name="absent_opinions")
    item = models.ForeignKey(Item, models.PROTECT, null=True, related_name="absent_opinions")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="缺席成员")
    form = models.CharField("方式", max_length=2, choices=[("书面", "书面"), ("口头", "口头")])
    text = models.TextField("意见", max_length=2000)
    at = models.DateTimeField("时间")
    entered_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.person}的意见"
