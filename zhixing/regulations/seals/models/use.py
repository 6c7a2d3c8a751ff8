"""用印 (17-4a, 17-4b) and 盖印 (17-5a, 17-5b): what was approved, and what was stamped under it."""

from django.db import models
from django.db.models import Q

from zhixing.regulations.seals.models.choices import (
    DRAFT,
    HOWS,
    SEAL_MATERIALS,
    SEAL_PURPOSES,
    USE_STATUSES,
    pairs,
)


class SealUse(models.Model):
    """Its way runs as a matter; what comes from an issued document has none and names its `source` (09-2.4).

    `digest` is of the file that was approved: another file is another case."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    matter = models.OneToOneField("matters.Matter", models.PROTECT, null=True, related_name="seal_use")
    source = models.CharField("签发件", max_length=80, blank=True)
    document_number = models.CharField("文号", max_length=80, blank=True)
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="经办人")
    section = models.ForeignKey(
        "organ.Section", models.PROTECT, null=True, related_name="+", verbose_name="用印单位"
    )
    seal = models.ForeignKey(
        "seals.Seal", models.PROTECT, null=True, related_name="uses", verbose_name="印章"
    )
    title = models.CharField("文件名称", max_length=120, blank=True)
    purpose = models.CharField("事由类别", max_length=20, choices=SEAL_PURPOSES, blank=True)
    reason = models.CharField("用印事由", max_length=300, blank=True)
    material = models.CharField("材料", max_length=10, choices=SEAL_MATERIALS, blank=True)
    copies = models.PositiveIntegerField("用印份数", null=True)
    pages = models.PositiveIntegerField("页数", null=True)
    recipient = models.CharField("送往单位", max_length=120, blank=True)
    file = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, related_name="+", verbose_name="材料全文"
    )
    digest = models.CharField("批准的材料摘要", max_length=80, blank=True)
    status = models.CharField("状态", max_length=4, choices=pairs(USE_STATUSES), default=DRAFT)
    remark = models.CharField("备注", max_length=40, blank=True)
    urgent = models.BooleanField("急需用印", default=False)
    agreed_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="同意的人"
    )
    agreed_at = models.DateTimeField("同意时间", null=True)
    agreed_how = models.CharField("同意方式", max_length=2, choices=pairs(HOWS), blank=True)
    paperwork_due = models.DateField("最迟补签", null=True)
    signed_at = models.DateTimeField("批准时间", null=True)
    signed_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="批准人"
    )

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["organ", "status"])]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "source"], condition=~Q(source=""), name="an_issued_document_sealed_once"
            ),
            models.CheckConstraint(
                condition=Q(matter__isnull=False) | ~Q(source=""), name="a_use_has_its_approval"
            ),
            models.CheckConstraint(condition=Q(status=DRAFT) | Q(copies__gte=1), name="a_use_has_its_copies"),
        ]

    @property
    def number(self) -> str:
        return self.matter.number if self.matter else self.document_number

    def __str__(self) -> str:
        return self.title


class Stamping(models.Model):
    """盖印: what the keeper looked at, who pressed the seal, how many copies. `carried` was stamped out of the house."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    use = models.ForeignKey(SealUse, models.PROTECT, related_name="stampings")
    copies = models.PositiveIntegerField("盖印份数")
    stamped_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="盖印人")
    keeper = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="保管人")
    keeper_present = models.BooleanField("保管人在场")
    material_fits = models.BooleanField("材料相符")
    purpose_clear = models.BooleanField("用途清楚")
    papers_complete = models.BooleanField("手续齐全")
    carried = models.BooleanField("外带", default=False)
    at = models.DateTimeField("盖印时间")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(copies__gte=1), name="something_was_stamped"),
            models.CheckConstraint(
                condition=Q(keeper_present=True) | Q(carried=True), name="the_keeper_saw_it_stamped"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.use}：{self.copies}份"
