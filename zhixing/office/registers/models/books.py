"""The lines of a thing's register, numbered within the year, and the sealed book of a year."""

from django.db import models
from django.db.models import Q


class Line(models.Model):
    """One line; what it says comes from the regulation's record `source`. A void line keeps its number (E33)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    kept = models.ForeignKey("registers.Kept", models.PROTECT, related_name="lines")
    year = models.PositiveSmallIntegerField("年度")
    number = models.PositiveIntegerField("序号")
    source = models.CharField("来源", max_length=80)
    day = models.DateField("日期")
    put_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    put_at = models.DateTimeField("登记时间")
    void_reason = models.CharField("作废原因", max_length=300, blank=True)
    voided_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="作废人"
    )
    voided_at = models.DateTimeField("作废时间", null=True)

    class Meta:
        ordering = ["year", "number"]
        constraints = [
            models.UniqueConstraint(fields=["kept", "year", "number"], name="a_line_numbered_once"),
            models.UniqueConstraint(
                fields=["kept", "source"], condition=Q(voided_at=None), name="one_standing_line_a_source"
            ),
            models.CheckConstraint(
                condition=Q(voided_at=None) | (~Q(void_reason="") & Q(voided_by__isnull=False)),
                name="a_void_line_has_its_reason",
            ),
        ]

    @property
    def void(self) -> bool:
        return self.voided_at is not None

    def __str__(self) -> str:
        return f"{self.year}年第{self.number}号"


class YearBook(models.Model):
    """The register of a year as it was filed; `hash` is taken of `content` and never changes."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    kept = models.ForeignKey("registers.Kept", models.PROTECT, related_name="books")
    year = models.PositiveSmallIntegerField("年度")
    content = models.JSONField("内容")
    lines = models.PositiveIntegerField("条数")
    alg = models.CharField("摘要算法", max_length=10)
    hash = models.CharField("摘要", max_length=64)
    sealed_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="归档人")
    sealed_at = models.DateTimeField("归档时间")

    class Meta:
        ordering = ["-year", "kept_id"]
        constraints = [models.UniqueConstraint(fields=["kept", "year"], name="one_book_a_year")]

    def __str__(self) -> str:
        return f"{self.year}年度{self.kept}登记簿"
