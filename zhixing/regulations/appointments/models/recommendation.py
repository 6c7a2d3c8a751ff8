"""民主推荐: totals by class of voter, never a ballot, a voter, an order or a time (04-2a, 04-2b, B4-08)."""

from django.db import models
from django.db.models import F, Q

KINDS = [("会议推荐", "会议推荐"), ("谈话推荐", "个别谈话推荐")]
CLASSES = [("班子", "班子成员"), ("中层", "中层干部"), ("一般", "一般干部")]


class Recommendation(models.Model):
    """One recommendation as a whole; done anew, the former stays and counts no more."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey("appointments.Case", models.PROTECT, related_name="recommendations")
    kind = models.CharField("方式", max_length=4, choices=KINDS)
    held_on = models.DateField("推荐日期")
    scope = models.CharField("参加范围", max_length=1000)
    order_basis = models.CharField("调整次序的依据", max_length=200, blank=True)
    counted_by = models.CharField("计票人", max_length=60)
    watched_by = models.CharField("监票人", max_length=60, blank=True)
    superseded_at = models.DateTimeField("作废时间", null=True)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["held_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"], condition=Q(superseded_at=None), name="one_standing_of_each_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.held_on}{self.kind}"


class RecommendationBallots(models.Model):
    """How many of one class were due, came, got, gave back and gave back validly."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="ballots")
    voter_class = models.CharField("身份", max_length=2, choices=CLASSES)
    due = models.PositiveSmallIntegerField("应参加")
    present = models.PositiveSmallIntegerField("实参加")
    handed_out = models.PositiveSmallIntegerField("发出")
    returned = models.PositiveSmallIntegerField("收回")
    valid = models.PositiveSmallIntegerField("有效")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["recommendation", "voter_class"], name="a_class_counted_once"),
            models.CheckConstraint(
                condition=Q(
                    present__lte=F("due"),
                    handed_out__lte=F("present"),
                    returned__lte=F("handed_out"),
                    valid__lte=F("returned"),
                ),
                name="no_more_ballots_than_people",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.voter_class}{self.valid}票"


class RecommendationCount(models.Model):
    """How many votes one person got from one class: a total, and nothing behind it."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="counts")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="被推荐人")
    voter_class = models.CharField("身份", max_length=2, choices=CLASSES)
    votes = models.PositiveSmallIntegerField("得票")

    class Meta:
        ordering = ["person__number", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "person", "voter_class"], name="a_total_a_person_and_class"
            )
        ]

    def __str__(self) -> str:
        return f"{self.voter_class}{self.votes}票"
