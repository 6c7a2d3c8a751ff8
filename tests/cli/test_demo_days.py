"""The demo's story follows from its seed and its day, and holds on any day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cli.telling import telling
from zhixing.journal.models import Entry
from zhixing.journal.verify import verify
from zhixing.organ.days import calendar_of
from zhixing.organ.models import Organ
from zhixing.regulations.attendance.models import Leave, Month

pytestmark = pytest.mark.django_db


def told() -> list[tuple[object, ...]]:
    """Everything that happened, without the numbers a database gives."""
    entries = Entry.objects.order_by("seq")
    return list(entries.values_list("at", "actor", "office", "action", "object_kind", "rule"))


def test_the_same_seed_and_day_tell_the_same_story_and_another_seed_another() -> None:
    stories = []
    for seed in (7, 7, 8):
        with telling(date(2026, 11, 11), seed=seed, months=0):
            stories.append(told())
    assert stories[0] == stories[1]
    assert stories[0] != stories[2]


@pytest.mark.parametrize(
    ("day", "closed", "estimated"),
    [(date(2026, 1, 5), (2025, 12), False), (date(2027, 2, 20), (2027, 1), True)],
    ids=str,
)
def test_a_demo_at_the_edge_of_a_year_is_as_sound(
    day: date,
    closed: tuple[int, int],
    estimated: bool,  # noqa: FBT001  what the case expects
) -> None:
    """5 January 2026 has opened December; in February 2027 the year's holidays are only estimated."""
    with telling(day):
        organ = Organ.objects.get()
        assert [fault.says for fault in verify(organ.pk).faults] == []
        assert Month.objects.values_list("year", "month").get() == closed
        assert Leave.objects.filter(first__year=day.year).exists()
        assert calendar_of(organ).is_estimated(day) == estimated
