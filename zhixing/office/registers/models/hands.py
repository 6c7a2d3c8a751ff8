"""移交、代管、交回: from one hand to another, signed by both."""

from django.db import models
from django.db.models import Q

FOR_GOOD, FOR_A_WHILE, BACK = "移交", "代管", "交回"
HAND_OVER_KINDS = [(kind, kind) for kind in (FOR_GOOD, FOR_A_WHILE, BACK)]
OFFERED, TAKEN, NOT_TAKEN = "待接收", "已接收", "未接收"
HAND_OVER_STATES = [(state, state) for state in (OFFERED, TAKEN, NOT_TAKEN)]


class HandOver(models.Model):
    """Nothing changes hands before the receiver has confirmed. `source` names the regulation's own record."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    kept = models.ForeignKey("registers.Kept", models.PROTECT, related_name="hand_overs")
    kind = models.CharField("种类", max_length=2, choices=HAND_OVER_KINDS)
    giver = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="移交人")
    receiver = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="接收人")
    reason = models.CharField("原因", max_length=300)
    until = models.DateField("代管到", null=True)
    source = models.CharField("依据", max_length=80, blank=True)
    state = models.CharField("状态", max_length=3, choices=HAND_OVER_STATES, default=OFFERED)
    offered_at = models.DateTimeField("移交时间")
    answered_at = models.DateTimeField("接收时间", null=True)
    answer = models.CharField("接收意见", max_length=300, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kept"], condition=Q(state=OFFERED), name="one_open_hand_over_a_thing"
            ),
            models.CheckConstraint(condition=~Q(giver=models.F("receiver")), name="handed_to_another"),
            models.CheckConstraint(
                condition=~Q(kind=FOR_A_WHILE) | Q(until__isnull=False), name="a_while_has_its_end"
            ),
            models.CheckConstraint(
                condition=Q(state=OFFERED) | Q(answered_at__isnull=False), name="an_answer_has_its_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kept}{self.kind}"
