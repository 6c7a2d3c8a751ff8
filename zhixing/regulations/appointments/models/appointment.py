"""任前审核 and 任职: what the department answered, and the appointment itself (04-5, 04-7)."""

from django.db import models
from django.db.models import Q

REPLIES = [("同意", "同意"), ("不同意", "不同意"), ("要求改动", "要求改动")]


class DepartmentReview(models.Model):
    """报送区委组织部审核, and its reply; sent again after a change it stands beside the former."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey("appointments.Case", models.PROTECT, related_name="reviews")
    sent_on = models.DateField("报送日期")
    sent_document = models.CharField("报送文号", max_length=100)
    sent_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="报送人")
    sent_at = models.DateTimeField("登记时间")
    reply = models.CharField("审核意见", max_length=4, choices=REPLIES, blank=True)
    replied_on = models.DateField("回复日期", null=True)
    reply_document = models.CharField("回复文号", max_length=100, blank=True)
    reply_text = models.TextField("意见内容", max_length=2000, blank=True)
    replied_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="回复登记人"
    )
    replied_at = models.DateTimeField("回复登记时间", null=True)

    class Meta:
        ordering = ["sent_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(reply=""), name="one_open_review_a_case")
        ]

    def __str__(self) -> str:
        return f"{self.sent_on}报送"


class Appointment(models.Model):
    """任职: from which day, by which document, after which talk; 试用期 ends on `probation_until`."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.OneToOneField("appointments.Case", models.PROTECT, related_name="appointment")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="任职人")
    document = models.CharField("任职文号", max_length=100)
    effective_on = models.DateField("任职日期")
    probation_until = models.DateField("试用期满日")
    talked_on = models.DateField("任职谈话日期")
    talked_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="谈话人")
    service = models.ForeignKey("organ.Service", models.PROTECT, related_name="+")
    holding = models.ForeignKey("organ.Holding", models.PROTECT, related_name="+")
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    def __str__(self) -> str:
        return self.document
