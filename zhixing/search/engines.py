"""The two full-text engines, each in its own words: FTS5 and tsvector."""

from collections.abc import Sequence
from typing import Protocol

from django.db import connection
from django.db.models.expressions import RawSQL

MOST = 5000  # documents of one kind that a query looks at, newest first


class Engine(Protocol):
    def put(self, document: int, tokens: Sequence[str]) -> None: ...

    def holding(self, tokens: Sequence[str]) -> RawSQL:
        """The numbers of the newest documents that hold every token, as a subquery."""
        ...


class Fts5:
    """Each token is quoted, so that nothing a person types is read as query syntax."""

    def put(self, document: int, tokens: Sequence[str]) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_tokens WHERE rowid = %s", [document])
            cursor.execute(
                "INSERT INTO search_tokens(rowid, tokens) VALUES (%s, %s)", [document, " ".join(tokens)]
            )

    def holding(self, tokens: Sequence[str]) -> RawSQL:
        wanted = " ".join(f'"{token}"' for token in tokens)
        return RawSQL(
            "SELECT rowid FROM search_tokens WHERE tokens MATCH %s ORDER BY rowid DESC LIMIT %s",
            [wanted, MOST],
        )


class TsVector:
    """Tokens go in as an array: PostgreSQL's own parser would cut Chinese by the server's locale."""

    def put(self, document: int, tokens: Sequence[str]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE search_document SET tokens = array_to_tsvector(%s::text[]) WHERE id = %s",
                [list(tokens), document],
            )

    def holding(self, tokens: Sequence[str]) -> RawSQL:
        wanted = " & ".join(f"'{token}'" for token in tokens)
        return RawSQL(
            "SELECT id FROM search_document WHERE tokens @@ %s::tsquery ORDER BY id DESC LIMIT %s",
            [wanted, MOST],
        )


ENGINES: dict[str, type[Engine]] = {"sqlite": Fts5, "postgresql": TsVector}


def engine() -> Engine:
    return ENGINES[connection.vendor]()
