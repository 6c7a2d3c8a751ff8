"""合规审计 (01-12): what was decided past the meeting that had to decide it, and who answers for it."""

from django.db import models

from zhixing.regulations.governance.models.choices import BYPASS_KINDS, BYPASS_STATES


class Bypass(models.Model):
    """One case found by the program (`source` names what it found) or entered by hand; decided by people."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    number = models.CharField("编号", max_length=40)
    kind = models.CharField("违反情形", max_length=6, choices=BYPASS_KINDS)
    source = models.CharField("线索来源", max_length=80, blank=True)
    facts = models.TextField("事实", max_length=2000)
    day = models.DateField("发生日期")
    clause = models.CharField("应当遵守的条款", max_length=20, blank=True)
    bearer = models.CharField("责任主体", max_length=20)
    person = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="责任人"
    )
    state = models.CharField("状态", max_length=4, choices=BYPASS_STATES, default="待核查")
    finding = models.TextField("核查意见", max_length=2000, blank=True)
    decided_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="核查人"
    )
    decided_at = models.DateTimeField("核查时间", null=True)
    entered_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    created_at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "number"], name="a_bypass_numbered_once"),
            models.UniqueConstraint(
                fields=["organ", "source"], condition=~models.Q(source=""), name="a_source_audited_once"
            ),
        ]

    def __str__(self) -> str:
        return self.number
