"""传阅: who was sent it, who is reading, who has read; all at the same time."""

from django.db import models
from django.db.models import Q

SENT, READING, READ, TAKEN_BACK = "已送达", "在阅", "已阅", "已收回"
READER_STATES = [(state, state) for state in (SENT, READING, READ, TAKEN_BACK)]
UNREAD = (SENT, READING)


class Reader(models.Model):
    """What went to the wrong one is taken back by a word of its own and stays where it stands."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    sheet = models.ForeignKey("circulation.Sheet", models.PROTECT, related_name="readers")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="传阅人")
    state = models.CharField("状态", max_length=3, choices=READER_STATES, default=SENT)
    sent_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="送阅人")
    sent_at = models.DateTimeField("送达时间")
    why = models.CharField("送阅原因", max_length=200, blank=True)
    opened_at = models.DateTimeField("开始阅读", null=True)
    read_at = models.DateTimeField("阅退时间", null=True)
    remark = models.CharField("阅文意见", max_length=500, blank=True)
    taken_back_at = models.DateTimeField("收回时间", null=True)
    taken_back_why = models.CharField("收回原因", max_length=300, blank=True)

    class Meta:
        ordering = ["sheet_id", "id"]
        indexes = [models.Index(fields=["organ", "person", "state"])]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "person"], condition=~Q(state=TAKEN_BACK), name="a_reader_once_a_sheet"
            ),
            models.CheckConstraint(
                condition=~Q(state=READ) | Q(read_at__isnull=False), name="read_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(state=TAKEN_BACK) | ~Q(taken_back_why=""), name="taken_back_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}：{self.state}"
