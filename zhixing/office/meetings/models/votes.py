"""A vote: how it was held, who was due and present, and what it came to."""

from django.db import models
from django.db.models import F, Q

VOTE_FORMS = [("口头", "口头表决"), ("举手", "举手表决"), ("记名", "记名投票"), ("无记名", "无记名投票")]
VOTE_STATES = [("表决中", "表决中"), ("已结束", "已结束"), ("未完成", "未完成")]


class Vote(models.Model):
    """One numbered vote on a topic; a repeated one has its reason, and the first stays.

    Counts stand here once the vote is over, never while it runs. `ruling` is the answer of the regulation:
    the result is taken from it and from nothing else.
    """

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    item = models.ForeignKey("meetings.Item", models.PROTECT, related_name="votes")
    number = models.PositiveSmallIntegerField("第几次")
    form = models.CharField("方式", max_length=3, choices=VOTE_FORMS)
    on_paper = models.BooleanField("用纸质票", default=False)
    again_reason = models.CharField("再次表决的原因", max_length=300, blank=True)
    roll = models.ForeignKey("meetings.Roll", models.PROTECT, related_name="+")
    due = models.PositiveSmallIntegerField("应到")
    present = models.PositiveSmallIntegerField("实到")
    state = models.CharField("状态", max_length=3, choices=VOTE_STATES, default="表决中")
    opened_at = models.DateTimeField("开始")
    closed_at = models.DateTimeField("结束", null=True)
    entered_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="计票登记人"
    )
    in_favour = models.PositiveSmallIntegerField("赞成", null=True)
    against = models.PositiveSmallIntegerField("反对", null=True)
    abstained = models.PositiveSmallIntegerField("弃权", null=True)
    not_voting = models.PositiveSmallIntegerField("到会未表决", null=True)
    invalid = models.PositiveSmallIntegerField("无效", null=True)
    withdrawn = models.PositiveSmallIntegerField("回避", default=0)
    passed = models.BooleanField("通过", null=True)
    ruling = models.JSONField("依据", default=dict)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="a_vote_numbered_once"),
            models.UniqueConstraint(
                fields=["item"], condition=Q(state="表决中"), name="one_open_vote_a_topic"
            ),
            models.CheckConstraint(
                condition=~Q(state="已结束")
                | Q(present=F("in_favour") + F("against") + F("abstained") + F("not_voting") + F("invalid")),
                name="a_closed_vote_adds_up",
            ),
            models.CheckConstraint(condition=Q(present__lte=F("due")), name="no_more_present_than_due"),
        ]

    def __str__(self) -> str:
        return f"第{self.number}次表决"
