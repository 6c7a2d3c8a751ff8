"""What someone with the database's password can do to a journal (security.md section 2)."""

import json
import random
from collections.abc import Callable

from django.db import connection

from tests.journal.bureau import name_after
from zhixing.digests import digest
from zhixing.files import disk
from zhixing.files.models import StoredFile
from zhixing.journal.chain import content
from zhixing.journal.models import Entry, Head

Attack = Callable[[random.Random, int, int], None]


def rows(first: int) -> list[Entry]:
    return list(Entry.objects.filter(seq__gte=first).order_by("seq"))


def hashed(entry: Entry) -> str:
    return digest(entry.alg, content(entry).encode())


def rechain(first: int) -> None:
    """Link and hash everything from `first` anew and set the head to it: the chain is perfect again."""
    before = Entry.objects.filter(seq__lt=first).order_by("-seq").first()
    prev = before.hash if before else ""
    for entry in rows(first):
        entry.prev = prev
        entry.hash = hashed(entry)
        entry.save()
        prev = entry.hash
    set_head()


def set_head() -> None:
    last = Entry.objects.order_by("-seq").first()
    assert last is not None
    Head.objects.update(seq=last.seq, hash=last.hash, at=last.at, alg=last.alg)


def edit(dice: random.Random, low: int, high: int) -> None:
    Entry.objects.filter(seq=dice.randint(low, high)).update(payload='{"次":0}')


def edit_and_rehash(dice: random.Random, low: int, high: int) -> None:
    entry = Entry.objects.get(seq=dice.randint(low, high - 1))
    entry.actor = "E002 别人"
    entry.hash = hashed(entry)
    entry.save()


def delete(dice: random.Random, low: int, high: int) -> None:
    Entry.objects.filter(seq=dice.randint(low, high - 1)).delete()


def swap(dice: random.Random, low: int, high: int) -> None:
    first, second = sorted(dice.sample(range(low, high + 1), 2))
    Entry.objects.filter(seq=first).update(seq=-1)
    Entry.objects.filter(seq=second).update(seq=first)
    Entry.objects.filter(seq=-1).update(seq=second)


def rewrite_from(dice: random.Random, low: int, high: int) -> None:
    first = dice.randint(low, high)
    Entry.objects.filter(seq=first).update(payload='{"次":0}')
    rechain(first)


def insert_and_rechain(dice: random.Random, low: int, high: int) -> None:
    first = dice.randint(low, high)
    for entry in reversed(rows(first)):
        Entry.objects.filter(pk=entry.pk).update(seq=entry.seq + 1)
    forged = Entry.objects.get(seq=first + 1)
    forged.pk, forged.seq, forged.key, forged.states = None, first, "伪造", "{}"
    forged.save(force_insert=True)
    rechain(first)


def truncate(dice: random.Random, low: int, high: int) -> None:
    truncate_at(dice.randint(low, high))


def truncate_and_roll_back(dice: random.Random, low: int, high: int) -> None:
    """The tail cut off and every record set back to what the entries before it left."""
    first = dice.randint(low, high)
    for record in StoredFile.objects.all():
        about = Entry.objects.filter(object_id=str(record.pk), seq__lt=first)
        last = about.order_by("seq").last()
        assert last is not None
        times = json.loads(last.payload)["次"]
        StoredFile.objects.filter(pk=record.pk).update(name=name_after(times))
    truncate_at(first)


def truncate_at(first: int) -> None:
    Entry.objects.filter(seq__gte=first).delete()
    set_head()


def change_record(dice: random.Random, low: int, high: int) -> None:
    del low, high
    StoredFile.objects.filter(pk=dice.choice(list(StoredFile.objects.all())).pk).update(by="E002")


def add_record(dice: random.Random, low: int, high: int) -> None:
    del low, high
    forged = dice.choice(list(StoredFile.objects.all()))
    forged.pk, forged.storage = None, "f" * 48
    forged.digest, forged.name = "sm3:" + "0" * 64, "伪造.txt"
    forged.save(force_insert=True)


def delete_record(dice: random.Random, low: int, high: int) -> None:
    del low, high
    dice.choice(list(StoredFile.objects.all())).delete()


def swap_file(dice: random.Random, low: int, high: int) -> None:
    del low, high
    record = dice.choice(list(StoredFile.objects.all()))
    path = disk.place(record.storage)
    content_now = bytearray(path.read_bytes())
    content_now[dice.randrange(len(content_now))] ^= 1
    path.write_bytes(bytes(content_now))


def drop_guard() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER journal_entry_append_only_update")
        else:
            cursor.execute("ALTER TABLE journal_entry DISABLE TRIGGER journal_entry_append_only_row")


def drop_head_guard() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER journal_head_forward")
        else:
            cursor.execute("ALTER TABLE journal_head DISABLE TRIGGER journal_head_forward")
