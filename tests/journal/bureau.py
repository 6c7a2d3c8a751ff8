"""A journal of thirty acts over six records, three files among them: something worth attacking."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import transaction

from tests.journal.acts import NINE, ORGAN, act
from zhixing.files.models import StoredFile
from zhixing.files.store import keep
from zhixing.journal import snapshots
from zhixing.journal.witness import bear_witness

ACTS = 30
WITNESSED = 24  # the last head that went to the witness
RECORDS = 6


@contextmanager
def files_are_explained() -> Iterator[None]:
    """While this lasts, the stored files alone are the records that the journal must explain."""
    before = dict(snapshots._registered)
    snapshots._registered.clear()
    snapshots.register(StoredFile, "附件", ("name", "by", "size", "digest", "at"))
    try:
        yield
    finally:
        snapshots._registered.clear()
        snapshots._registered.update(before)


def build(witness: Path) -> None:
    """Each record is made by an act and renamed by later ones; heads go out after acts 8, 16 and 24."""
    for number in range(1, ACTS + 1):
        with transaction.atomic():
            record = made(number) if number <= RECORDS else renamed(number)
            act(
                key=f"标识{number}",
                object_id=str(record.pk),
                minute=number,
                payload={"次": number},
                touched=[record],
                attachments=[record.digest],
            )
        if number % 8 == 0:
            bear_witness(witness)


def name_after(number: int) -> str:
    """What a record is called once the act with this number has touched it."""
    return f"说明（第{number}次）.txt"


def made(number: int) -> StoredFile:
    return keep(organ=ORGAN, name=name_after(number), content=f"第{number}份".encode(), by="E001", at=NINE)


def renamed(number: int) -> StoredFile:
    record = StoredFile.objects.order_by("pk")[number % RECORDS]
    record.name = name_after(number)
    record.save()
    return record
