"""An organ is a unit that can be moved: every record carries it, and its key is what lower floors know."""

from django.db import models


class Organ(models.Model):
    key = models.SlugField("代号", primary_key=True, max_length=32)
    name = models.CharField("名称", max_length=100)
    short_name = models.CharField("简称", max_length=40)
    code_word = models.CharField("机关代字", max_length=20, blank=True)
    digest = models.CharField("摘要算法", max_length=10, default="sm3")
    second_factor = models.BooleanField("必须二次验证", default=True)
    created_at = models.DateTimeField("建立时间")

    def __str__(self) -> str:
        return self.short_name
