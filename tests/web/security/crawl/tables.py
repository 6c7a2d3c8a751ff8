"""Everything the database holds, as one digest for each table."""

import hashlib

from django.db import connection

# what looking at a page is declared to leave behind: the time of the last use, and nothing of the office's
DECLARED = {"django_session"}


def digests(but: frozenset[str] = frozenset(DECLARED)) -> dict[str, str]:
    with connection.cursor() as cursor:
        names = [name for name in connection.introspection.table_names(cursor) if name not in but]
        return {name: digest(rows(cursor, name)) for name in names}


def rows(cursor: object, name: str) -> list[str]:
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")  # type: ignore[attr-defined]
    return sorted(map(repr, cursor.fetchall()))  # type: ignore[attr-defined]


def digest(lines: list[str]) -> str:
    whole = hashlib.sha256()
    for line in lines:
        whole.update(line.encode())
    return whole.hexdigest()


def changed(before: dict[str, str]) -> set[str]:
    """The tables that are not as they were."""
    return {name for name, now in digests().items() if before.get(name) != now}
