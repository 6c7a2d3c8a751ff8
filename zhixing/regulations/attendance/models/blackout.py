"""重大活动和重要工作期间（封控期）：no annual, personal or comp leave in principle (02-1.6a)."""

from django.db import models


class Blackout(models.Model):
    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    name = models.CharField(max_length=100)
    first = models.DateField()
    last = models.DateField()
    basis = models.CharField(max_length=200)
    entered_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)
    lifted_why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first")), name="blackout_ends_after_it_begins"
            )
        ]


class BlackoutException(models.Model):
    """The chief lets one person go within a blackout, with a reason (原则上)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    blackout = models.ForeignKey(Blackout, models.PROTECT, related_name="exceptions")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+")
    first = models.DateField()
    last = models.DateField()
    reason = models.TextField()
    granted_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+")
    granted_at = models.DateTimeField()
