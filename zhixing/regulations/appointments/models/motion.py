"""动议: who was consulted, what was told to the department, and the headcount it approved (04-1)."""

from django.db import models
from django.db.models import F, Q


class Consultation(models.Model):
    """酝酿: one person heard about the proposal."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey("appointments.Case", models.PROTECT, related_name="consultations")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="酝酿对象")
    day = models.DateField("日期")
    opinion = models.CharField("意见", max_length=1000)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["day", "id"]
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="consulted_once_a_case")]

    def __str__(self) -> str:
        return f"{self.person}的酝酿意见"


class DepartmentContact(models.Model):
    """向区委组织部沟通汇报."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey("appointments.Case", models.PROTECT, related_name="contacts")
    day = models.DateField("日期")
    whom = models.CharField("沟通对象", max_length=100)
    content = models.CharField("沟通情况", max_length=1000)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["day", "id"]

    def __str__(self) -> str:
        return f"{self.day}沟通"


class HeadcountApproval(models.Model):
    """职数核准: the department's reply, and how many posts of the kind were filled when it was entered.

    `approved` stands in the organ's own register of headcount where it keeps one, else in the reply itself.
    """

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.OneToOneField("appointments.Case", models.PROTECT, related_name="headcount")
    document = models.CharField("核准文号或者依据", max_length=100)
    day = models.DateField("核准日期")
    approved = models.PositiveSmallIntegerField("核定职数")
    filled = models.PositiveSmallIntegerField("已配人数")
    from_register = models.BooleanField("取自职数台账", default=False)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(filled__lt=F("approved")), name="a_free_post_was_approved")
        ]

    def __str__(self) -> str:
        return self.document
