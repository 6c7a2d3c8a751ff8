"""民主生活会: one meeting from its plan to the end of what was to be mended; its contents, its report, its day."""

from django.db import models
from django.db.models import Q

from zhixing.regulations.democratic_life.facts import GROUNDS

CONTENTS = [
    ("路线方针", "贯彻执行党的路线方针政策和区委区政府决定的情况"),
    ("民主集中", "坚持民主集中制、加强班子自身建设的情况"),
    ("廉洁自律", "执行廉政建设规定、廉洁奉公遵纪守法的情况"),
    ("思想工作", "对党员、群众做思想政治工作的情况"),
    ("作风群众", "改进作风、联系群众的情况"),
    ("任务完成", "一个阶段或者年度工作任务完成的情况"),
    ("调研问题", "开展调研的情况和存在的主要问题"),
    ("上级要求", "上级党组织要求的其他内容"),
]
SORTS = [("年度", "年度民主生活会"), ("专题", "专题民主生活会")]
STATES = [("办理中", "办理中"), ("已办结", "已办结"), ("已撤销", "已撤销")]


class LifeMeeting(models.Model):
    """The plan. What happens in the room is a meeting of the shape; `theme` is what the superior asked for."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    number = models.CharField("编号", max_length=40)
    year = models.PositiveSmallIntegerField("年度")
    sort = models.CharField("类别", max_length=2, choices=SORTS)
    ground = models.CharField("专门召开的情形", max_length=20, choices=[(one, one) for one in GROUNDS])
    theme = models.CharField("主题", max_length=200)
    day = models.DateField("开会日期")
    state = models.CharField("状态", max_length=3, choices=STATES, default="办理中")
    meeting = models.OneToOneField(
        "meetings.Meeting", models.PROTECT, null=True, related_name="+", verbose_name="会议"
    )
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")
    closed_at = models.DateTimeField("办结时间", null=True)
    closing = models.CharField("撤销原因", max_length=300, blank=True)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "number"], name="a_life_meeting_numbered_once"),
            models.CheckConstraint(
                condition=Q(state="办理中") | Q(closed_at__isnull=False), name="a_life_meeting_closed_at"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.get_sort_display()}"


class Content(models.Model):
    """One line of the checklist of 13-4; `covered` is null until the meeting has been held."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey(LifeMeeting, models.PROTECT, related_name="contents")
    item = models.CharField("内容", max_length=4, choices=CONTENTS)
    covered = models.BooleanField("谈到", null=True)
    note = models.CharField("说明", max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["case", "item"], name="a_content_once_a_life_meeting")]

    def __str__(self) -> str:
        return self.get_item_display()


class DayMove(models.Model):
    """改期: from one day to another; once the day was reported, with the superior's consent (B13-04)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey(LifeMeeting, models.PROTECT, related_name="moves")
    before = models.DateField("原定日期")
    after = models.DateField("改到")
    reason = models.CharField("原因", max_length=300)
    consent = models.CharField("上级同意的文号或者依据", max_length=100, blank=True)
    consented_on = models.DateField("上级同意日期", null=True)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(consent="", consented_on=None) | (~Q(consent="") & Q(consented_on__isnull=False)),
                name="a_consent_has_its_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.before}改到{self.after}"


class SuperiorReport(models.Model):
    """What was reported to the superior party organisation, with its number and its file (13-3, 13-7)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    case = models.ForeignKey(LifeMeeting, models.PROTECT, related_name="reports")
    problem = models.ForeignKey(
        "democratic_life.Problem", models.PROTECT, null=True, related_name="reports", verbose_name="重大问题"
    )
    whom = models.CharField("上级党组织", max_length=60)
    document = models.CharField("文号", max_length=60)
    day = models.DateField("报告日期")
    meeting_day = models.DateField("报告的开会日期", null=True)
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+", verbose_name="报告")
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(problem=None, meeting_day__isnull=False)
                | Q(problem__isnull=False, meeting_day=None),
                name="a_report_of_a_day_or_of_a_problem",
            )
        ]

    def __str__(self) -> str:
        return self.document
