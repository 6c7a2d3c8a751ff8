"""因公外出：one entry of the 因公外出表."""

from django.db import models

from zhixing.regulations.attendance.models.choices import HALVES, OUTING_STATUSES


class Outing(models.Model):
    """An outing on duty; an approved one excuses the half-days it covers."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    matter = models.OneToOneField("matters.Matter", models.PROTECT, related_name="outing")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="outings")
    status = models.CharField(max_length=8, choices=OUTING_STATUSES, default="草稿")
    destination = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)
    first = models.DateField(null=True)
    first_half = models.CharField(max_length=2, choices=HALVES, default="上午")
    last = models.DateField(null=True)
    last_half = models.CharField(max_length=2, choices=HALVES, default="下午")
    leaves_at = models.TimeField(null=True)
    returns_at = models.TimeField(null=True)
    companions = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    by_car = models.BooleanField(default=False)
    returned_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["organ", "person", "status", "first", "last"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="草稿") | models.Q(last__gte=models.F("first")),
                name="outing_ends_after_it_begins",
            )
        ]
