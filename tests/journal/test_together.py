"""Many writers at once, each on a connection of its own."""

from collections import Counter
from functools import partial

import pytest
from django.db import transaction

from tests.journal.acts import ORGAN, act
from tests.together import together
from zhixing.journal.models import Entry
from zhixing.journal.receipts import Receipt
from zhixing.journal.verify import verify
from zhixing.journal.write import AlreadyDone

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS, ACTS_EACH = 8, 25


def test_eight_writers_on_one_organ_leave_no_gap_and_no_double() -> None:
    together(lambda who: [act(key=f"{who}-{turn}") for turn in range(ACTS_EACH)], WRITERS)
    numbers = list(Entry.objects.order_by("seq").values_list("seq", flat=True))
    assert numbers == list(range(1, WRITERS * ACTS_EACH + 1))
    assert verify(ORGAN).of("链条") == []


def test_writers_of_two_organs_do_not_mix() -> None:
    together(lambda who: [act(key=f"{who}-{turn}", organ=f"机关{who % 2}") for turn in range(10)], WRITERS)
    for organ in ("机关0", "机关1"):
        assert list(Entry.objects.filter(organ=organ).values_list("seq", flat=True)) == list(range(1, 41))
        assert verify(organ).of("链条") == []


def sent_by(key: str, _writer: int) -> Receipt | AlreadyDone:
    try:
        return act(key=key)
    except AlreadyDone as done:
        return done


def test_one_key_sent_five_times_at_once_has_one_effect() -> None:
    for turn in range(10):
        answers = together(partial(sent_by, f"标识{turn}"), people=5)
        assert Counter(type(answer) for answer in answers) == {Receipt: 1, AlreadyDone: 4}
        [receipt] = [answer for answer in answers if isinstance(answer, Receipt)]
        assert {done.receipt for done in answers if isinstance(done, AlreadyDone)} == {receipt}
    assert Entry.objects.count() == 10


@transaction.atomic
def begun(key: str, *, given_up: bool) -> None:
    act(key=key)
    if given_up:
        transaction.set_rollback(True)


def test_acts_given_up_half_way_leave_no_gap() -> None:
    """C1: eight writers, every third act rolled back after it took its number."""

    def work(who: int) -> None:
        for turn in range(ACTS_EACH):
            begun(f"{who}-{turn}", given_up=turn % 3 == 0)

    together(work, WRITERS)
    kept = WRITERS * (ACTS_EACH - len(range(0, ACTS_EACH, 3)))
    numbers = list(Entry.objects.order_by("seq").values_list("seq", flat=True))
    assert numbers == list(range(1, kept + 1))
    assert verify(ORGAN).of("链条") == []
