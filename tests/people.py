"""The demo bureau's people for tests: entered once by the service, afterwards laid down row by row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import connection

from zhixing.cli.demo import people
from zhixing.organ.models import Organ

_entered: dict[datetime, "Mapping[str, bytes] | list[Rows]"] = {}


def build_people(at: datetime) -> Organ:
    """As the demo's own; an empty database is filled with what an earlier test entered."""
    if Organ.objects.exists():
        return people.build_people(at)
    if at not in _entered:
        organ = people.build_people(at)
        _entered[at] = copied() if connection.vendor == "postgresql" else written()
        return organ
    kept = _entered[at]
    if isinstance(kept, Mapping):
        paste(kept)
    else:
        lay(kept)
    return Organ.objects.get()


def tables() -> list[str]:
    """In the order in which rows may refer to each other."""
    models = [model for model in apps.get_models() if model.__module__.startswith("zhixing.")]
    return [model._meta.db_table for model in models]


@dataclass(frozen=True, slots=True)
class Rows:
    """What stands in one table of a SQLite file, as it stands there."""

    table: str
    columns: tuple[str, ...]
    values: Sequence[tuple[Any, ...]]


def written() -> list[Rows]:
    found = [rows_of(table, "*") for table in tables()] + [rows_of("search_tokens", "rowid, tokens")]
    return [rows for rows in found if rows.values]


def rows_of(table: str, columns: str) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {table}")
        return Rows(table, tuple(column[0] for column in cursor.description), cursor.fetchall())


def lay(kept: list[Rows]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_tokens")  # no table of Django's: it is not emptied between tests
    for rows in kept:
        names = ", ".join(f'"{name}"' for name in rows.columns)
        places = ", ".join(["%s"] * len(rows.columns))
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {rows.table} ({names}) VALUES ({places})", rows.values)


def copied() -> dict[str, bytes]:
    """PostgreSQL's own copy of each table; its sequences have moved on already and stay where they are."""
    found = {}
    with connection.connection.cursor() as cursor:
        for table in tables():
            with cursor.copy(f"COPY {table} TO STDOUT") as out:
                found[table] = b"".join(bytes(part) for part in out)
    return {table: rows for table, rows in found.items() if rows}


def paste(kept: Mapping[str, bytes]) -> None:
    with connection.connection.cursor() as cursor:
        for table, rows in kept.items():
            with cursor.copy(f"COPY {table} FROM STDIN") as into:
                into.write(rows)
