"""A row stored outside a transaction, also when it is that one's turn to copy the write-ahead log."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from zhixing.organ.models import DayCorrection, Organ
from zhixing.site.sqlite.lock import COMMITS_PER_CHECKPOINT

BEGIN, DAY = date(2026, 1, 1), timedelta(days=1)


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_a_lone_insert_goes_through_whichever_commit_it_is() -> None:
    organ = Organ.objects.create(key="lone", name="局", short_name="局", created_at=timezone.now())
    for number in range(2 * COMMITS_PER_CHECKPOINT + 1):
        DayCorrection.objects.create(organ=organ, day=BEGIN + number * DAY, kind="工作日")
    assert DayCorrection.objects.count() == 2 * COMMITS_PER_CHECKPOINT + 1
