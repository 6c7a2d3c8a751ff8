"""队伍结构 (01-21.1), 培养锻炼 (01-21.2), 签收新版制度 (01-18), 问责 (01-19)."""

from django.db import models

EDUCATION = [
    ("博士研究生", "博士研究生"),
    ("硕士研究生", "硕士研究生"),
    ("大学本科", "大学本科"),
    ("大专", "大专"),
    ("其他", "其他"),
]
PARTIES = [("中共党员", "中共党员"), ("预备党员", "中共预备党员"), ("民主党派", "民主党派"), ("群众", "群众")]
GROWTH_KINDS = [("培训", "培训"), ("轮岗", "轮岗"), ("挂职", "挂职"), ("基层锻炼", "基层锻炼")]


class StaffProfile(models.Model):
    """What the structure of the staff is counted by; one row a person."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    person = models.OneToOneField("organ.Person", models.PROTECT, related_name="+", verbose_name="姓名")
    education = models.CharField("学历", max_length=5, choices=EDUCATION)
    specialty = models.CharField("专业", max_length=60)
    party = models.CharField("政治面貌", max_length=4, choices=PARTIES)
    ethnicity = models.CharField("民族", max_length=12, default="汉族")
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["person__number"]

    def __str__(self) -> str:
        return f"{self.person}"


class Growth(models.Model):
    """培训、轮岗、挂职、基层锻炼 of one person."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="姓名")
    kind = models.CharField("类别", max_length=4, choices=GROWTH_KINDS)
    title = models.CharField("内容", max_length=120)
    place = models.CharField("单位、岗位", max_length=80)
    since = models.DateField("起")
    until = models.DateField("止", null=True)
    result = models.CharField("结果", max_length=300, blank=True)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["-since", "-pk"]

    def __str__(self) -> str:
        return f"{self.person}{self.title}"


class Acknowledgement(models.Model):
    """Somebody of the staff has read an edition of a regulation and says so."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    regulation = models.CharField("制度", max_length=8)
    edition = models.DateField("版本")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="姓名")
    at = models.DateTimeField("签收时间")

    class Meta:
        ordering = ["regulation", "edition", "person__number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "regulation", "edition", "person"], name="acknowledged_once_an_edition"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}签收{self.regulation}"


class Accountability(models.Model):
    """问责: facts, basis, result; decided by a person, readable by leaders and the personnel officer alone."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="被问责人")
    bypass = models.ForeignKey("governance.Bypass", models.PROTECT, null=True, related_name="accountability")
    day = models.DateField("日期")
    facts = models.TextField("事实", max_length=2000)
    basis = models.CharField("依据", max_length=300)
    heard = models.TextField("本人陈述", max_length=2000)
    result = models.CharField("处理结果", max_length=300)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")
    voided_at = models.DateTimeField("撤销时间", null=True)
    void_reason = models.CharField("撤销原因", max_length=300, blank=True)

    class Meta:
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        return f"{self.day}{self.person}"
