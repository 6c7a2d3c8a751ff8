"""What members cast. A named vote stands under its voter; a secret ballot stands under nobody."""

import uuid

from django.db import models

CHOICES = [("赞成", "赞成"), ("反对", "反对"), ("弃权", "弃权")]
SECRET_CHOICES = [*CHOICES, ("无效", "无效")]


class NamedVote(models.Model):
    """记名: whose vote it is and who entered it are two things (E28)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    vote = models.ForeignKey("meetings.Vote", models.PROTECT, related_name="named")
    voter = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="表决人")
    choice = models.CharField("意见", max_length=2, choices=CHOICES)
    entered_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["voter__number"]
        constraints = [models.UniqueConstraint(fields=["vote", "voter"], name="a_named_vote_once")]

    def __str__(self) -> str:
        return f"{self.voter}{self.choice}"


class Turnout(models.Model):
    """无记名: who has handed in a ballot. No time, no order, and nothing that leads to a ballot."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    vote = models.ForeignKey("meetings.Vote", models.PROTECT, related_name="turnout")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="投票人")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vote", "person"], name="one_ballot_a_person")]

    def __str__(self) -> str:
        return f"{self.person}已投票"


class Ballot(models.Model):
    """无记名: one ballot. No voter, no time, no order, no weight."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    vote = models.ForeignKey("meetings.Vote", models.PROTECT, related_name="ballots")
    choice = models.CharField("意见", max_length=2, choices=SECRET_CHOICES)

    def __str__(self) -> str:
        return self.choice
