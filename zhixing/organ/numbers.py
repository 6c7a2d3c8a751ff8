"""Business numbers without gap or double: taken by UPDATE … RETURNING in the transaction of the act."""

from django.db import connection, transaction

from zhixing.organ.models import Counter, Organ


class NumberOutsideTransactionError(RuntimeError):
    """A number taken outside a transaction could be lost; that is a fault of the program."""


def next_number(organ: Organ, register: str, year: int) -> int:
    """The next number of a register in a year, from 1; given back when the transaction fails."""
    if not transaction.get_connection().in_atomic_block:
        raise NumberOutsideTransactionError(register)
    Counter.objects.bulk_create([Counter(organ=organ, register=register, year=year)], ignore_conflicts=True)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE organ_counter SET value = value + 1 "
            "WHERE organ_id = %s AND register = %s AND year = %s RETURNING value",
            [organ.pk, register, year],
        )
        return int(cursor.fetchone()[0])


def count_from(organ: Organ, register: str, year: int, value: int) -> None:
    """Numbers that were given out on paper are not given out again: the next one is above `value`."""
    Counter.objects.bulk_create([Counter(organ=organ, register=register, year=year)], ignore_conflicts=True)
    Counter.objects.filter(organ=organ, register=register, year=year, value__lt=value).update(value=value)
