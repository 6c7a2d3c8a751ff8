"""From a day to a day, both included; an open end is None."""

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q

M = TypeVar("M", bound=models.Model)


class PeriodQuerySet(models.QuerySet[M]):
    def on(self, day: date) -> Self:
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)


class Period(models.Model):
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True


def ends_after_it_begins(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name=name)
