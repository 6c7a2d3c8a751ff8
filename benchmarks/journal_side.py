"""The measurement of benchmarks/journal.py on the one database that the environment names.

An act renames one record and enters that with its state, the chain and the head, in one transaction. A raw
insert is one row with a text of the same length, in a transaction of its own, through the same connection.
"""

import sys
from datetime import UTC, date, datetime
from statistics import median
from time import perf_counter_ns

import django

django.setup()

from django.core.management import call_command  # noqa: E402 -- needs a started Django
from django.db import connection, transaction  # noqa: E402 -- needs a started Django

from zhixing.journal.models import Entry  # noqa: E402 -- needs a started Django
from zhixing.journal.verify import verify  # noqa: E402 -- needs a started Django
from zhixing.journal.write import write  # noqa: E402 -- needs a started Django
from zhixing.organ.models import Organ, Section  # noqa: E402 -- needs a started Django

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
ROUNDS = 20
KEY = "lucheng"


@transaction.atomic
def act(section: Section, number: int) -> None:
    section.name = f"第{number}科"
    section.save(update_fields=["name"])
    write(
        organ=KEY, actor="E001 贺兰亭", office="科员", action="改名", object_kind="科室",
        object_id=str(section.pk), payload={"名称": section.name}, at=AT, key=str(number), touched=[section],
    )  # fmt: skip


def insert(number: int, text: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO raw_row (number, content) VALUES (%s, %s)", [number, text])


def prepared() -> Section:
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE raw_row (number bigint PRIMARY KEY, content text NOT NULL)")
    organ = Organ.objects.create(key=KEY, name="单位", short_name="单位", created_at=AT)
    return Section.objects.create(organ=organ, name="科室", kind="内设科室", since=date(2026, 1, 1))


def main(acts: int) -> None:
    section, each = prepared(), acts // ROUNDS
    act(section, 0)
    first = Entry.objects.get()
    text = "x" * sum(len(str(value)) for value in vars(first).values())
    pairs = []
    for turn in range(ROUNDS):
        numbers = range(1 + turn * each, 1 + (turn + 1) * each)
        start = perf_counter_ns()
        for number in numbers:
            act(section, number)
        between = perf_counter_ns()
        for number in numbers:
            insert(number, text)
        pairs.append((between - start, perf_counter_ns() - between))
    assert verify(KEY).of("链条") == []
    taken, raw = (median(side) for side in zip(*pairs, strict=True))
    ratio = median([one / other for one, other in pairs])
    print(
        f"{connection.vendor}: one act costs {ratio:.1f} raw inserts "
        f"(act {each * 10**9 / taken:.0f}/s, raw insert {each * 10**9 / raw:.0f}/s; "
        f"medians of {ROUNDS} interleaved rounds of {each})"
    )


main(int(sys.argv[1]))
