from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from tests.journal.acts import NINE, act
from zhixing.journal.models import Entry, Head
from zhixing.journal.receipts import check
from zhixing.journal.write import AlreadyDone, already_done
from zhixing.law.refusal import Refusal

pytestmark = pytest.mark.django_db


def test_entries_of_one_organ_are_numbered_without_gaps_and_linked() -> None:
    receipts = [act(key=str(number), minute=number) for number in range(1, 4)]
    first, second, third = Entry.objects.filter(organ="鹿城经信")
    assert [receipt.seq for receipt in receipts] == [1, 2, 3]
    assert (first.prev, second.prev, third.prev) == ("", first.hash, second.hash)
    assert Head.objects.get(organ="鹿城经信").hash == third.hash


def test_every_organ_has_a_chain_of_its_own() -> None:
    act(key="一")
    assert act(key="一", organ="瓯海经信").seq == 1


def test_the_same_act_sent_again_gets_the_first_receipt() -> None:
    first = act(key="一")
    with pytest.raises(AlreadyDone) as again:
        act(key="一", minute=5)
    assert again.value.receipt == first
    assert Entry.objects.count() == 1


@pytest.mark.parametrize("other", [{"payload": {"天数": 5}}, {"object_id": "2"}])
def test_another_act_under_a_used_key_is_refused(other: dict[str, object]) -> None:
    act(key="零", object_id="2")
    act(key="一")
    with pytest.raises(Refusal, match="标识已用于另一件事"):
        act(key="一", **other)  # type: ignore[arg-type]  # one of the two at a time


def test_a_record_made_twice_under_one_key_is_one_act_though_its_number_differs() -> None:
    first = act(key="一", object_id="17")
    with pytest.raises(AlreadyDone) as again:
        act(key="一", object_id="18")
    assert again.value.receipt == first


def test_a_key_of_one_organ_says_nothing_about_another() -> None:
    act(key="一")
    assert already_done("瓯海经信", "一") is None


def test_an_act_that_fails_afterwards_leaves_no_entry() -> None:
    act(key="一")
    with transaction.atomic():
        act(key="二")
        transaction.set_rollback(True)
    assert act(key="三").seq == 2


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_refused() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        act.__wrapped__(key="一")  # type: ignore[attr-defined]  # the act without its transaction


@pytest.mark.parametrize("spoilt", [{"天数": 0.5}, {"天数": {1, 2}}, {3: "三"}, {"a": [1, {"b": 2.0}]}])
def test_what_has_no_canonical_form_is_refused(spoilt: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        act(key="一", payload=spoilt)


@pytest.mark.parametrize("spoilt", ["\0", "\ud800"], ids=["NUL", "half a surrogate pair"])
def test_text_that_no_database_can_hold_is_refused(spoilt: str) -> None:
    with pytest.raises(ValueError, match="cannot be stored"):
        act(key="一", payload={"事由": f"看病{spoilt}"})


def test_a_clock_set_back_is_written_into_the_entry_and_the_order_stands() -> None:
    act(key="一", minute=60)
    act(key="二", minute=0)
    act(key="三", minute=1)
    assert list(Entry.objects.values_list("seq", "behind")) == [(1, 0), (2, 3600), (3, 0)]


def test_times_are_kept_in_utc() -> None:
    act(key="一")
    assert Entry.objects.get().at == datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    assert NINE.utcoffset() == timedelta(0)


def test_a_receipt_holds_as_long_as_its_entry_stands() -> None:
    receipt = act(key="一")
    assert receipt.text() == f"鹿城经信-000001-{receipt.hash[:16]}"
    assert check(receipt.text(), organ="鹿城经信").holds
    assert check(f"鹿城经信-000001-{receipt.hash}", organ="鹿城经信").holds


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("鹿城经信-000001-" + "0" * 16, "不符"),
        ("鹿城经信-000009-" + "0" * 16, "没有这个序号"),
        ("瓯海经信-000001-" + "0" * 16, "不是本机关"),
        ("随便写写", "不是一份回执"),
        ("鹿城经信-000001-abc", "不是一份回执"),
    ],
)
def test_a_receipt_that_does_not_agree_says_why(text: str, says: str) -> None:
    act(key="一")
    checked = check(text, organ="鹿城经信")
    assert not checked.holds
    assert says in checked.says
