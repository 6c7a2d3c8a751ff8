"""考察: the team, its material, what stands in the candidate's way, and whom the matter concerns (04-3, G-05)."""

from django.db import models

RELATIONS = [
    ("本人", "本人"),
    ("夫妻", "夫妻"),
    ("直系血亲", "直系血亲"),
    ("三代以内旁系血亲", "三代以内旁系血亲"),
    ("近姻亲", "近姻亲"),
]


class TeamMember(models.Model):
    """考察组成员."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey("appointments.Case", models.PROTECT, related_name="team")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="考察组成员")
    leads = models.BooleanField("组长", default=False)
    left_at = models.DateTimeField("退出时间", null=True)

    class Meta:
        ordering = ["-leads", "person__number"]
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="in_a_team_once")]

    def __str__(self) -> str:
        return self.person.name


class Inspection(models.Model):
    """考察材料, with the file itself."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.OneToOneField("appointments.Case", models.PROTECT, related_name="inspection")
    first = models.DateField("考察开始")
    last = models.DateField("考察结束")
    talked = models.PositiveSmallIntegerField("谈话人数")
    findings = models.TextField("考察情况", max_length=4000)
    shortcomings = models.TextField("主要缺点和不足", max_length=1000)
    archive = models.CharField("档案审核情况", max_length=300)
    integrity = models.CharField("廉洁情况意见", max_length=300)
    material = models.ForeignKey(
        "files.StoredFile", models.PROTECT, related_name="+", verbose_name="考察材料"
    )
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first")), name="an_inspection_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return "考察材料"


class Restriction(models.Model):
    """任职限制核查: disciplinary periods and relatives in the section, as found for the candidate (B4-09, B4-10)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.OneToOneField("appointments.Case", models.PROTECT, related_name="restriction")
    penalty = models.CharField("处分", max_length=60, blank=True)
    penalty_until = models.DateField("处分影响期满日", null=True)
    relative = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="在本科室任领导的亲属"
    )
    explanation = models.CharField("说明", max_length=500, blank=True)
    source = models.CharField("核查来源", max_length=200)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="核查人")
    at = models.DateTimeField("核查时间")

    def __str__(self) -> str:
        return "任职限制核查"


class Tie(models.Model):
    """回避: a member of the party group whom the matter concerns."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey("appointments.Case", models.PROTECT, related_name="ties")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="党组成员")
    relation = models.CharField("关系", max_length=8, choices=RELATIONS)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["person__number"]
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="a_tie_once")]

    def __str__(self) -> str:
        return f"{self.person}：{self.relation}"
