from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction

from tests.guards import lifted
from tests.journal.acts import act
from zhixing.journal.appendonly import is_guarded
from zhixing.journal.models import Entry, Head

ATTEMPTS: dict[str, Callable[[], object]] = {
    "change an entry": lambda: Entry.objects.update(actor="别人"),
    "delete an entry": lambda: Entry.objects.all().delete(),
    "delete by SQL": lambda: connection.cursor().execute("DELETE FROM journal_entry"),
    "set the head back": lambda: Head.objects.update(seq=0),
    "change the head's digest": lambda: Head.objects.update(hash="0" * 64),
    "delete the head": lambda: Head.objects.all().delete(),
}


@pytest.mark.django_db
@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_the_database_refuses_to(attempt: Callable[[], object]) -> None:
    act(key="一")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        attempt()
    assert Entry.objects.get().actor != "别人"


@pytest.mark.django_db
@pytest.mark.sqlite
def test_an_insert_that_replaces_is_refused_as_well() -> None:
    act(key="一")
    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute("INSERT OR REPLACE INTO journal_entry SELECT * FROM journal_entry")


@pytest.mark.django_db
@pytest.mark.postgresql
@pytest.mark.parametrize("table", ["journal_entry", "journal_head"])
def test_emptying_the_table_is_refused_even_to_a_replica_session(table: str) -> None:
    act(key="一")
    cursor = connection.cursor()
    cursor.execute("SET LOCAL session_replication_role = replica")
    with pytest.raises(DatabaseError, match="append-only"):
        cursor.execute(f"TRUNCATE {table}")


@pytest.mark.django_db
def test_a_lifted_guard_is_seen() -> None:
    assert is_guarded(connection, "journal_entry")
    with lifted(connection):
        assert not is_guarded(connection, "journal_entry")
    assert is_guarded(connection, "journal_entry")
