"""The two full-text engines, each in its own words: FTS5 and tsvector."""

from collections.abc import Sequence
from typing import Protocol

from django.db import connection


class Engine(Protocol):
    def put(self, document: int, tokens: Sequence[str]) -> None: ...

    def find(self, organ: str, tokens: Sequence[str], limit: int) -> list[int]: ...


class Fts5:
    """Each token is quoted, so that nothing a person types is read as query syntax."""

    def put(self, document: int, tokens: Sequence[str]) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_tokens WHERE rowid = %s", [document])
            cursor.execute(
                "INSERT INTO search_tokens(rowid, tokens) VALUES (%s, %s)", [document, " ".join(tokens)]
            )

    def find(self, organ: str, tokens: Sequence[str], limit: int) -> list[int]:
        wanted = " ".join(f'"{token}"' for token in tokens)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT d.id FROM search_tokens t JOIN search_document d ON d.id = t.rowid "
                "WHERE t.tokens MATCH %s AND d.organ = %s ORDER BY d.id DESC LIMIT %s",
                [wanted, organ, limit],
            )
            return [row[0] for row in cursor.fetchall()]


class TsVector:
    """Tokens go in as an array: PostgreSQL's own parser would cut Chinese by the server's locale."""

    def put(self, document: int, tokens: Sequence[str]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE search_document SET tokens = array_to_tsvector(%s::text[]) WHERE id = %s",
                [list(tokens), document],
            )

    def find(self, organ: str, tokens: Sequence[str], limit: int) -> list[int]:
        wanted = " & ".join(f"'{token}'" for token in tokens)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT id FROM search_document WHERE tokens @@ %s::tsquery AND organ = %s "
                "ORDER BY id DESC LIMIT %s",
                [wanted, organ, limit],
            )
            return [row[0] for row in cursor.fetchall()]


ENGINES: dict[str, type[Engine]] = {"sqlite": Fts5, "postgresql": TsVector}


def engine() -> Engine:
    return ENGINES[connection.vendor]()
