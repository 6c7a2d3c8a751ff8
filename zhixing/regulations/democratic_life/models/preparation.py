"""会前准备: talks between members, opinions heard, their summary, what each has written (13-5)."""

from django.db import models
from django.db.models import F, Q

GROUPS = [
    ("科室", "本局各科室"),
    ("单位", "相关单位"),
    ("群众", "党内外群众"),
    ("退休", "退休干部职工"),
]
MATERIALS = [("班子材料", "班子对照检查材料"), ("发言提纲", "个人发言提纲")]


class MemberTalk(models.Model):
    """谈心: that two members talked, and when; what was said is theirs."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey("democratic_life.LifeMeeting", models.PROTECT, related_name="talks")
    one = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="一方")
    other = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="另一方")
    day = models.DateField("谈心日期")
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="a_pair_is_written_one_way"),
            models.UniqueConstraint(fields=["case", "one", "other", "day"], name="a_pair_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.one}和{self.other}"


class LifeOpinion(models.Model):
    """One opinion. Unsigned it says the group, the day and the text, and nothing of who wrote it."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey("democratic_life.LifeMeeting", models.PROTECT, related_name="opinions")
    group = models.CharField("哪一方面", max_length=2, choices=GROUPS)
    text = models.TextField("意见", max_length=2000)
    day = models.DateField("日期")
    anonymous = models.BooleanField("不署名")
    person = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="提出人"
    )
    source = models.CharField("提出单位或者人员", max_length=60, blank=True)
    by = models.ForeignKey("organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="登记人")

    class Meta:
        ordering = ["group", "day", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(anonymous=False, by__isnull=False)
                | Q(anonymous=True, person=None, by=None, source=""),
                name="unsigned_means_nobody",
            )
        ]

    def __str__(self) -> str:
        return self.get_group_display()


class OpinionSummary(models.Model):
    """征求意见汇总: each of the four groups; and when it was told at the meeting."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.OneToOneField("democratic_life.LifeMeeting", models.PROTECT, related_name="summary")
    sections = models.TextField("本局各科室", max_length=2000)
    units = models.TextField("相关单位", max_length=2000)
    public = models.TextField("党内外群众", max_length=2000)
    retirees = models.TextField("退休干部职工", max_length=2000)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="汇总人")
    at = models.DateTimeField("汇总时间")
    told_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="通报登记人"
    )
    told_at = models.DateTimeField("会上通报时间", null=True)

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Each group with what was heard of it, in the order of the clause."""
        return list(
            zip(
                (name for _, name in GROUPS),
                (self.sections, self.units, self.public, self.retirees),
                strict=True,
            )
        )

    def __str__(self) -> str:
        return "征求意见汇总"


class Material(models.Model):
    """对照检查材料 of the group, 发言提纲 of each member; a newer one stands beside the older."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey("democratic_life.LifeMeeting", models.PROTECT, related_name="materials")
    kind = models.CharField("材料", max_length=4, choices=MATERIALS)
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="撰写人")
    text = models.TextField("内容", max_length=8000, blank=True)
    file = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, related_name="+", verbose_name="材料附件"
    )
    at = models.DateTimeField("提交时间")

    class Meta:
        ordering = ["kind", "person__number", "-at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") | Q(file__isnull=False), name="a_material_says_something"
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
