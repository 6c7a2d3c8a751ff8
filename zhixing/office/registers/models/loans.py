"""借出、归还: a loan is over when the keeper says so, not when the borrower does (E35)."""

from django.db import models
from django.db.models import F, Q

AWAY, BROUGHT, RETURNED, VOID = "借出", "待验收", "已归还", "已作废"
LOAN_STATES = [(state, state) for state in (AWAY, BROUGHT, RETURNED, VOID)]
OUT = (AWAY, BROUGHT)


class Loan(models.Model):
    """`due` is the last day: it is late on the day after (E31)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    kept = models.ForeignKey("registers.Kept", models.PROTECT, related_name="loans")
    number = models.CharField("编号", max_length=40)
    borrower = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="借用人")
    purpose = models.CharField("用途", max_length=300)
    source = models.CharField("依据", max_length=80, blank=True)
    state = models.CharField("状态", max_length=3, choices=LOAN_STATES, default=AWAY)
    out_at = models.DateTimeField("借出时间")
    out_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="借出经手人")
    due = models.DateField("应还日期")
    brought_at = models.DateTimeField("交回时间", null=True)
    report = models.CharField("使用情况", max_length=500, blank=True)
    closed_at = models.DateTimeField("确认归还时间", null=True)
    closed_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="验收人"
    )
    closing = models.CharField("验收情况", max_length=300, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "number"], name="a_loan_numbered_once"),
            models.UniqueConstraint(
                fields=["kept"], condition=Q(state__in=OUT), name="one_open_loan_a_thing"
            ),
            models.CheckConstraint(
                condition=~Q(state=RETURNED) | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="returned_when_confirmed",
            ),
            models.CheckConstraint(
                condition=~Q(state=RETURNED) | ~Q(closed_by=F("borrower")) | Q(out_by=F("borrower")),
                name="a_borrower_confirms_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.kept}"
