"""应急预案和演练 (01-15)."""

from django.db import models

PLAN_KINDS = [
    ("自然灾害", "自然灾害"),
    ("公共卫生", "公共卫生"),
    ("公共安全", "公共安全"),
    ("重特大事故", "重特大事故"),
]


class EmergencyPlan(models.Model):
    """One version of the plan for one of the four kinds; a newer version leaves the older one readable."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    kind = models.CharField("类别", max_length=10, choices=PLAN_KINDS)
    title = models.CharField("预案名称", max_length=120)
    version = models.CharField("版本", max_length=20)
    owner = models.ForeignKey("organ.Section", models.PROTECT, related_name="+", verbose_name="责任科室")
    approved = models.DateField("印发日期")
    text = models.TextField("要点", max_length=4000)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["kind", "-approved", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "kind", "version"], name="a_plan_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.title}（{self.version}）"


class Drill(models.Model):
    """演练 of a plan, with what it showed."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    plan = models.ForeignKey(EmergencyPlan, models.PROTECT, related_name="drills", verbose_name="预案")
    day = models.DateField("日期")
    place = models.CharField("地点", max_length=80)
    number = models.PositiveSmallIntegerField("参加人数")
    text = models.TextField("经过", max_length=2000)
    faults = models.TextField("发现的问题", max_length=2000, blank=True)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        return f"{self.day}演练"
