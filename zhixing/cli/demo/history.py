"""A believable half year up to `today`, made by the same acts as real work, in the order of their time."""

from __future__ import annotations

import random
from datetime import date, datetime, time

from django.db import transaction

from zhixing.cli.demo.agenda import Agenda, Tell, silent
from zhixing.cli.demo.appointments import appointments
from zhixing.cli.demo.beginnings import begin
from zhixing.cli.demo.cast import cast_of
from zhixing.cli.demo.democratic_life import life_meetings
from zhixing.cli.demo.desk import open_matters
from zhixing.cli.demo.discipline import records
from zhixing.cli.demo.filing import filing
from zhixing.cli.demo.governance import registers
from zhixing.cli.demo.issued import issued
from zhixing.cli.demo.leaves import leaves, outings, overtimes
from zhixing.cli.demo.meeting_today import meeting_today
from zhixing.cli.demo.meetings import meetings
from zhixing.cli.demo.months import close_months
from zhixing.cli.demo.received import received
from zhixing.cli.demo.rosters import rosters
from zhixing.cli.demo.seals import seals
from zhixing.cli.demo.sign_ins import clock_weeks, this_morning
from zhixing.cli.demo.stage import Stage
from zhixing.organ.days import calendar_of
from zhixing.organ.local_time import at_clock
from zhixing.organ.models import Organ

MONTHS = 6
NOW = time(8, 45)


def make_history(
    organ: Organ,
    *,
    today: date,
    seed: int,
    months: int = MONTHS,
    now: datetime | None = None,
    tell: Tell = silent,
) -> int:
    """Fills the organ with `months` whole months and the running one; returns how many acts there were.

    Nothing happens after `now` (a quarter to nine of `today` unless told otherwise). The same seed and day
    give the same story. One transaction: a broken story leaves nothing behind.
    """
    first = months_before(today, months)
    stage = Stage(
        cast=cast_of(organ, first, today),
        agenda=Agenda(now or at_clock(today, NOW), tell),
        dice=random.Random(seed),  # noqa: S311  a story, not a secret
        calendar=calendar_of(organ),
        first=first,
        last=today,
    )
    for part in (
        begin,
        rosters,
        leaves,
        outings,
        overtimes,
        clock_weeks,
        close_months,
        records,
        registers,
        meetings,
        meeting_today,
        appointments,
        life_meetings,
        received,
        seals,
        issued,
        filing,
        open_matters,
        this_morning,
    ):
        part(stage)
    with transaction.atomic():
        return stage.agenda.run()


def months_before(day: date, number: int) -> date:
    """The first of the month that lies `number` months back."""
    month = day.year * 12 + day.month - 1 - number
    return date(month // 12, month % 12 + 1, 1)
