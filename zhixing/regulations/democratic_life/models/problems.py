"""整改: what was found wrong, what is done about it, by whom and by when, until it is struck off (13-7)."""

from django.db import models
from django.db.models import Q

from zhixing.regulations.democratic_life.facts import MAJOR, ORDINARY

LEVELS = [(ORDINARY, "一般问题"), (MAJOR, "重大问题")]
SOURCES = [
    ("对照检查", "对照检查"),
    ("征求意见", "征求意见"),
    ("批评意见", "相互批评"),
    ("上级指出", "上级党组织指出"),
]
PROBLEM_STATES = [("待定措施", "待定措施"), ("整改中", "整改中"), ("已销号", "已销号")]


class Problem(models.Model):
    """One line of the list; the words are written for those who have to mend it and name no critic."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey("democratic_life.LifeMeeting", models.PROTECT, related_name="problems")
    order = models.PositiveSmallIntegerField("序号")
    text = models.CharField("问题", max_length=500)
    source = models.CharField("来源", max_length=4, choices=SOURCES)
    level = models.CharField("程度", max_length=2, choices=LEVELS)
    state = models.CharField("状态", max_length=4, choices=PROBLEM_STATES, default="待定措施")
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")
    struck_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="销号人"
    )
    struck_at = models.DateTimeField("销号时间", null=True)
    struck_note = models.CharField("销号意见", max_length=300, blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["case", "order"], name="a_problem_numbered_once"),
            models.CheckConstraint(
                condition=Q(state="已销号", struck_at__isnull=False)
                | (~Q(state="已销号") & Q(struck_at=None)),
                name="struck_off_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"第{self.order}项问题"


class Measure(models.Model):
    """整改措施, with one person and one day."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    problem = models.ForeignKey(Problem, models.PROTECT, related_name="measures")
    text = models.CharField("整改措施", max_length=500)
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="责任人")
    due = models.DateField("完成时限")
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")
    done_on = models.DateField("完成日期", null=True)

    class Meta:
        ordering = ["due", "id"]

    def __str__(self) -> str:
        return self.text


class Followup(models.Model):
    """进展: only ever added; `done` says that the measure is carried out."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="followups")
    day = models.DateField("日期")
    text = models.CharField("进展", max_length=500)
    done = models.BooleanField("已经完成")
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["day", "id"]

    def __str__(self) -> str:
        return self.text
