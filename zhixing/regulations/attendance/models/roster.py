"""值班表：who was on duty when, and the comp leave it earned."""

from django.db import models

from zhixing.regulations.attendance.models.choices import DUTY_NATURES, DUTY_STATUSES, SHIFTS


class DutyShift(models.Model):
    """One person, one day, one shift."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="duty_shifts")
    day = models.DateField()
    shift = models.CharField(max_length=4, choices=SHIFTS)
    nature = models.CharField(max_length=8, choices=DUTY_NATURES)
    status = models.CharField(max_length=8, choices=DUTY_STATUSES, default="已排班")
    note = models.CharField(max_length=200, blank=True)
    credit = models.PositiveIntegerField(null=True)
    entered_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey("organ.Person", models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "person", "day", "shift"],
                condition=~models.Q(status="已取消"),
                name="one_duty_per_shift",
            )
        ]
