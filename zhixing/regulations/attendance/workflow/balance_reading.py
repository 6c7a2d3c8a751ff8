"""Reading the ledgers: what is left in each bucket, and which bucket covers which day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet, Sum

from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import BalanceMove, Reservation


@dataclass(frozen=True, slots=True)
class Bucket:
    """What one earning still holds, in half-days; usable from `since` to `expires`, both included."""

    move_id: int
    account: str
    since: date
    expires: date | None
    left: int
    why: str
    note: str

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.expires is None or day <= self.expires)


@dataclass(frozen=True, slots=True)
class Draw:
    bucket: Bucket
    halves: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """`draws` by bucket; `uncovered` are the half-days no bucket covers, in order."""

    draws: tuple[Draw, ...]
    uncovered: tuple[date, ...]

    @property
    def halves(self) -> int:
        return sum(draw.halves for draw in self.draws)


def buckets(person: Person, account: str, *, without: int | None = None) -> tuple[Bucket, ...]:
    """Every bucket with something in it, first expiring first; reservations of leave `without` count as free."""
    earned = BalanceMove.objects.filter(person=person, organ_id=person.organ_id, account=account, bucket=None)
    drawn = _sums(BalanceMove.objects.filter(bucket__in=earned))
    held = _sums(Reservation.objects.filter(bucket__in=earned, closed_at=None).exclude(leave_id=without or 0))
    found = [
        Bucket(
            move_id=move.pk,
            account=account,
            since=move.day,
            expires=move.expires,
            left=move.halves + drawn.get(move.pk, 0) - held.get(move.pk, 0),
            why=move.why,
            note=move.note,
        )
        for move in earned
    ]
    return tuple(sorted((bucket for bucket in found if bucket.left), key=first_expiring))


def _sums(rows: QuerySet[BalanceMove] | QuerySet[Reservation]) -> dict[int, int]:
    return dict(rows.values_list("bucket").annotate(total=Sum("halves")))


def first_expiring(bucket: Bucket) -> tuple[date, date, int]:
    return (bucket.expires or date.max, bucket.since, bucket.move_id)


def usable(found: Iterable[Bucket], day: date) -> int:
    """Half-days that may be taken on that day."""
    return sum(bucket.left for bucket in found if bucket.covers(day))


def available(person: Person, account: str, day: date, *, without: int | None = None) -> int:
    return usable(buckets(person, account, without=without), day)


def plan_draw(found: Sequence[Bucket], days: Iterable[date]) -> Drawing:
    """One half-day for each entry of `days`, each from the first-expiring bucket that is valid on it."""
    left = {bucket.move_id: bucket.left for bucket in found}
    taken: dict[int, int] = {}
    uncovered: list[date] = []
    ordered = sorted(found, key=first_expiring)
    for day in days:
        source = next((b for b in ordered if left[b.move_id] > 0 and b.covers(day)), None)
        if source is None:
            uncovered.append(day)
            continue
        left[source.move_id] -= 1
        taken[source.move_id] = taken.get(source.move_id, 0) + 1
    return Drawing(
        draws=tuple(Draw(b, taken[b.move_id]) for b in ordered if b.move_id in taken),
        uncovered=tuple(uncovered),
    )


def after(found: Sequence[Bucket], drawing: Drawing) -> tuple[Bucket, ...]:
    """The same buckets with the drawing taken out."""
    gone = {draw.bucket.move_id: draw.halves for draw in drawing.draws}
    return tuple(replace(b, left=b.left - gone.get(b.move_id, 0)) for b in found)
