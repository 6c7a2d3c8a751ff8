"""Posts and portfolios held from a day to a day; delegations from a moment to a moment."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from zhixing.organ.models.organ import Organ
from zhixing.organ.models.people import Person, Section
from zhixing.organ.models.period import Period, ends_after_it_begins


class Holding(Period):
    """A post held; posts of a section name it."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="holdings")
    post = models.CharField("岗位", max_length=20)
    section = models.ForeignKey(Section, models.PROTECT, null=True, blank=True, related_name="+")
    basis = models.CharField("依据", max_length=200, blank=True)

    class Meta:
        ordering = ["since"]
        indexes = [models.Index(fields=["organ", "post", "since"])]
        constraints = [ends_after_it_begins("holding_period")]

    def __str__(self) -> str:
        return f"{self.person}：{self.post}"


class Portfolio(Period):
    """分管：which leader answers for which section; the only source of approval routes (domain 4.8)."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    leader = models.ForeignKey(Person, models.PROTECT, related_name="portfolios")
    section = models.ForeignKey(Section, models.PROTECT, related_name="portfolios")
    basis = models.CharField("依据", max_length=200, blank=True)

    class Meta:
        ordering = ["since"]
        constraints = [ends_after_it_begins("portfolio_period")]

    def __str__(self) -> str:
        return f"{self.leader}分管{self.section}"


def every_kind() -> list[Any]:
    return []


class Delegation(models.Model):
    """委托：who acts for whom, in what, from when to when; it cannot be passed on (domain 4.1)."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    number = models.CharField("授权号", max_length=40)
    giver = models.ForeignKey(Person, models.PROTECT, related_name="given")
    receiver = models.ForeignKey(Person, models.PROTECT, related_name="received")
    kinds = models.JSONField("事项", default=every_kind)
    since = models.DateTimeField("起")
    until = models.DateTimeField("止")
    basis = models.CharField("依据", max_length=200)
    revoked_at = models.DateTimeField("收回时间", null=True, blank=True)

    class Meta:
        ordering = ["since"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "number"], name="delegation_number_once"),
            models.CheckConstraint(condition=Q(until__gt=F("since")), name="delegation_period"),
            models.CheckConstraint(condition=~Q(giver=F("receiver")), name="delegation_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.giver}委托{self.receiver}"
