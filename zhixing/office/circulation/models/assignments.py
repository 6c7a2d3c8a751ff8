"""交办: which section or person does what an opinion says, by which day, and what came of it."""

from django.db import models
from django.db.models import Q

OPEN, DONE, TAKEN_BACK = "承办中", "已办结", "已收回"
ASSIGNMENT_STATES = [(state, state) for state in (OPEN, DONE, TAKEN_BACK)]


class Assignment(models.Model):
    """`doer` has it as a to-do: the person named, or whoever heads the section named."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    sheet = models.ForeignKey("circulation.Sheet", models.PROTECT, related_name="assignments")
    box = models.ForeignKey(
        "circulation.Box", models.PROTECT, related_name="assignments", verbose_name="依据的意见"
    )
    section = models.ForeignKey(
        "organ.Section", models.PROTECT, null=True, related_name="+", verbose_name="责任科室"
    )
    doer = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="责任人")
    due = models.DateField("办理期限")
    state = models.CharField("状态", max_length=3, choices=ASSIGNMENT_STATES, default=OPEN)
    assigned_at = models.DateTimeField("交办时间")
    result = models.CharField("办理结果", max_length=1000, blank=True)
    done_at = models.DateTimeField("办结时间", null=True)
    taken_back_why = models.CharField("收回原因", max_length=300, blank=True)

    class Meta:
        ordering = ["sheet_id", "id"]
        indexes = [models.Index(fields=["organ", "doer", "state"])]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "doer"], condition=Q(state=OPEN), name="assigned_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(state=DONE) | (~Q(result="") & Q(done_at__isnull=False)),
                name="done_with_its_result",
            ),
            models.CheckConstraint(
                condition=~Q(state=TAKEN_BACK) | ~Q(taken_back_why=""),
                name="an_assignment_taken_back_says_why",
            ),
        ]

    @property
    def responsible(self) -> str:
        return f"{self.section.name}（{self.doer.name}）" if self.section else self.doer.name

    def __str__(self) -> str:
        return f"{self.responsible}：{self.state}"


class Progress(models.Model):
    """办理进展, in the words of whoever does it. Only ever added."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="progress")
    text = models.CharField("进展", max_length=500)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="填报人")
    at = models.DateTimeField("填报时间")

    class Meta:
        ordering = ["assignment_id", "id"]

    def __str__(self) -> str:
        return self.text
