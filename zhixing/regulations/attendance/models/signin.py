"""Sign-ins, the clock files they came from, notes and spot checks (02-1.1a, 02-1.1b)."""

from django.db import models
from django.db.models import Q

HALVES = [("上午", "上午"), ("下午", "下午")]
SIGN_IN_SOURCES = [("网页", "网页签到"), ("考勤机", "考勤机导入"), ("补登", "漏签补登")]
NOTE_KINDS = [("公出", "公出"), ("出差", "出差"), ("下乡", "下乡"), ("会议", "会议学习")]
NOTE_STATES = [("待核实", "待核实"), ("已核实", "已核实"), ("未通过", "未通过"), ("已撤回", "已撤回")]
CHECK_KINDS = [("早退", "早退"), ("擅离岗位", "擅离岗位")]


class ClockImport(models.Model):
    """One file of a clock, taken whole; the digest makes a second import a no-op."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT, related_name="+")
    name = models.CharField("文件名", max_length=200)
    digest = models.CharField("摘要", max_length=64)
    rows = models.PositiveIntegerField("行数")
    taken = models.PositiveIntegerField("新记签到")
    by = models.ForeignKey("organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="导入人")
    at = models.DateTimeField("导入时间")

    class Meta:
        ordering = ["-at"]
        constraints = [models.UniqueConstraint(fields=["organ", "digest"], name="clock_file_once")]

    def __str__(self) -> str:
        return self.name


class SignIn(models.Model):
    """One sign-in of one half day; a voided one stays beside its successor."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        "organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="姓名"
    )
    day = models.DateField("日期")
    half = models.CharField("半天", max_length=2, choices=HALVES)
    at = models.DateTimeField("签到时间")
    source = models.CharField("来源", max_length=4, choices=SIGN_IN_SOURCES)
    clock_import = models.ForeignKey(
        ClockImport, on_delete=models.PROTECT, null=True, related_name="sign_ins"
    )
    witness = models.ForeignKey(
        "organ.Person", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="证明人"
    )
    reason = models.CharField("补登原因", max_length=200, blank=True)
    by = models.ForeignKey("organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="登记人")
    recorded_at = models.DateTimeField("登记时间")
    voided_at = models.DateTimeField("作废时间", null=True, blank=True)
    void_reason = models.CharField("作废原因", max_length=200, blank=True)

    class Meta:
        ordering = ["day", "at"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "person", "day", "half"],
                condition=Q(voided_at__isnull=True),
                name="one_sign_in_a_half_day",
            )
        ]
        indexes = [models.Index(fields=["organ", "day"], name="sign_in_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.half}"


class ExceptionNote(models.Model):
    """Why a half day has no sign-in, told by the person, verified by the office."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        "organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="姓名"
    )
    day = models.DateField("日期")
    half = models.CharField("半天", max_length=2, choices=HALVES)
    kind = models.CharField("情形", max_length=4, choices=NOTE_KINDS)
    text = models.CharField("说明", max_length=500)
    state = models.CharField("状态", max_length=4, choices=NOTE_STATES, default="待核实")
    made_at = models.DateTimeField("备注时间")
    verified_by = models.ForeignKey(
        "organ.Person", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="核实人"
    )
    verified_at = models.DateTimeField("核实时间", null=True, blank=True)
    answer = models.CharField("核实意见", max_length=500, blank=True)

    class Meta:
        ordering = ["day", "made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "person", "day", "half"],
                condition=Q(state__in=["待核实", "已核实"]),
                name="one_open_note_a_half_day",
            )
        ]
        indexes = [models.Index(fields=["organ", "day"], name="note_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.half} {self.kind}"


class SpotCheck(models.Model):
    """Leaving early, seen at a spot check: the clause asks for no sign-out (G-08)."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        "organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="姓名"
    )
    day = models.DateField("日期")
    half = models.CharField("半天", max_length=2, choices=HALVES)
    kind = models.CharField("情形", max_length=4, choices=CHECK_KINDS)
    found_at = models.DateTimeField("发现时间")
    text = models.CharField("经过", max_length=500)
    by = models.ForeignKey("organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="抽查人")
    voided_at = models.DateTimeField("撤销时间", null=True, blank=True)
    void_reason = models.CharField("撤销原因", max_length=200, blank=True)

    class Meta:
        ordering = ["day", "found_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "person", "day", "half", "kind"],
                condition=Q(voided_at__isnull=True),
                name="one_spot_check_a_half_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.half} {self.kind}"


class LateExcuse(models.Model):
    """A late mark taken back, with the reason and who did it; the sign-in itself stays as it was."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT, related_name="+")
    sign_in = models.OneToOneField(SignIn, on_delete=models.PROTECT, related_name="excuse")
    reason = models.CharField("理由", max_length=500)
    by = models.ForeignKey("organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="核实人")
    at = models.DateTimeField("核实时间")

    def __str__(self) -> str:
        return self.reason
