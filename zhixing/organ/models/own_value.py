"""自定数值: what the organ sets for a number that a regulation leaves open, from a day on, on what basis."""

from django.db import models
from django.db.models import Q

from zhixing.organ.models.organ import Organ
from zhixing.organ.models.people import Person
from zhixing.organ.models.period import Period, ends_after_it_begins

PROPOSED, CONFIRMED, REFUSED, WITHDRAWN = "待确认", "已确认", "未同意", "已撤回"
STATES = [(state, state) for state in (PROPOSED, CONFIRMED, REFUSED, WITHDRAWN)]


class OwnValue(Period):
    """Proposed by the head of the office, confirmed by the leader in charge; only a confirmed one counts.

    A later value ends the one before on the day before it begins; every row stays.
    """

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    number = models.CharField("制度编号", max_length=8)
    name = models.CharField("参数", max_length=40)
    text = models.CharField("数值", max_length=20)
    unit = models.CharField("单位", max_length=20, blank=True)
    clause = models.CharField("条款", max_length=16)
    basis = models.CharField("依据文号", max_length=200)
    reason = models.CharField("理由", max_length=500)
    state = models.CharField("状态", max_length=4, choices=STATES, default=PROPOSED)
    proposed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField("提请时间")
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField("确认时间", null=True)
    opinion = models.CharField("意见", max_length=500, blank=True)

    class Meta:
        ordering = ["number", "name", "-since", "-id"]
        indexes = [models.Index(fields=["organ", "number", "state"])]
        constraints = [
            ends_after_it_begins("own_value_ends_after_it_begins"),
            models.UniqueConstraint(
                fields=["organ", "number", "name"],
                condition=Q(state=PROPOSED),
                name="one_proposal_for_a_number",
            ),
            models.UniqueConstraint(
                fields=["organ", "number", "name", "since"],
                condition=Q(state=CONFIRMED),
                name="one_own_value_from_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state=PROPOSED, decided_at=None) | (~Q(state=PROPOSED) & ~Q(decided_at=None)),
                name="a_decided_value_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.text}{self.unit}"
