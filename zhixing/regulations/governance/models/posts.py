"""岗位责任书 (01-13) and 编制职数 (01-20.3)."""

from django.db import models

from zhixing.organ.posts import OF_A_SECTION

LEVELS = [(post, post) for post in sorted(OF_A_SECTION)]


class DutySheet(models.Model):
    """定岗定员定责: one post with its holder, duties, measures and stand-in (B岗)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    section = models.ForeignKey("organ.Section", models.PROTECT, related_name="+", verbose_name="科室")
    post = models.CharField("岗位", max_length=60)
    holder = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="责任人")
    backup = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="B岗"
    )
    duties = models.TextField("职责", max_length=4000)
    measures = models.TextField("工作举措", max_length=2000)
    task = models.CharField("限期事项", max_length=200, blank=True)
    due = models.DateField("完成时限", null=True)
    since = models.DateField("起")
    done_at = models.DateTimeField("完成时间", null=True)
    done_text = models.CharField("完成情况", max_length=500, blank=True)
    ended = models.DateField("止", null=True)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["section__order", "post", "-since"]

    def __str__(self) -> str:
        return f"{self.post}岗位责任书"


class Headcount(models.Model):
    """How many may hold a post of a section, by the approved plan (三定)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    section = models.ForeignKey("organ.Section", models.PROTECT, related_name="+", verbose_name="科室")
    post = models.CharField("岗位", max_length=6, choices=LEVELS)
    number = models.PositiveSmallIntegerField("核定职数")
    document = models.CharField("依据", max_length=200)
    since = models.DateField("起")
    until = models.DateField("止", null=True)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["section__order", "post", "-since"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "section", "post"],
                condition=models.Q(until=None),
                name="one_headcount_in_force",
            )
        ]

    def __str__(self) -> str:
        return f"{self.section}{self.post}{self.number}名"
