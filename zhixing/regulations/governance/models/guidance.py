"""到街镇、园区指导, and the yearly figures of a section (01-17)."""

from django.db import models


class Guidance(models.Model):
    """One visit: where, when, who went, what was guided, what came back."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    section = models.ForeignKey("organ.Section", models.PROTECT, related_name="+", verbose_name="科室")
    day = models.DateField("日期")
    place = models.CharField("街镇、园区", max_length=80)
    people_named = models.CharField("参加人", max_length=300)
    text = models.TextField("指导事项", max_length=2000)
    feedback = models.TextField("问题和反馈", max_length=2000, blank=True)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        return f"{self.day} {self.place}"


class Performance(models.Model):
    """年度绩效: what a section set itself and how much of it was done; counted, never scored (G-92)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    section = models.ForeignKey("organ.Section", models.PROTECT, related_name="+", verbose_name="科室")
    year = models.PositiveSmallIntegerField("年度")
    quality = models.TextField("定性指标和完成情况", max_length=2000)
    planned = models.PositiveIntegerField("定量任务数")
    done = models.PositiveIntegerField("完成数")
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["-year", "section__order"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "section", "year"], name="performance_once_a_year"),
            models.CheckConstraint(
                condition=models.Q(done__lte=models.F("planned")), name="no_more_done_than_planned"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section}{self.year}年绩效"
