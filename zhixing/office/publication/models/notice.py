"""A notice as it stands, and every text of it that was ever published."""

from django.db import models
from django.db.models import F, Q

STATES = [
    ("拟稿", "拟稿"),
    ("待审核", "待审核"),
    ("已审核", "已审核"),
    ("公示中", "公示中"),
    ("已撤下", "已撤下"),
]
PUBLIC_STATES = ("公示中",)


class PublicNotice(models.Model):
    """公示. `text` is the text being written; what was published stands in `texts`.

    `source` names the regulation's own record, as "appointments.case:12". The period runs from the day after
    `published_on` for `working_days` working days; `last_day` is its last, both included.
    """

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    kind = models.CharField("公示种类", max_length=20)
    source = models.CharField("来源", max_length=80)
    title = models.CharField("标题", max_length=120)
    text = models.TextField("公示内容", max_length=4000)
    scope = models.CharField("公示范围", max_length=200)
    contact = models.CharField("受理方式", max_length=200)
    state = models.CharField("状态", max_length=3, choices=STATES, default="拟稿")
    drafted_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="拟稿人")
    drafted_at = models.DateTimeField("拟稿时间")
    edit_reason = models.CharField("修改原因", max_length=300, blank=True)
    reviewed_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="审核人"
    )
    reviewed_at = models.DateTimeField("审核时间", null=True)
    review = models.CharField("审核意见", max_length=500, blank=True)
    published_on = models.DateField("发布日期", null=True)
    working_days = models.PositiveSmallIntegerField("公示期", null=True)
    last_day = models.DateField("期满日", null=True)
    estimated = models.BooleanField("暂估", default=False)
    taken_down_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="撤下人"
    )
    taken_down_at = models.DateTimeField("撤下时间", null=True)
    taken_down_reason = models.CharField("撤下原因", max_length=300, blank=True)

    class Meta:
        ordering = ["-drafted_at", "-id"]
        indexes = [models.Index(fields=["organ", "kind", "state"])]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "kind", "source"],
                condition=~Q(state="已撤下"),
                name="one_standing_notice_a_source",
            ),
            models.CheckConstraint(
                condition=~Q(state="公示中")
                | Q(published_on__isnull=False, working_days__isnull=False, last_day__isnull=False),
                name="a_published_notice_has_its_period",
            ),
            models.CheckConstraint(
                condition=Q(last_day=None) | Q(last_day__gt=F("published_on")),
                name="a_period_after_publishing",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PublishedText(models.Model):
    """One text as it was published, with its own period; never changed, the next one stands beside it (E36)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    notice = models.ForeignKey(PublicNotice, models.PROTECT, related_name="texts")
    number = models.PositiveSmallIntegerField("第几次发布")
    title = models.CharField("标题", max_length=120)
    text = models.TextField("公示内容", max_length=4000)
    scope = models.CharField("公示范围", max_length=200)
    contact = models.CharField("受理方式", max_length=200)
    reason = models.CharField("修改原因", max_length=300, blank=True)
    published_on = models.DateField("发布日期")
    working_days = models.PositiveSmallIntegerField("公示期")
    last_day = models.DateField("发布时算出的期满日")
    estimated = models.BooleanField("暂估", default=False)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="发布人")
    at = models.DateTimeField("发布时间")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["notice", "number"], name="a_text_numbered_once")]

    def __str__(self) -> str:
        return f"第{self.number}次发布"
