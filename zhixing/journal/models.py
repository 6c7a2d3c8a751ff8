"""The chain of entries of every organ, and its last link."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One act, once written never changed; triggers refuse UPDATE and DELETE."""

    organ = models.CharField("机关", max_length=64)
    seq = models.BigIntegerField("序号")
    alg = models.CharField("算法", max_length=16)
    prev = models.CharField("上一条摘要", max_length=64)
    hash = models.CharField("摘要", max_length=64)
    at = models.DateTimeField("时间")
    behind = models.BigIntegerField("时钟倒退秒数", default=0)
    actor = models.CharField("办理人", max_length=200)
    office = models.CharField("职务", max_length=200, blank=True)
    action = models.CharField("行为", max_length=100)
    object_kind = models.CharField("对象", max_length=100)
    object_id = models.CharField("对象编号", max_length=100)
    payload = models.TextField("内容")
    rule = models.CharField("依据", max_length=200, blank=True)
    key = models.CharField("幂等标识", max_length=200)
    attachments = models.TextField("附件摘要")
    states = models.TextField("涉及记录")

    class Meta:
        ordering = ("organ", "seq")
        verbose_name = "日志条目"
        constraints = (
            models.UniqueConstraint(fields=("organ", "seq"), name="journal_one_entry_per_number"),
            models.UniqueConstraint(fields=("organ", "key"), name="journal_one_effect_per_key"),
        )
        indexes = (
            models.Index(fields=("organ", "object_kind", "object_id", "seq"), name="journal_entry_object"),
        )


class Head(models.Model):
    """The last link of an organ's chain; its row lock lets one writer at a time extend the chain."""

    organ = models.CharField("机关", max_length=64, primary_key=True)
    seq = models.BigIntegerField("序号", default=0)
    alg = models.CharField("算法", max_length=16, blank=True, default="")
    hash = models.CharField("摘要", max_length=64, blank=True, default="")
    at = models.DateTimeField("时间", null=True)

    class Meta:
        verbose_name = "日志链尾"
