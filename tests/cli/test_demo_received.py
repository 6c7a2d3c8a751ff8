"""The demo's received documents: two years of them, every row explained, the newest at every step."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime, time

import pytest

from tests.people import build_people
from tests.regulations.governance.chamber import unexplained
from zhixing.cli.demo import received as demo
from zhixing.cli.demo.agenda import Agenda
from zhixing.cli.demo.cast import cast_of
from zhixing.cli.demo.history import months_before
from zhixing.cli.demo.stage import Stage
from zhixing.organ.days import calendar_of
from zhixing.organ.local_time import at_clock
from zhixing.regulations.documents.models import HandedIn, PaperLoan, ReceivedDocument
from zhixing.regulations.documents.models.received import STATES

TODAY = date(2026, 11, 23)
FEW = 240


@pytest.mark.django_db
def test_the_register_is_full_and_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "MANY", FEW)
    organ = build_people(datetime(2025, 1, 1, tzinfo=UTC))
    first = months_before(TODAY, 6)
    stage = Stage(
        cast_of(organ, first, TODAY), Agenda(at_clock(TODAY, time(8, 45))), random.Random(1),
        calendar_of(organ), first, TODAY,
    )  # fmt: skip
    demo.received(stage)
    stage.agenda.run()
    states = Counter(ReceivedDocument.objects.values_list("state", flat=True))
    assert states["已办结"] > FEW // 2
    assert set(states) == {word for word, _ in STATES} - {"已归档"}
    assert Counter(PaperLoan.objects.values_list("state", flat=True)) == {"借出": 2}
    assert HandedIn.objects.get().state == "待登记"
    numbers = ReceivedDocument.objects.filter(series="收", year=2026).values_list("number", flat=True)
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert unexplained(organ) == []
