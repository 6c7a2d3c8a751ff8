from django.db import models


class Token(models.Model):
    """A person's key to the API. Only its digest is kept; the key itself is shown once."""

    organ = models.ForeignKey("organ.Organ", on_delete=models.PROTECT)
    account = models.ForeignKey("organ.Account", on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    until = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name
