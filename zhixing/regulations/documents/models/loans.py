"""借阅登记 (09-1.5): who borrows what until when, and who only looks at it in the house."""

from django.db import models
from django.db.models import Q

LEVELS = [(one, one) for one in ("普通", "秘密", "机密", "绝密")]
BORROWING, VIEWING = "借阅", "查阅"
LOAN_KINDS = [(BORROWING, BORROWING), (VIEWING, VIEWING)]
ASKED, OUT, BACK, REFUSED = "待批准", "借出", "已归还", "未批准"
LOAN_STATES = [(one, one) for one in (ASKED, OUT, BACK, REFUSED)]


class PaperLoan(models.Model):
    """What is classified is known here by its number alone; its title stands in the register of 07."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    number = models.CharField("编号", max_length=40)
    kind = models.CharField("种类", max_length=2, choices=LOAN_KINDS)
    document = models.ForeignKey(
        "documents.ReceivedDocument", models.PROTECT, null=True, related_name="loans", verbose_name="收文"
    )
    paper_number = models.CharField("文号", max_length=60)
    paper_title = models.CharField("文件", max_length=300, blank=True)
    level = models.CharField("密级", max_length=2, choices=LEVELS)
    in_circle = models.BooleanField("传达范围内", null=True)
    borrower = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="借阅人"
    )
    section = models.ForeignKey(
        "organ.Section", models.PROTECT, null=True, related_name="+", verbose_name="借阅科室"
    )
    outsider = models.CharField("外单位来人", max_length=100, blank=True)
    purpose = models.CharField("用途", max_length=300)
    state = models.CharField("状态", max_length=3, choices=LOAN_STATES)
    asked_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="申请人")
    asked_at = models.DateTimeField("申请时间")
    approved_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="批准人"
    )
    approved_at = models.DateTimeField("批准时间", null=True)
    refused_why = models.CharField("未批准的原因", max_length=300, blank=True)
    out_on = models.DateField("借出日期", null=True)
    due = models.DateField("应还日期", null=True)
    back_on = models.DateField("归还日期", null=True)
    back_to = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="确认人"
    )
    remark = models.CharField("备注", max_length=300, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["organ", "state", "due"])]
        constraints = [
            models.UniqueConstraint(fields=["organ", "number"], name="a_paper_loan_numbered_once"),
            models.CheckConstraint(
                condition=Q(level="普通") | Q(paper_title="", document=None),
                name="a_classified_paper_has_no_title_here",
            ),
            models.CheckConstraint(
                condition=~Q(kind=BORROWING) | Q(borrower__isnull=False), name="lent_to_the_staff_alone"
            ),
            models.CheckConstraint(
                condition=Q(level="普通")
                | ~Q(state__in=(OUT, BACK))
                | Q(in_circle=True, approved_by__isnull=False),
                name="classified_papers_stay_in_their_circle",
            ),
            models.CheckConstraint(
                condition=~Q(state=BACK) | Q(back_on__isnull=False, back_to__isnull=False),
                name="back_when_the_clerk_says_so",
            ),
        ]

    @property
    def who(self) -> str:
        return self.borrower.name if self.borrower else self.outsider

    def __str__(self) -> str:
        return f"{self.number} {self.paper_title or self.paper_number}"
