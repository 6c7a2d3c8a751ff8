"""反映: what somebody had to say to a notice, and what came of it."""

from django.db import models
from django.db.models import Q

FORMS = [("实名", "实名"), ("匿名", "匿名")]


class Objection(models.Model):
    """One objection; it is open until it has its result and its answer. An anonymous one holds no name."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    notice = models.ForeignKey("publication.PublicNotice", models.PROTECT, related_name="objections")
    text_number = models.PositiveSmallIntegerField("针对第几次发布")
    form = models.CharField("方式", max_length=2, choices=FORMS)
    name = models.CharField("反映人", max_length=40, blank=True)
    contact = models.CharField("联系方式", max_length=100, blank=True)
    received_on = models.DateField("收到日期")
    content = models.TextField("反映内容", max_length=4000)
    entered_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    entered_at = models.DateTimeField("登记时间")
    inquiry = models.TextField("核查情况", max_length=4000, blank=True)
    result = models.CharField("核查结论", max_length=20, blank=True)
    answer = models.TextField("答复", max_length=2000, blank=True)
    answered_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="答复人"
    )
    answered_at = models.DateTimeField("答复时间", null=True)

    class Meta:
        ordering = ["received_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(form="匿名") | Q(name="", contact=""), name="no_name_without_a_name"
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None) | (~Q(result="") & ~Q(answer="")),
                name="an_answer_has_its_result",
            ),
        ]

    @property
    def open(self) -> bool:
        return self.answered_at is None

    def __str__(self) -> str:
        return f"{self.received_on}{self.form}反映"
