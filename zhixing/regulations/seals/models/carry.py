"""外带 (17-7a, 17-7b) and 代管 (17-3): a seal out of its keeper's hands, with consent."""

from django.db import models
from django.db.models import F, Q

from zhixing.regulations.seals.models.choices import CARRY_STATUSES, CUSTODY_STATUSES, pairs


class CarryOut(models.Model):
    """Bound to one approved use; `counted` and `report` are what the borrower says on the return."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    matter = models.OneToOneField("matters.Matter", models.PROTECT, related_name="seal_carry")
    use = models.ForeignKey(
        "seals.SealUse", models.PROTECT, null=True, related_name="carries", verbose_name="用印审批"
    )
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="借用人")
    companion = models.CharField("同行人", max_length=60, blank=True)
    destination = models.CharField("目的地、使用单位", max_length=120, blank=True)
    reason = models.CharField("外带事由", max_length=300, blank=True)
    out = models.DateField("带出日期", null=True)
    due = models.DateField("最迟归还", null=True)
    undertaken = models.BooleanField("签字承诺", default=False)
    status = models.CharField("状态", max_length=3, choices=pairs(CARRY_STATUSES), default="草稿")
    loan = models.OneToOneField(
        "registers.Loan", models.PROTECT, null=True, related_name="seal_carry", verbose_name="借出登记"
    )
    counted = models.PositiveIntegerField("盖印份数", null=True)
    report = models.CharField("用在哪里", max_length=500, blank=True)
    only_for_it = models.BooleanField("只用于申请事由", null=True)
    handling = models.CharField("处理", max_length=4, choices=pairs(("验印归还", "登记违规")), blank=True)
    verified_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="验印人"
    )
    verified_at = models.DateTimeField("验印时间", null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="草稿") | Q(due__gte=F("out")), name="carried_out_before_due"
            ),
            models.CheckConstraint(
                condition=~Q(status="已归还") | Q(verified_by__isnull=False), name="a_return_is_verified"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.use}外带"


class Custody(models.Model):
    """代管: one seal, one deputy, some days; handed over and back with both confirming."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    matter = models.OneToOneField("matters.Matter", models.PROTECT, related_name="seal_custody")
    seal = models.ForeignKey(
        "seals.Seal", models.PROTECT, null=True, related_name="custodies", verbose_name="印章"
    )
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="保管人")
    deputy = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="代管人"
    )
    first = models.DateField("起", null=True)
    last = models.DateField("止", null=True)
    reason = models.CharField("原因", max_length=300, blank=True)
    status = models.CharField("状态", max_length=3, choices=pairs(CUSTODY_STATUSES), default="草稿")
    agreed_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="同意的局领导"
    )

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="草稿") | Q(last__gte=F("first")), name="custody_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return f"{self.seal}代管"
