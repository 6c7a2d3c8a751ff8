"""重点工作项目 (01-14): one lead, targets down to a person, supervision."""

from django.db import models
from django.db.models import Q

PROJECT_STATES = [("进行中", "进行中"), ("已完成", "已完成"), ("已终止", "已终止")]
LINE_KINDS = [("进展", "进展"), ("督查", "督查"), ("催办", "催办"), ("完成", "完成"), ("终止", "终止")]


class Project(models.Model):
    """包干负责: one person answers for the whole."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    name = models.CharField("项目名称", max_length=120)
    goal = models.TextField("目标", max_length=2000)
    leader = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="领办领导")
    section = models.ForeignKey("organ.Section", models.PROTECT, related_name="+", verbose_name="牵头科室")
    lead = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="责任人")
    helpers = models.CharField("协作科室、人员", max_length=300, blank=True)
    group = models.CharField("临时领导小组", max_length=300, blank=True)
    group_until = models.DateField("领导小组到", null=True)
    since = models.DateField("开始")
    due = models.DateField("完成时限")
    percent = models.PositiveSmallIntegerField("进度", default=0)
    state = models.CharField("状态", max_length=3, choices=PROJECT_STATES, default="进行中")
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["due", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(percent__lte=100), name="a_project_is_no_more_than_whole"),
            models.CheckConstraint(
                condition=Q(group="", group_until=None) | (~Q(group="") & ~Q(group_until=None)),
                name="a_leading_group_has_its_end",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Target(models.Model):
    """量化到岗、细化到人: a part of a project with its person, quantity and day."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    project = models.ForeignKey(Project, models.PROTECT, related_name="targets")
    text = models.CharField("任务", max_length=200)
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="责任人")
    quantity = models.PositiveIntegerField("数量")
    unit = models.CharField("单位", max_length=10)
    done = models.PositiveIntegerField("已完成", default=0)
    due = models.DateField("时限")

    class Meta:
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return self.text


class ProjectLine(models.Model):
    """Progress, supervision, urging: only ever added."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    project = models.ForeignKey(Project, models.PROTECT, related_name="lines")
    kind = models.CharField("事项", max_length=2, choices=LINE_KINDS)
    text = models.TextField("内容", max_length=2000)
    percent = models.PositiveSmallIntegerField("进度", null=True)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.kind
