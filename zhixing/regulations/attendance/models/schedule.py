"""The organ's hours of work, from-to (02-1.1a: 按区政府作息时间)."""

from django.db import models
from django.db.models import F, Q

SEASONS = [("夏令", "夏令时间"), ("冬令", "冬令时间"), ("全年", "全年")]


class Schedule(models.Model):
    """The hours of one stretch of days; `until` is the last day, None is open."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT, related_name="+")
    season = models.CharField("时令", max_length=8, choices=SEASONS)
    morning_from = models.TimeField("上午上班")
    morning_to = models.TimeField("上午下班")
    afternoon_from = models.TimeField("下午上班")
    afternoon_to = models.TimeField("下午下班")
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)
    basis = models.CharField("依据", max_length=200)

    class Meta:
        ordering = ["organ", "since"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "since"], name="schedule_once_per_day"),
            models.CheckConstraint(
                condition=Q(morning_from__lt=F("morning_to"))
                & Q(morning_to__lte=F("afternoon_from"))
                & Q(afternoon_from__lt=F("afternoon_to")),
                name="schedule_hours_in_order",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="schedule_since_until"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.season} {self.since}"
