"""盘点: whoever takes stock says of every thing whether it is where it should be."""

from django.db import models
from django.db.models import Q


class StockTaking(models.Model):
    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    register = models.CharField("登记簿", max_length=20)
    begun_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="盘点人")
    begun_at = models.DateTimeField("开始时间")
    finished_at = models.DateTimeField("结束时间", null=True)
    remark = models.CharField("盘点结果", max_length=500, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "register"], condition=Q(finished_at=None), name="one_running_stock_taking"
            )
        ]

    def __str__(self) -> str:
        return f"{self.register}盘点"


class StockLine(models.Model):
    """One thing that should be there; `found` stays open until it was looked for."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    taking = models.ForeignKey(StockTaking, models.PROTECT, related_name="lines")
    kept = models.ForeignKey("registers.Kept", models.PROTECT, related_name="+")
    holder = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="应由谁保管")
    found = models.BooleanField("相符", null=True)
    remark = models.CharField("说明", max_length=300, blank=True)

    class Meta:
        ordering = ["kept_id"]
        constraints = [
            models.UniqueConstraint(fields=["taking", "kept"], name="looked_for_once"),
            models.CheckConstraint(
                condition=~Q(found=False) | ~Q(remark=""), name="what_is_missing_is_explained"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.taking}：{self.kept}"
