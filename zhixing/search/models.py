from django.db import models


class Document(models.Model):
    """What of a record can be found; the tokens stand in the database's own full-text index."""

    organ = models.CharField(max_length=32)
    kind = models.CharField(max_length=40)
    object_id = models.CharField(max_length=64)
    title = models.CharField(max_length=300)
    body = models.TextField(blank=True)
    text = models.TextField(blank=True)  # title and body as they are compared
    clauses = models.TextField(blank=True)  # the clauses it rests on, one a line

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organ", "kind", "object_id"], name="search_one_per_record"),
        ]

    def __str__(self) -> str:
        return self.title


class Citation(models.Model):
    """A record that rests on a clause, so that the law book lists the cases under it."""

    organ = models.CharField(max_length=32)
    kind = models.CharField(max_length=40)
    record = models.BigIntegerField()
    clause = models.CharField(max_length=16)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "kind", "clause", "record"], name="search_one_citation_per_record"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.clause}：{self.kind}{self.record}"
