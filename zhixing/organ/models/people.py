"""People and where they work, kept from day to day, so that a past case is read with the people of its day."""

from django.db import models

from zhixing.organ.models.organ import Organ
from zhixing.organ.models.period import Period, ends_after_it_begins

SECTION_KINDS = [("局领导", "局领导"), ("内设科室", "内设科室"), ("下属单位", "下属单位")]
RANKS = [("一般人员", "一般人员"), ("中层干部", "中层干部"), ("局领导", "局领导"), ("局长", "局长")]
CATEGORIES = [("公务员", "公务员"), ("事业", "事业"), ("编外", "编外")]
SEXES = [("男", "男"), ("女", "女")]


class Section(Period):
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="sections")
    name = models.CharField("名称", max_length=40)
    kind = models.CharField("类别", max_length=8, choices=SECTION_KINDS)
    order = models.PositiveSmallIntegerField("排序", default=0)

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "name", "since"], name="section_name_once"),
            ends_after_it_begins("section_period"),
        ]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="people")
    number = models.CharField("编号", max_length=16)
    name = models.CharField("姓名", max_length=40)
    sex = models.CharField("性别", max_length=1, choices=SEXES, blank=True)
    born = models.DateField("出生", null=True, blank=True)
    started_work = models.DateField("参加工作", null=True, blank=True)
    joined = models.DateField("到局", null=True, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)
    pinyin = models.CharField("拼音", max_length=120, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["organ", "number"], name="person_number_once")]

    def __str__(self) -> str:
        return self.name


class Service(Period):
    """Where one worked, as what, from a day to a day."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="services")
    section = models.ForeignKey(Section, models.PROTECT, related_name="services")
    rank = models.CharField("职级", max_length=8, choices=RANKS)
    category = models.CharField("人员类别", max_length=4, choices=CATEGORIES)
    title = models.CharField("职务", max_length=60)
    district_managed = models.BooleanField("区管干部", default=False)

    class Meta:
        ordering = ["since"]
        constraints = [ends_after_it_begins("service_period")]

    def __str__(self) -> str:
        return f"{self.person}：{self.section}{self.title}"
