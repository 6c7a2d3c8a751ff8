from django.db import models


class Document(models.Model):
    """What of a record can be found; the tokens stand in the database's own full-text index."""

    organ = models.CharField(max_length=32)
    kind = models.CharField(max_length=40)
    object_id = models.CharField(max_length=64)
    title = models.CharField(max_length=300)
    body = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organ", "kind", "object_id"], name="search_one_per_record"),
        ]

    def __str__(self) -> str:
        return self.title
