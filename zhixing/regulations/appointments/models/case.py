"""任用事项: one post to be filled, on its way through seven steps; and where it was halted (04-1 to 04-7)."""

from django.db import models
from django.db.models import Q

STEPS = ("动议", "民主推荐", "考察", "讨论决定", "任前审核", "任前公示", "任职")
POSTS = [("科室负责人", "科室正职"), ("科室副职", "科室副职")]
CASE_STATES = [("办理中", "办理中"), ("已中止", "已中止"), ("已终止", "已终止"), ("已任职", "已任职")]
HALTS = [
    ("中止", "中止"),
    ("恢复", "恢复"),
    ("终止", "终止"),
    ("重新推荐", "重新推荐"),
    ("重新讨论", "重新讨论"),
]


class Case(models.Model):
    """`step` counts from 1; the candidate is named by the party group in the third (04-3)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    number = models.CharField("编号", max_length=40)
    section = models.ForeignKey("organ.Section", models.PROTECT, related_name="+", verbose_name="科室")
    post = models.CharField("岗位", max_length=20, choices=POSTS)
    title = models.CharField("拟任职务", max_length=60)
    qualifications = models.TextField("资格条件", max_length=2000)
    pool = models.CharField("人选范围", max_length=500)
    reason = models.TextField("动议理由", max_length=2000)
    step = models.PositiveSmallIntegerField("步骤", default=1)
    state = models.CharField("状态", max_length=3, choices=CASE_STATES, default="办理中")
    candidate = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="考察对象"
    )
    proposed_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="提出人")
    proposed_at = models.DateTimeField("动议时间")
    accepted_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="党组书记"
    )
    accepted_at = models.DateTimeField("书记同意时间", null=True)
    plan = models.TextField("工作方案", max_length=4000, blank=True)
    plan_file = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    planned_at = models.DateTimeField("工作方案形成时间", null=True)
    closed_at = models.DateTimeField("结束时间", null=True)

    class Meta:
        ordering = ["-proposed_at", "-id"]
        indexes = [models.Index(fields=["organ", "state", "step"])]
        constraints = [
            models.UniqueConstraint(fields=["organ", "number"], name="an_appointment_numbered_once"),
            models.CheckConstraint(condition=Q(step__gte=1, step__lte=len(STEPS)), name="one_of_seven_steps"),
        ]

    @property
    def step_name(self) -> str:
        return STEPS[self.step - 1]

    @property
    def source(self) -> str:
        """How meetings and notices name the case."""
        return f"appointments.case:{self.pk}"

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class Halt(models.Model):
    """中止、恢复、终止 and every step back, with its reason; only ever added."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, related_name="halts")
    kind = models.CharField("事项", max_length=4, choices=HALTS)
    step = models.PositiveSmallIntegerField("当时的步骤")
    reason = models.CharField("理由", max_length=500)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.kind}：{self.reason}"
