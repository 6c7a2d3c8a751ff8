"""印章 in the demo: a believable half-year (17)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.cli.telling import telling
from zhixing.journal.verify import verify
from zhixing.office.registers.models import Loan, YearBook
from zhixing.organ.models import Organ
from zhixing.regulations.seals.models import CarryOut, Custody, Seal, SealUse, Stamping

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def story(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with django_db_blocker.unblock(), telling(DAY) as printed:
        yield printed


@pytest.mark.django_db
class TestTheSealsOfTheDemo:
    def test_eight_seals_are_kept_and_one_is_stopped(self, story: str) -> None:
        states = sorted(Seal.objects.values_list("kept__state", flat=True))
        assert (len(states), states.count("停用")) == (8, 1)

    def test_they_are_used_and_something_waits(self, story: str) -> None:
        assert Stamping.objects.filter(use__source="").exists()
        assert SealUse.objects.filter(status="待批").exists()
        assert SealUse.objects.filter(urgent=True).exists()

    def test_one_carry_out_came_back_in_time_and_one_late(self, story: str) -> None:
        late = [one.closed_at.date() > one.due for one in Loan.objects.all() if one.closed_at]
        assert sorted(late) == [False, True]
        assert CarryOut.objects.filter(status="已归还").count() == 2

    def test_a_custody_was_given_back_and_a_year_is_filed(self, story: str) -> None:
        assert Custody.objects.filter(status="已交回").exists()
        assert YearBook.objects.get().lines == 5

    def test_the_journal_explains_it(self, story: str) -> None:
        assert [fault.says for fault in verify(Organ.objects.get().pk).faults] == []
