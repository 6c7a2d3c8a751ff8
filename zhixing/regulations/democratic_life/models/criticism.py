"""What members say to each other in the meeting, and what an absent one has written (13-6). Only ever added."""

from django.db import models


class Criticism(models.Model):
    """One member to another; to himself it is 自我批评. Read by the members of the meeting alone."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey("democratic_life.LifeMeeting", models.PROTECT, related_name="criticisms")
    giver = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="谁说的")
    receiver = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="对谁说")
    text = models.TextField("内容", max_length=4000)
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["giver__number", "receiver__number", "id"]

    @property
    def of_himself(self) -> bool:
        return self.giver_id == self.receiver_id

    def __str__(self) -> str:
        return "自我批评" if self.of_himself else "批评意见"


class AbsentStatement(models.Model):
    """书面发言 of a member who could not come; `informed_on` is when he was told afterwards."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey("democratic_life.LifeMeeting", models.PROTECT, related_name="statements")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="缺席成员")
    text = models.TextField("书面发言", max_length=8000)
    at = models.DateTimeField("提交时间")
    informed_on = models.DateField("会后通报日期", null=True)
    informed_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="通报人"
    )

    class Meta:
        ordering = ["person__number"]
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="one_statement_a_member")]

    def __str__(self) -> str:
        return f"{self.person}的书面发言"
