"""The demo's hand-in of March: every section in time but one, taken over but two, every row explained."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time

import pytest

from tests.people import build_people
from tests.regulations.governance.chamber import unexplained
from zhixing.cli.demo import received as documents
from zhixing.cli.demo.agenda import Agenda
from zhixing.cli.demo.cast import cast_of
from zhixing.cli.demo.filing import LATE, WAITING, filing
from zhixing.cli.demo.history import months_before
from zhixing.cli.demo.stage import Stage
from zhixing.organ.days import calendar_of
from zhixing.organ.local_time import at_clock
from zhixing.regulations.documents.models import FilingList

FEW = 400


def told(monkeypatch: pytest.MonkeyPatch, today: date) -> list[FilingList]:
    monkeypatch.setattr(documents, "MANY", FEW)
    organ = build_people(datetime(2025, 1, 1, tzinfo=UTC))
    first = months_before(today, 3)
    stage = Stage(
        cast_of(organ, first, today), Agenda(at_clock(today, time(8, 45))), random.Random(1),
        calendar_of(organ), first, today,
    )  # fmt: skip
    documents.received(stage)
    filing(stage)
    stage.agenda.run()
    return list(FilingList.objects.select_related("section"))


@pytest.mark.django_db
def test_all_hand_in_one_is_late_and_two_wait_for_the_office(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = told(monkeypatch, date(2026, 5, 20))
    assert len(lists) > len(WAITING)
    assert {one.section.name for one in lists if not one.in_time} == {LATE}
    assert {one.section.name for one in lists if one.state == "已移交"} == set(WAITING)
    assert {one.state for one in lists} == {"已移交", "已归档"}
    assert unexplained(lists[0].organ) == []


@pytest.mark.django_db
def test_a_story_that_does_not_pass_through_march_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, date(2026, 11, 23)) == []
