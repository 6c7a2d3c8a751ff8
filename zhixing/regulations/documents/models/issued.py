"""发文 (09-2): the draft and its way, every text that was reviewed or signed, and where it was sent."""

from django.db import models
from django.db.models import Q

from zhixing.regulations.documents.facts import NAMES, TYPES

DRAFT, RUNNING, SIGNED, NUMBERED, PROVED, SEALED, SENT, FILED, VOID = (
    "草稿", "办理中", "已签发", "已编号", "已校对", "已用印", "已分发", "已归档", "已作废",
)  # fmt: skip
STATES = [(one, one) for one in (DRAFT, RUNNING, SIGNED, NUMBERED, PROVED, SEALED, SENT, FILED, VOID)]
NAME_CHOICES = [(one, one) for one in NAMES]
TYPE_CHOICES = [(one, one) for one in TYPES]
URGENCIES = [("特急", "特急"), ("加急", "加急"), ("平件", "平件")]
FORMS = [("文件", "文件"), ("信函", "信函"), ("纪要", "纪要")]
OPEN, ON_REQUEST, CLOSED = "主动公开", "依申请公开", "不予公开"
DISCLOSURES = [(one, one) for one in (OPEN, ON_REQUEST, CLOSED)]


class IssuedDocument(models.Model):
    """One 发文稿纸. `matter` is its way from the draft to the distribution; `answers` is the letter it replies to."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    matter = models.OneToOneField("matters.Matter", models.PROTECT, related_name="issued")
    state = models.CharField("状态", max_length=3, choices=STATES, default=DRAFT)
    section = models.ForeignKey(
        "organ.Section", models.PROTECT, null=True, related_name="+", verbose_name="拟稿科室"
    )
    drafter = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="拟稿人")
    drafted_at = models.DateTimeField("拟稿时间")
    name = models.CharField("名义", max_length=2, choices=NAME_CHOICES, default="局")
    form = models.CharField("格式", max_length=2, choices=FORMS, default="文件")
    type = models.CharField("文种", max_length=2, choices=TYPE_CHOICES, blank=True)
    urgency = models.CharField("紧急程度", max_length=2, choices=URGENCIES, default="平件")
    title = models.CharField("标题", max_length=300, blank=True)
    main_to = models.CharField("主送", max_length=500, blank=True)
    copied_to = models.CharField("抄送", max_length=500, blank=True)
    body = models.TextField("正文", blank=True)
    annexes = models.CharField("附件说明", max_length=500, blank=True)
    copies = models.PositiveSmallIntegerField("印数", default=1)
    disclosure = models.CharField("公开属性", max_length=5, choices=DISCLOSURES, blank=True)
    closed_for = models.CharField("不予公开的理由", max_length=300, blank=True)
    answers = models.ForeignKey(
        "documents.ReceivedDocument", models.PROTECT, null=True, related_name="answered_by_letters",
        verbose_name="答复的来文",
    )  # fmt: skip
    version = models.PositiveSmallIntegerField("稿次", default=0)
    signed_on = models.DateField("签发日期", null=True)
    signers = models.CharField("签发人", max_length=100, blank=True)
    signed_digest = models.CharField("签发稿摘要", max_length=80, blank=True)
    number = models.OneToOneField(
        "documents.DocumentNumber",
        models.PROTECT,
        null=True,
        related_name="document",
        verbose_name="发文字号",
    )
    proved_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="校对人"
    )
    proved_at = models.DateTimeField("校对时间", null=True)
    seal = models.CharField("印章", max_length=100, blank=True)
    sealed_digest = models.CharField("正本摘要", max_length=80, blank=True)
    sealed_at = models.DateTimeField("用印时间", null=True)
    sent_at = models.DateTimeField("分发时间", null=True)
    archive_number = models.CharField("归档号", max_length=60, blank=True)

    class Meta:
        ordering = ["-drafted_at", "-id"]
        indexes = [models.Index(fields=["organ", "state", "signed_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=(DRAFT, RUNNING, VOID)) | Q(signed_on__isnull=False), name="signed_before_numbered"
            ),
            models.CheckConstraint(
                condition=Q(state__in=(DRAFT, RUNNING, SIGNED, VOID)) | Q(number__isnull=False),
                name="numbered_before_printed",
            ),
        ]  # fmt: skip

    @property
    def shown(self) -> str:
        return str(self.number) if self.number else self.matter.number

    def __str__(self) -> str:
        return self.title or "未命名的文稿"


class IssuedSection(models.Model):
    """A section whose work the draft touches: its leader countersigns (09-2.3)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    document = models.ForeignKey(IssuedDocument, models.PROTECT, related_name="touched")
    section = models.ForeignKey("organ.Section", models.PROTECT, related_name="+", verbose_name="涉及科室")
    version = models.PositiveSmallIntegerField("稿次")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "section", "version"], name="a_section_once_a_draft")
        ]

    def __str__(self) -> str:
        return str(self.section)


class IssuedFile(models.Model):
    """依据文件 and annexes of the draft: only ever added."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    document = models.ForeignKey(IssuedDocument, models.PROTECT, related_name="files")
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+", verbose_name="依据文件")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "file"], name="a_file_once_an_issued_document")
        ]

    def __str__(self) -> str:
        return str(self.file)


class IssuedVersion(models.Model):
    """The whole text as it went up, was corrected or signed; nothing is written over."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    document = models.ForeignKey(IssuedDocument, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField("稿次")
    content = models.JSONField("内容")
    digest = models.CharField("摘要", max_length=80)
    why = models.CharField("为什么", max_length=300)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="修改人")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="a_version_numbered_once")]

    def __str__(self) -> str:
        return f"第{self.number}稿"


class Distribution(models.Model):
    """分发: one addressee, how many copies, and who signed for them."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    document = models.ForeignKey(IssuedDocument, models.PROTECT, related_name="distributions")
    recipient = models.CharField("收件单位", max_length=100)
    copies = models.PositiveSmallIntegerField("份数")
    sent_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="分发人")
    sent_at = models.DateTimeField("分发时间")
    received_by = models.CharField("签收人", max_length=60, blank=True)
    received_on = models.DateField("签收日期", null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["document", "recipient"], name="sent_once_to_each")]

    def __str__(self) -> str:
        return f"{self.recipient}{self.copies}份"
