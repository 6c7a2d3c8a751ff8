"""Keys to the interface: one of a person's own, for one purpose, until a day."""

from django.db import models
from django.db.models import F, Q

from zhixing.organ.models.account import Account
from zhixing.organ.models.organ import Organ

READ, WRITE = "只读", "读写"
SCOPES = [(READ, READ), (WRITE, WRITE)]


class Token(models.Model):
    """Only the digest is kept; the key itself is shown once."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="tokens")
    name = models.CharField("用途", max_length=60)
    scope = models.CharField("权限", max_length=4, choices=SCOPES)
    digest = models.CharField("摘要", max_length=64, unique=True)
    created_at = models.DateTimeField("签发时间")
    until = models.DateTimeField("有效期至")
    revoked_at = models.DateTimeField("吊销时间", null=True, blank=True)
    last_used_at = models.DateTimeField("最后使用", null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=Q(until__gt=F("created_at")), name="a_token_ends")]

    def __str__(self) -> str:
        return f"{self.account}：{self.name}"
