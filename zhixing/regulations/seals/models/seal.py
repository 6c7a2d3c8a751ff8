"""印章 (17-1): what a seal is beside the register's thing, and who was named to keep it (17-2a)."""

from django.db import models

from zhixing.regulations.seals.models.choices import FINANCE, SEAL_KINDS


class Seal(models.Model):
    """`kept` says who keeps it and where it is; `section` is empty for the seals of the bureau (17-11)."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    kept = models.OneToOneField("registers.Kept", models.PROTECT, related_name="seal")
    kind = models.CharField("种类", max_length=6, choices=SEAL_KINDS)
    material = models.CharField("材质", max_length=40)
    maker = models.CharField("制发机关", max_length=100)
    in_use_since = models.DateField("启用日期")
    impression = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, related_name="+", verbose_name="印模"
    )
    section = models.ForeignKey(
        "organ.Section", models.PROTECT, null=True, related_name="+", verbose_name="所属科室、单位"
    )

    class Meta:
        ordering = ["pk"]

    @property
    def is_finance(self) -> bool:
        return self.kind in FINANCE

    def __str__(self) -> str:
        return self.kept.name


class Designation(models.Model):
    """指定保管人: the office names who is to keep a seal from now on; the hand-over follows it."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    seal = models.ForeignKey(Seal, models.PROTECT, related_name="designations", verbose_name="印章")
    keeper = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="指定的保管人")
    reason = models.CharField("原因", max_length=300)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="指定人")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.seal}：{self.keeper}"
