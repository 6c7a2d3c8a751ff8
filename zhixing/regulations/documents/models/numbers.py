"""文号簿 (09-2.4): every number that was ever given out, in its series and year."""

from django.db import models
from django.db.models import Q

STATES = [("在用", "在用"), ("作废", "作废")]


class DocumentNumber(models.Model):
    """One number; a void one stays taken and keeps its reason."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    series = models.CharField("机关代字", max_length=20)
    year = models.PositiveSmallIntegerField("年份")
    number = models.PositiveIntegerField("顺序号")
    title = models.CharField("文件标题", max_length=300)
    state = models.CharField("状态", max_length=2, choices=STATES, default="在用")
    taken_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="编号人")
    taken_at = models.DateTimeField("编号时间")
    voided_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="作废人"
    )
    voided_at = models.DateTimeField("作废时间", null=True)
    void_reason = models.CharField("作废原因", max_length=300, blank=True)

    class Meta:
        ordering = ["series", "-year", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "series", "year", "number"], name="a_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="numbers_begin_with_one"),
            models.CheckConstraint(
                condition=Q(state="在用", voided_at=None) | (Q(state="作废") & ~Q(void_reason="")),
                name="a_void_number_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series}〔{self.year}〕{self.number}号"
