"""Triggers that let a table only grow, on both databases, against the application and its owner alike.

A later migration that alters a guarded table guards it again: SQLite makes the table anew without triggers.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations
from django.db.backends.base.base import BaseDatabaseWrapper

MARK = "_append_only_"
REFUSAL = "append-only: rows of {table} are never changed or deleted"

SQLITE = (
    """CREATE TRIGGER "{table}_append_only_update" BEFORE UPDATE ON "{table}"
    BEGIN SELECT RAISE(ABORT, '{refusal}'); END""",
    """CREATE TRIGGER "{table}_append_only_delete" BEFORE DELETE ON "{table}"
    BEGIN SELECT RAISE(ABORT, '{refusal}'); END""",
)
# ALWAYS: they fire in a replica's session too
POSTGRESQL = (
    """CREATE OR REPLACE FUNCTION zhixing_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'append-only: rows of % are never changed or deleted', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER "{table}_append_only_row" BEFORE UPDATE OR DELETE ON "{table}"
    FOR EACH ROW EXECUTE FUNCTION zhixing_append_only()""",
    """CREATE TRIGGER "{table}_append_only_truncate" BEFORE TRUNCATE ON "{table}"
    FOR EACH STATEMENT EXECUTE FUNCTION zhixing_append_only()""",
    'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER "{table}_append_only_row"',
    'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER "{table}_append_only_truncate"',
)
CREATE = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
DROP = {
    "sqlite": (
        'DROP TRIGGER "{table}_append_only_update"',
        'DROP TRIGGER "{table}_append_only_delete"',
    ),
    "postgresql": (
        'DROP TRIGGER "{table}_append_only_row" ON "{table}"',
        'DROP TRIGGER "{table}_append_only_truncate" ON "{table}"',
    ),
}
HEAD = {
    "sqlite": {"journal_head_forward", "journal_head_stays"},
    "postgresql": {"journal_head_forward", "journal_head_stays", "journal_head_stays_whole"},
}
STANDING = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND tgenabled = 'A'",
}


def guard(table: str) -> migrations.RunPython:
    """The migration operation that guards `table`; stands after the table's creation."""

    def forward(_apps: Any, schema_editor: Any) -> None:
        run(schema_editor, CREATE[schema_editor.connection.vendor], table)

    def backward(_apps: Any, schema_editor: Any) -> None:
        run(schema_editor, DROP[schema_editor.connection.vendor], table)

    return migrations.RunPython(forward, backward)


def run(schema_editor: Any, statements: tuple[str, ...], table: str) -> None:
    for statement in statements:
        schema_editor.execute(statement.format(table=table, refusal=REFUSAL.format(table=table)), params=None)


def is_guarded(connection: BaseDatabaseWrapper, table: str) -> bool:
    """Whether both triggers of `table` stand and fire."""
    standing = triggers(connection, table)
    return sum(MARK in name for name in standing) == len(DROP[connection.vendor])


def heads_are_guarded(connection: BaseDatabaseWrapper, table: str) -> bool:
    """Whether the triggers that let a head only move forward stand and fire."""
    return triggers(connection, table) >= HEAD[connection.vendor]


def triggers(connection: BaseDatabaseWrapper, table: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor], [table])
        return {str(name) for (name,) in cursor.fetchall()}
