"""The accounts of many people at once, as they stand on a day: granted, used, held, left (02-1.4, 02-1.5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from zhixing.regulations.attendance.models import BalanceMove, Reservation

LEAVE = frozenset({"用假", "退回"})


@dataclass(frozen=True, slots=True)
class Standing:
    """One account, in half-days, of what may be used on the day: `granted` with corrections and carry-over,
    `used` by leave, `held` by requests under way, `left` to be used; `expires` is the next day something lapses."""

    granted: int = 0
    used: int = 0
    held: int = 0
    left: int = 0
    expires: date | None = None


def standings(moves: Iterable[BalanceMove], day: date) -> dict[tuple[int, str], Standing]:
    """By person and account; `moves` are all movements of these people."""
    rows = list(moves)
    earned = [row for row in rows if row.bucket_id is None and covers(row, day)]
    drawn: dict[int, list[BalanceMove]] = defaultdict(list)
    for row in rows:
        if row.bucket_id is not None:
            drawn[row.bucket_id].append(row)
    held = held_of([row.pk for row in earned])
    found: dict[tuple[int, str], list[tuple[BalanceMove, Standing]]] = defaultdict(list)
    for row in earned:
        one = of_bucket(row, drawn[row.pk], held.get(row.pk, 0))
        found[row.person_id, row.account].append((row, one))
    return {place: added(parts) for place, parts in found.items()}


def covers(bucket: BalanceMove, day: date) -> bool:
    return bucket.day <= day and (bucket.expires is None or day <= bucket.expires)


def held_of(buckets: list[int]) -> dict[int, int]:
    waiting = Reservation.objects.filter(bucket_id__in=buckets, closed_at=None)
    return dict(waiting.values_list("bucket").annotate(total=Sum("halves")))


def of_bucket(bucket: BalanceMove, drawn: list[BalanceMove], held: int) -> Standing:
    used = -sum(row.halves for row in drawn if row.why in LEAVE)
    granted = bucket.halves + sum(row.halves for row in drawn if row.why not in LEAVE)
    return Standing(granted, used, held, granted - used - held, bucket.expires)


def added(parts: list[tuple[BalanceMove, Standing]]) -> Standing:
    ends = [one.expires for _, one in parts if one.left > 0 and one.expires is not None]
    return Standing(
        sum(one.granted for _, one in parts),
        sum(one.used for _, one in parts),
        sum(one.held for _, one in parts),
        sum(one.left for _, one in parts),
        min(ends, default=None),
    )
