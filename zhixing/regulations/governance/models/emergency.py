"""临机处置 (01-10): open until a meeting has heard it."""

from django.db import models
from django.db.models import Q

from zhixing.regulations.governance.models.choices import EMERGENCY_STATES, TOPIC_MEETINGS


class EmergencyAction(models.Model):
    """What a leader did on the spot, whom he told, and which meeting heard it."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    number = models.CharField("编号", max_length=40)
    title = models.CharField("事项", max_length=120)
    leader = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="处置人")
    event = models.TextField("事由", max_length=2000)
    measures = models.TextField("措施", max_length=2000)
    acted_at = models.DateTimeField("处置时间")
    meeting = models.CharField("报告的会议", max_length=10, choices=TOPIC_MEETINGS)
    told_at = models.DateTimeField("口头报告局长", null=True)
    told_how = models.CharField("报告方式", max_length=100, blank=True)
    due = models.DateField("会议报告期限")
    state = models.CharField("状态", max_length=3, choices=EMERGENCY_STATES, default="待报告")
    heard = models.ForeignKey(
        "meetings.Item", models.PROTECT, null=True, related_name="+", verbose_name="听取报告的议题"
    )
    heard_at = models.DateTimeField("听取报告", null=True)
    entered_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    created_at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["-acted_at", "-pk"]
        indexes = [models.Index(fields=["organ", "state", "due"])]
        constraints = [
            models.UniqueConstraint(fields=["organ", "number"], name="an_emergency_numbered_once"),
            models.CheckConstraint(
                condition=Q(state="待报告") | ~Q(heard=None), name="only_a_meeting_closes_an_emergency"
            ),
        ]

    def __str__(self) -> str:
        return self.title
