from django.db import models

from zhixing.organ.models.organ import Organ

DAY_KINDS = [
    ("工作日", "工作日"),
    ("休息日", "休息日"),
    ("法定节假日", "法定节假日"),
    ("调休上班", "调休上班"),
]


class DayCorrection(models.Model):
    """The organ's own word on a day, over the seeded calendar, with the notice it rests on."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    day = models.DateField("日期")
    kind = models.CharField("类别", max_length=8, choices=DAY_KINDS)
    name = models.CharField("名称", max_length=40, blank=True)
    notice = models.CharField("通知文号", max_length=100)

    class Meta:
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["organ", "day"], name="one_word_on_a_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.kind}"


class Counter(models.Model):
    """The last number taken in a register and year; taken by UPDATE … RETURNING, never read and then written."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    register = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    value = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organ", "register", "year"], name="one_counter")]

    def __str__(self) -> str:
        return f"{self.register}〔{self.year}〕{self.value}"
