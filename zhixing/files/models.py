"""What is known of every file that was taken in; the bytes lie outside the database."""

from __future__ import annotations

from django.db import models


class StoredFile(models.Model):
    """One upload; `digest` ("sm3:…") goes into the entry of the act that carried it."""

    organ = models.CharField("机关", max_length=64)
    name = models.CharField("文件名", max_length=200)
    kind = models.CharField("类型", max_length=10)
    size = models.BigIntegerField("字节数")
    digest = models.CharField("内容摘要", max_length=80)
    storage = models.CharField("存放名", max_length=64, unique=True)
    by = models.CharField("上传人", max_length=200)
    at = models.DateTimeField("时间")

    text_read: str | None = None  # what was read when it was taken in; stands in no column

    class Meta:
        verbose_name = "附件"
        ordering = ("organ", "-at", "-pk")
        indexes = (models.Index(fields=("organ", "digest"), name="files_by_digest"),)

    def __str__(self) -> str:
        return self.name
