"""A thing on a register: its number, who answers for it, in whose hands it lies now."""

from django.db import models
from django.db.models import Q

IN_USE, LENT, STOPPED, HANDED_IN, DESTROYED, VOID = "在用", "借出", "停用", "已上交", "已销毁", "已作废"
STATES = [(state, state) for state in (IN_USE, LENT, STOPPED, HANDED_IN, DESTROYED, VOID)]
GONE = (HANDED_IN, DESTROYED, VOID)


class Kept(models.Model):
    """`keeper` answers for it, `holder` has it: the keeper, or whoever keeps it for a while. A thing that was
    entered keeps its number for ever; what ends it has its reason (E33)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    register = models.CharField("登记簿", max_length=20)
    number = models.CharField("登记号", max_length=40)
    name = models.CharField("名称", max_length=100)
    state = models.CharField("状态", max_length=3, choices=STATES, default=IN_USE)
    keeper = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="保管人")
    kept_since = models.DateField("保管起")
    holder = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="现由谁保管")
    held_until = models.DateField("代管到", null=True)
    entered_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    entered_at = models.DateTimeField("登记时间")
    ended_on = models.DateField("停用日期", null=True)
    end_reason = models.CharField("停用、作废原因", max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["organ", "register", "state"])]
        constraints = [
            models.UniqueConstraint(fields=["organ", "number"], name="a_kept_thing_numbered_once"),
            models.CheckConstraint(
                condition=Q(state__in=(IN_USE, LENT)) | ~Q(end_reason=""), name="an_end_has_its_reason"
            ),
        ]

    @property
    def deputised(self) -> bool:
        return self.holder_id != self.keeper_id

    def __str__(self) -> str:
        return self.name
