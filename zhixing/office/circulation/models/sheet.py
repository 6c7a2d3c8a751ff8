"""办文单、传阅单: one paper on its way, with the named boxes that leaders write into."""

from django.db import models
from django.db.models import Q

RUNNING, CLOSED, STOPPED = "流转中", "已办结", "已停止"
SHEET_STATES = [(state, state) for state in (RUNNING, CLOSED, STOPPED)]

ADVICE, INSTRUCTION = "拟办意见", "领导批示"
BOX_LABELS = [(label, label) for label in (ADVICE, INSTRUCTION)]
AHEAD, WAITING, SIGNED, PASSED = "未到", "待签", "已签", "已跳过"
BOX_STATES = [(state, state) for state in (AHEAD, WAITING, SIGNED, PASSED)]


class Sheet(models.Model):
    """`source` names the regulation's own record; `watcher` urges by name what is pressing or weighty."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    kind = models.CharField("种类", max_length=20)
    source = models.CharField("来源", max_length=80)
    number = models.CharField("编号", max_length=40)
    title = models.CharField("标题", max_length=300)
    state = models.CharField("状态", max_length=3, choices=SHEET_STATES, default=RUNNING)
    due = models.DateField("办理期限", null=True)
    watcher = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="催办人"
    )
    opened_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    opened_at = models.DateTimeField("开始时间")
    closed_at = models.DateTimeField("结束时间", null=True)
    end_reason = models.CharField("结束说明", max_length=300, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["organ", "kind", "state"])]
        constraints = [
            models.UniqueConstraint(fields=["organ", "source"], name="one_sheet_a_source"),
            models.CheckConstraint(
                condition=Q(state=RUNNING) | Q(closed_at__isnull=False), name="an_ended_sheet_has_its_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class Box(models.Model):
    """One named box: whose it is, in which order it comes, what was written, by whose hand and when.

    What stands in a box is never changed; who wants to add something gets a further box.
    """

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="boxes")
    label = models.CharField("栏目", max_length=4, choices=BOX_LABELS)
    order = models.PositiveSmallIntegerField("顺序")
    leader = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="签署人")
    post = models.CharField("职务", max_length=40, blank=True)
    state = models.CharField("状态", max_length=3, choices=BOX_STATES, default=AHEAD)
    arrived_at = models.DateTimeField("送达时间", null=True)
    text = models.CharField("意见", max_length=1000, blank=True)
    assigns = models.BooleanField("有办理意见", default=False)
    signed_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="签名"
    )
    on_behalf = models.CharField("代签依据", max_length=60, blank=True)
    signed_at = models.DateTimeField("签署时间", null=True)
    passed_reason = models.CharField("跳过原因", max_length=300, blank=True)

    class Meta:
        ordering = ["sheet_id", "order"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "order"], name="one_box_a_place"),
            models.UniqueConstraint(
                fields=["sheet"], condition=Q(state=WAITING), name="one_box_waits_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(state=SIGNED) | Q(signed_by__isnull=False, signed_at__isnull=False),
                name="signed_with_name_and_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=PASSED) | ~Q(passed_reason=""), name="passed_over_with_a_reason"
            ),
        ]

    @property
    def by_another(self) -> bool:
        return self.signed_by_id is not None and self.signed_by_id != self.leader_id

    def __str__(self) -> str:
        return f"{self.label}：{self.leader}"
