"""加班审批单：hours the chief approved, hours the office confirmed, comp leave they earn."""

from django.db import models

from zhixing.regulations.attendance.models.choices import OVERTIME_NATURES, OVERTIME_STATUSES


class Overtime(models.Model):
    """`began`–`ended` are the asked hours until the office confirms the actual ones; `minutes` are actual."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    matter = models.OneToOneField("matters.Matter", models.PROTECT, related_name="overtime")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="overtimes")
    status = models.CharField(max_length=8, choices=OVERTIME_STATUSES, default="草稿")
    nature = models.CharField(max_length=16, choices=OVERTIME_NATURES, blank=True)
    reason = models.TextField(blank=True)
    began = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)
    actual_began = models.DateTimeField(null=True)
    actual_ended = models.DateTimeField(null=True)
    minutes = models.PositiveIntegerField(null=True)
    overnight = models.BooleanField(default=False)
    counted_as_duty = models.BooleanField(default=False)
    credit = models.PositiveIntegerField(null=True)
    confirmed_by = models.ForeignKey("organ.Person", models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["organ", "person", "status", "began"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="草稿") | models.Q(ended__gt=models.F("began")),
                name="overtime_ends_after_it_begins",
            )
        ]
