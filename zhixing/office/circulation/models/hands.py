"""去向: in whose hands it is, since when, from whom; and who was urged."""

from django.db import models
from django.db.models import Q


class Hand(models.Model):
    """`until` is empty as long as it lies there. A wrong hand-over is never changed: `corrects` names it."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    sheet = models.ForeignKey("circulation.Sheet", models.PROTECT, related_name="hands")
    holder = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="在谁手里")
    giver = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="从谁手里来"
    )
    why = models.CharField("事由", max_length=200)
    since = models.DateTimeField("到手时间")
    until = models.DateTimeField("离手时间", null=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", verbose_name="更正")

    class Meta:
        ordering = ["sheet_id", "since", "id"]
        indexes = [models.Index(fields=["organ", "holder", "until"])]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "holder"], condition=Q(until=None), name="held_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("since")), name="held_forwards"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.holder}：{self.why}"


class Urging(models.Model):
    """催办: who urged whom, about what, when. Only ever added."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    sheet = models.ForeignKey("circulation.Sheet", models.PROTECT, related_name="urgings")
    urged = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="被催办人")
    about = models.CharField("催什么", max_length=20)
    text = models.CharField("催办内容", max_length=300, blank=True)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="催办人")
    at = models.DateTimeField("催办时间")

    class Meta:
        ordering = ["sheet_id", "id"]

    def __str__(self) -> str:
        return f"{self.by}催办{self.urged}"
