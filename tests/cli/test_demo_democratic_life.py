"""The demo's democratic life: one meeting held, a problem late, the next one in preparation."""

from __future__ import annotations

import random
from datetime import date, time

import pytest

from zhixing.cli.demo.agenda import Agenda
from zhixing.cli.demo.cast import cast_of
from zhixing.cli.demo.democratic_life import life_meetings
from zhixing.cli.demo.people import build_people
from zhixing.cli.demo.stage import Stage
from zhixing.organ.days import calendar_of
from zhixing.organ.local_time import at_clock
from zhixing.regulations.democratic_life.models import LifeMeeting, Measure, Problem

LAST = date(2026, 11, 23)


def staged(first: date) -> None:
    organ = build_people(at_clock(first, time(9)))
    stage = Stage(
        cast=cast_of(organ, first, LAST),
        agenda=Agenda(at_clock(LAST, time(8, 45))),
        dice=random.Random(1),
        calendar=calendar_of(organ),
        first=first,
        last=LAST,
    )
    life_meetings(stage)
    stage.agenda.run()


@pytest.mark.django_db
def test_half_a_year_holds_one_meeting_and_prepares_the_next() -> None:
    staged(date(2026, 5, 1))
    held, coming = LifeMeeting.objects.order_by("day")
    assert held.meeting is not None
    assert held.meeting.state == "已锁定"
    assert [one.state for one in Problem.objects.order_by("order")] == [
        "已销号",
        "已销号",
        "整改中",
        "整改中",
    ]
    late = Measure.objects.filter(done_on=None, due__lt=LAST)
    assert [one.problem.order for one in late] == [4]
    assert (coming.meeting, coming.day > LAST) == (None, True)
    assert coming.opinions.count() == 5
    assert coming.opinions.filter(anonymous=True).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("first", "number"), [(date(2026, 10, 20), 1), (date(2026, 11, 20), 0)])
def test_a_short_story_has_room_for_less(first: date, number: int) -> None:
    staged(first)
    assert LifeMeeting.objects.count() == number
