"""提请党组会议: what the case asks of the party group, and what the meeting made of it (04-3, 04-4)."""

from django.db import models
from django.db.models import Q

PURPOSES = [("考察对象", "研究确定考察对象"), ("考察汇报", "听取考察情况汇报"), ("讨论决定", "讨论决定任免")]
SUBMISSION_STATES = [
    ("待同意", "待书记同意"),
    ("已同意", "书记已同意上会"),
    ("已议", "已有结果"),
    ("已撤回", "已撤回"),
]


class Submission(models.Model):
    """One request. The result and the votes are taken from the meeting's own record and typed by nobody."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey("appointments.Case", models.PROTECT, related_name="submissions")
    purpose = models.CharField("提请事项", max_length=4, choices=PURPOSES)
    candidate = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="人选")
    proposal = models.TextField("具体意见", max_length=2000)
    state = models.CharField("状态", max_length=3, choices=SUBMISSION_STATES, default="待同意")
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="提请人")
    at = models.DateTimeField("提请时间")
    consented_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="同意上会"
    )
    consented_at = models.DateTimeField("同意时间", null=True)
    item = models.ForeignKey(
        "meetings.Item", models.PROTECT, null=True, related_name="+", verbose_name="议题"
    )
    result = models.CharField("结果", max_length=3, blank=True)
    ruling = models.JSONField("依据", default=dict)
    decided_at = models.DateTimeField("议定时间", null=True)
    withdrawn_reason = models.CharField("撤回原因", max_length=300, blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "purpose"],
                condition=Q(state__in=["待同意", "已同意"]),
                name="one_open_request_of_a_purpose",
            )
        ]

    @property
    def source(self) -> str:
        """Under which name the meeting holds the topic."""
        return f"appointments.submission:{self.pk}"

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}"
