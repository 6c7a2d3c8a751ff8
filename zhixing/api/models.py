"""What the interface itself keeps: which request came under which idempotency key."""

from django.db import models


class Sent(models.Model):
    """One writing request of an account: the same key again must carry the same content."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    account = models.ForeignKey("organ.Account", models.PROTECT, related_name="+")
    key = models.CharField("办理键", max_length=100)
    digest = models.CharField("内容摘要", max_length=64)
    at = models.DateTimeField("时间")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "key"], name="one_content_per_key")]

    def __str__(self) -> str:
        return self.key
