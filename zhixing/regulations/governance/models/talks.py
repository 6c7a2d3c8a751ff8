"""谈心谈话 (01-21.3)."""

from django.db import models
from django.db.models import F, Q

PAIRS = [
    ("一把手与班子", "一把手与班子成员"),
    ("一把手与中层", "一把手与中层正职"),
    ("分管与科室", "分管领导与分管科室"),
    ("科室内部", "科室内部"),
]


class HeartTalk(models.Model):
    """A talk of two; what was said is for the two and the secretary alone."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    pair = models.CharField("类型", max_length=6, choices=PAIRS)
    talker = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="谈话人")
    other = models.ForeignKey("organ.Person", models.PROTECT, related_name="+", verbose_name="谈话对象")
    day = models.DateField("日期")
    place = models.CharField("地点", max_length=80)
    topic = models.CharField("主题", max_length=120)
    text = models.TextField("主要内容", max_length=4000)
    advice = models.TextField("意见建议", max_length=2000, blank=True)
    follow = models.TextField("后续措施", max_length=2000, blank=True)
    at = models.DateTimeField("登记时间")
    confirmed_at = models.DateTimeField("对方确认", null=True)

    class Meta:
        ordering = ["-day", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(talker=F("other")), name="a_talk_is_of_two")]

    def __str__(self) -> str:
        return f"{self.day}{self.pair}谈话"
