"""Requests with no working half-day between them are one absence for who approves (B2-06 to B2-08, G-09)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from zhixing.law.calendar import WorkCalendar
from zhixing.regulations.attendance.rules.counting import Stretch, day_of


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as far as summing needs it; `halves` as counted for its kind."""

    kind: str
    stretch: Stretch
    halves: int


@dataclass(frozen=True, slots=True)
class Adjoined:
    """`total` decides who approves; `joined` are the other requests in it, earliest first."""

    total: int
    joined: tuple[Asked, ...]


def touch(calendar: WorkCalendar, one: Stretch, other: Stretch) -> bool:
    """Whether no working half-day lies between two stretches."""
    before, after = sorted((one, other), key=lambda stretch: stretch.begin)
    between = range(before.end + 1, after.begin)
    return not any(calendar.is_working(day_of(each)) for each in between)


def adjoining_total(
    calendar: WorkCalendar,
    asked: Asked,
    others: Iterable[Asked],
    merges: Callable[[bool], bool],
) -> Adjoined:
    """Sums a request with everything it touches, and what those touch in turn.

    `merges(same_kind)` is the table 连休合并.
    """
    chain, waiting = [asked], list(others)
    while True:
        joined = [
            other for other in waiting if any(_one_absence(calendar, other, link, merges) for link in chain)
        ]
        if not joined:
            break
        chain.extend(joined)
        waiting = [other for other in waiting if other not in joined]
    found = tuple(sorted(chain[1:], key=lambda each: each.stretch.begin))
    return Adjoined(sum(each.halves for each in chain), found)


def _one_absence(calendar: WorkCalendar, one: Asked, other: Asked, merges: Callable[[bool], bool]) -> bool:
    return merges(one.kind == other.kind) and touch(calendar, one.stretch, other.stretch)
