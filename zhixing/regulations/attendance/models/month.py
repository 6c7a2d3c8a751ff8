"""The month: its ledger, its corrections, the pay it rests on and the settlement proposed from it."""

from django.db import models
from django.db.models import F, Q

MONTH_STATES = [("确认中", "确认中"), ("已锁定", "已锁定")]
LINE_STATES = [("待确认", "待确认"), ("已确认", "已确认"), ("有异议", "有异议"), ("已答复", "已答复")]
SETTLEMENT_ITEMS = [
    ("事假", "事假扣当日基本工资"),
    ("病假", "病假扣当日基本工资"),
    ("年休假", "年休假扣当日基本工资"),
    ("补休假", "补休假扣当日基本工资"),
    ("迟到早退", "迟到早退扣津补贴"),
    ("旷工工资", "旷工扣当日基本工资"),
    ("旷工年终奖", "旷工扣年终奖"),
]


class Month(models.Model):
    """One month of one organ; locked months take corrections only, beside the line."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("年")
    month = models.PositiveSmallIntegerField("月")
    state = models.CharField("状态", max_length=4, choices=MONTH_STATES, default="确认中")
    opened_by = models.ForeignKey("organ.Person", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField("开启时间")
    confirm_by = models.DateField("确认截止")
    locked_by = models.ForeignKey("organ.Person", on_delete=models.PROTECT, null=True, related_name="+")
    locked_at = models.DateTimeField("锁定时间", null=True, blank=True)
    settled_at = models.DateTimeField("提出扣款建议时间", null=True, blank=True)

    class Meta:
        ordering = ["-year", "-month"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "year", "month"], name="month_once"),
            models.CheckConstraint(condition=Q(month__gte=1) & Q(month__lte=12), name="month_of_a_year"),
        ]

    def __str__(self) -> str:
        return f"{self.year}年{self.month}月"


class MonthLine(models.Model):
    """One person's month. Days are counted in half-days; late and early are times."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT, related_name="+")
    sheet = models.ForeignKey(Month, on_delete=models.PROTECT, related_name="lines")
    person = models.ForeignKey(
        "organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="姓名"
    )
    section = models.CharField("科室", max_length=100)
    due = models.PositiveSmallIntegerField("应出勤", default=0)
    present = models.PositiveSmallIntegerField("实出勤", default=0)
    outing = models.PositiveSmallIntegerField("公出", default=0)
    trip = models.PositiveSmallIntegerField("出差", default=0)
    meeting = models.PositiveSmallIntegerField("会议学习", default=0)
    annual = models.PositiveSmallIntegerField("年休", default=0)
    comp = models.PositiveSmallIntegerField("补休", default=0)
    personal = models.PositiveSmallIntegerField("事假", default=0)
    sick = models.PositiveSmallIntegerField("病假", default=0)
    other_leave = models.PositiveSmallIntegerField("其他假", default=0)
    late = models.PositiveSmallIntegerField("迟到", default=0)
    early = models.PositiveSmallIntegerField("早退", default=0)
    absent = models.PositiveSmallIntegerField("旷工", default=0)
    open = models.PositiveSmallIntegerField("待核实", default=0)
    note = models.CharField("备注", max_length=500, blank=True)
    state = models.CharField("状态", max_length=4, choices=LINE_STATES, default="待确认")
    confirmed_at = models.DateTimeField("确认时间", null=True, blank=True)
    objection = models.CharField("异议", max_length=500, blank=True)
    objected_at = models.DateTimeField("异议时间", null=True, blank=True)
    answer = models.CharField("答复", max_length=500, blank=True)
    answered_by = models.ForeignKey("organ.Person", on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)

    class Meta:
        ordering = ["sheet", "person__number"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "sheet", "person"], name="one_line_a_month"),
        ]

    def __str__(self) -> str:
        return f"{self.sheet} {self.section}"


class MonthCorrection(models.Model):
    """What was found wrong after the lock: both values stay to be seen (domain 4.7)."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey(MonthLine, on_delete=models.PROTECT, related_name="corrections")
    column = models.CharField("栏目", max_length=16)
    before = models.PositiveSmallIntegerField("原值")
    after = models.PositiveSmallIntegerField("新值")
    reason = models.CharField("理由", max_length=500)
    by = models.ForeignKey("organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="更正人")
    at = models.DateTimeField("更正时间")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.column} {self.before}→{self.after}"


class PayBase(models.Model):
    """What deductions are reckoned from, in fen, from-to. Seen by the person and finance only (4.10)."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        "organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="姓名"
    )
    base = models.BigIntegerField("月基本工资（分）")
    allowance = models.BigIntegerField("月津补贴（分）")
    bonus = models.BigIntegerField("年终奖（分）")
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)
    basis = models.CharField("依据", max_length=200)

    class Meta:
        ordering = ["person__number", "since"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "person", "since"], name="pay_base_once"),
            models.CheckConstraint(
                condition=Q(base__gte=0) & Q(allowance__gte=0) & Q(bonus__gte=0), name="pay_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="pay_since_until"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.since}"


class SettlementLine(models.Model):
    """One proposed deduction, or one taken back (negative), with what it was reckoned from."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT, related_name="+")
    sheet = models.ForeignKey(Month, on_delete=models.PROTECT, related_name="settlement")
    person = models.ForeignKey(
        "organ.Person", on_delete=models.PROTECT, related_name="+", verbose_name="姓名"
    )
    item = models.CharField("事项", max_length=8, choices=SETTLEMENT_ITEMS)
    count = models.PositiveSmallIntegerField("数量")
    unit = models.CharField("单位", max_length=4)
    standard = models.CharField("标准", max_length=200)
    amount = models.BigIntegerField("建议扣款（分）")
    clause = models.CharField("依据条款", max_length=32)
    cite = models.CharField("依据", max_length=100)
    ruling = models.JSONField("裁定", default=dict)
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="corrections")
    at = models.DateTimeField("提出时间")

    class Meta:
        ordering = ["sheet", "person__number", "id"]

    def __str__(self) -> str:
        return f"{self.item} {self.amount}"


HEADINGS = {field.attname: str(field.verbose_name) for field in MonthLine._meta.concrete_fields}
