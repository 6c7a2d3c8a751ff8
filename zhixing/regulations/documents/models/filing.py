"""归档 (09-3): what a section hands in for a year, paper by paper, and what the office took over under its digest."""

from django.db import models
from django.db.models import Q

from zhixing.regulations.documents.facts import KEPT, PAPERS

DRAWN_UP, OFFERED, KEPT_BY_OFFICE = "起草", "已移交", "已归档"
STATES = [(one, one) for one in (DRAWN_UP, OFFERED, KEPT_BY_OFFICE)]
CATEGORIES = [(one, one) for one in PAPERS]
RETENTIONS = [(one, one) for one in KEPT]


class FilingList(models.Model):
    """移交清册 of one section and year; what it held when the office took it over never changes."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    section = models.ForeignKey("organ.Section", models.PROTECT, related_name="+", verbose_name="移交科室")
    year = models.PositiveSmallIntegerField("文件年度")
    state = models.CharField("状态", max_length=3, choices=STATES, default=DRAWN_UP)
    begun_by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="整理人")
    begun_at = models.DateTimeField("开始整理时间")
    offered_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="移交人"
    )
    offered_on = models.DateField("移交日期", null=True)
    in_time = models.BooleanField("按期", null=True)
    returned_for = models.CharField("退回原因", max_length=300, blank=True)
    fonds = models.CharField("全宗号", max_length=20, blank=True)
    taken_by = models.ForeignKey(
        "organ.Person", models.PROTECT, null=True, related_name="+", verbose_name="接收人"
    )
    taken_at = models.DateTimeField("接收时间", null=True)
    content = models.JSONField("归档时的内容", default=list)
    alg = models.CharField("摘要算法", max_length=10, blank=True)
    hash = models.CharField("摘要", max_length=64, blank=True)

    class Meta:
        ordering = ["-year", "section__order"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "section", "year"], name="one_filing_list_a_year"),
            models.CheckConstraint(
                condition=Q(state=DRAWN_UP) | Q(offered_on__isnull=False), name="an_offered_list_has_its_day"
            ),
            models.CheckConstraint(
                condition=~Q(state=KEPT_BY_OFFICE) | (Q(taken_at__isnull=False) & ~Q(hash="")),
                name="a_filed_list_is_sealed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section.name}{self.year}年度文件移交清册"


class FiledPaper(models.Model):
    """One line of 归档文件目录; `source` names the register's record, as 发文:3, and is empty for a paper by hand."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    filing = models.ForeignKey(FilingList, models.PROTECT, related_name="papers", verbose_name="移交清册")
    order = models.PositiveIntegerField("序号")
    source = models.CharField("来源", max_length=40, blank=True)
    archive_number = models.CharField("档号", max_length=60, blank=True)
    author = models.CharField("责任者", max_length=100)
    number = models.CharField("文号", max_length=60, blank=True)
    title = models.CharField("题名", max_length=300)
    day = models.DateField("日期")
    pages = models.PositiveIntegerField("页数")
    category = models.CharField("文件类别", max_length=20, choices=CATEGORIES)
    retention = models.CharField("保管期限", max_length=3, choices=RETENTIONS)
    remark = models.CharField("备注", max_length=300, blank=True)
    left_out_for = models.CharField("不归档的理由", max_length=300, blank=True)
    by = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="整理人")
    at = models.DateTimeField("列入时间")

    class Meta:
        ordering = ["filing_id", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "source"],
                condition=~Q(source="") & Q(left_out_for=""),
                name="a_record_is_filed_once",
            ),
            models.UniqueConstraint(fields=["filing", "order"], name="a_line_of_the_file_list_once"),
            models.UniqueConstraint(
                fields=["organ", "archive_number"],
                condition=~Q(archive_number=""),
                name="an_archive_number_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class FiledFile(models.Model):
    """A file that goes into the package with its paper: only ever added."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    paper = models.ForeignKey(FiledPaper, models.PROTECT, related_name="files")
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+", verbose_name="文件")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["paper", "file"], name="a_file_once_a_filed_paper")]

    def __str__(self) -> str:
        return str(self.file)
