"""After a secret vote: what the database still keeps of earlier ballots in its log or in dead rows is swept away."""

from __future__ import annotations

from django.db import DatabaseError, connection

STATEMENTS = {
    "sqlite": ("PRAGMA wal_checkpoint(TRUNCATE)",),
    "postgresql": ("VACUUM meetings_ballot", "VACUUM meetings_turnout"),
}


def sweep() -> bool:
    """Outside any transaction; whether it was done. Somebody reading at this moment puts it off to the next time."""
    if connection.in_atomic_block:
        return False
    try:
        with connection.cursor() as cursor:
            for statement in STATEMENTS[connection.vendor]:
                cursor.execute(statement)
    except DatabaseError:
        return False
    return True
