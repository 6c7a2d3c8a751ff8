"""收文 (09-1): what came in, what was brought by hand, what is attached, and the numbers of what is classified."""

from django.db import models
from django.db.models import Q

from zhixing.regulations.documents.facts import TYPES

SERIES = [("收", "机关来文"), ("企收", "企业、群众来文"), ("会收", "会议文件")]
URGENCIES = [("特急", "特急"), ("加急", "加急"), ("平件", "平件")]
TO_READ, TO_ACT = "阅件", "办件"
MODES = [(TO_READ, TO_READ), (TO_ACT, TO_ACT)]
OTHER_TYPE = "其他"
PAPER_TYPES = [(one, one) for one in (*TYPES, OTHER_TYPE)]
ENTERED, RETURNED, ADVISING, INSTRUCTING, READING, DOING, READY, CLOSED, FILED = (
    "待初审", "已退文", "待拟办", "批办中", "传阅中", "承办中", "待办结", "已办结", "已归档",
)  # fmt: skip
STATES = [
    (one, one) for one in (ENTERED, RETURNED, ADVISING, INSTRUCTING, READING, DOING, READY, CLOSED, FILED)
]
ENDED = (RETURNED, CLOSED, FILED)
REPLY_FORMS = [(one, one) for one in ("复函", "报告", "电话", "当面", "系统回复", "其他")]
WAITING, TAKEN, NOT_OURS = "待登记", "已登记", "不予登记"
HANDED_STATES = [(one, one) for one in (WAITING, TAKEN, NOT_OURS)]


class HandedIn(models.Model):
    """转交文书: what somebody brought from a meeting or was handed; only the clerk registers it (09-1.1)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    title = models.CharField("文件标题", max_length=300)
    sender = models.CharField("来文单位", max_length=100)
    origin = models.CharField("从哪里带回", max_length=100)
    copies = models.PositiveSmallIntegerField("份数", default=1)
    note = models.CharField("说明", max_length=300, blank=True)
    state = models.CharField("状态", max_length=4, choices=HANDED_STATES, default=WAITING)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="转交人")
    at = models.DateTimeField("转交时间")
    answered_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="接收人"
    )
    answered_at = models.DateTimeField("接收时间", null=True)
    answer = models.CharField("处理说明", max_length=300, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=WAITING) | Q(answered_at__isnull=False),
                name="an_answered_hand_in_has_its_time",
            )
        ]

    def __str__(self) -> str:
        return self.title


class ReceivedDocument(models.Model):
    """One line of 收文登记簿. `sheet` is the 办文单 it goes round with."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    series = models.CharField("类别", max_length=4, choices=SERIES)
    year = models.PositiveSmallIntegerField("年度")
    number = models.PositiveIntegerField("流水号")
    received_on = models.DateField("收文日期")
    sender = models.CharField("来文单位", max_length=100)
    sender_number = models.CharField("来文字号", max_length=60, blank=True)
    written_on = models.DateField("来文日期", null=True)
    title = models.CharField("标题", max_length=300)
    type = models.CharField("文种", max_length=4, choices=PAPER_TYPES)
    urgency = models.CharField("紧急程度", max_length=2, choices=URGENCIES)
    weighty = models.BooleanField("重要", default=False)
    copies = models.PositiveSmallIntegerField("份数", default=1)
    mode = models.CharField("阅件、办件", max_length=2, choices=MODES)
    state = models.CharField("状态", max_length=3, choices=STATES, default=ENTERED)
    registered_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="签收人")
    registered_at = models.DateTimeField("登记时间")
    handed = models.OneToOneField(
        HandedIn, models.PROTECT, null=True, related_name="document", verbose_name="转交记录"
    )
    twin_of = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", verbose_name="相同来文")
    twin_reason = models.CharField("另行登记的理由", max_length=300, blank=True)
    sheet = models.OneToOneField(
        "circulation.Sheet", models.PROTECT, null=True, related_name="received", verbose_name="办文单"
    )
    due = models.DateField("办理期限", null=True)
    ours = models.BooleanField("应由本局办理", null=True)
    fits_rules = models.BooleanField("合行文规则", null=True)
    fits_drafting = models.BooleanField("合起草要求", null=True)
    reviewed_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="初审人"
    )
    reviewed_at = models.DateTimeField("初审时间", null=True)
    return_number = models.CharField("退文编号", max_length=40, blank=True)
    return_reason = models.CharField("退文理由", max_length=500, blank=True)
    result = models.CharField("办理结果", max_length=1000, blank=True)
    replied_on = models.DateField("答复日期", null=True)
    reply_form = models.CharField("答复方式", max_length=4, choices=REPLY_FORMS, blank=True)
    reply_told = models.CharField("另行告知单位", max_length=200, blank=True)
    no_reply_reason = models.CharField("不答复的理由", max_length=300, blank=True)
    closed_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="办结人"
    )
    closed_on = models.DateField("办结日期", null=True)
    archive_number = models.CharField("归档号", max_length=40, blank=True)
    remark = models.CharField("备注", max_length=300, blank=True)

    class Meta:
        ordering = ["-received_on", "-id"]
        indexes = [
            models.Index(fields=["organ", "state", "due"]),
            models.Index(fields=["organ", "received_on"]),
            models.Index(fields=["organ", "sender", "sender_number"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "series", "year", "number"], name="a_received_document_numbered_once"
            ),
            models.CheckConstraint(
                condition=~Q(state=RETURNED) | (~Q(return_reason="") & ~Q(return_number="")),
                name="a_returned_document_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state=CLOSED)
                | ~Q(mode=TO_ACT)
                | (~Q(result="") & (Q(replied_on__isnull=False) | ~Q(no_reply_reason=""))),
                name="a_closed_document_has_its_result_and_reply",
            ),
        ]

    @property
    def shown(self) -> str:
        return f"{self.series}〔{self.year}〕{self.number}号"

    @property
    def ended(self) -> bool:
        return self.state in ENDED

    def __str__(self) -> str:
        return f"{self.shown} {self.title}"


class ReceivedFile(models.Model):
    """来文附件: only ever added."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    document = models.ForeignKey(ReceivedDocument, models.PROTECT, related_name="files")
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+", verbose_name="附件")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "file"], name="a_file_once_a_received_document")
        ]

    def __str__(self) -> str:
        return str(self.file)


class ClassifiedNumber(models.Model):
    """涉密来文: its number and the day, nothing else; the rest stands in the register of 07 (G-90)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("年度")
    number = models.PositiveIntegerField("流水号")
    received_on = models.DateField("收文日期")
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "year", "number"], name="a_classified_number_once")
        ]

    def __str__(self) -> str:
        return f"密收〔{self.year}〕{self.number}号"
