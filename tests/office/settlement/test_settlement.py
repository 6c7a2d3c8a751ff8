import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.office.settlement import Item, Proposal, scaled_to, shared_out, until_used_up

FEN = st.integers(min_value=0, max_value=10**12)
WEIGHTS = st.lists(st.integers(min_value=0, max_value=10**6), min_size=1, max_size=40).filter(any)


def item(number: str, asked: int, amount: int) -> Item:
    return Item(number, "顾星河", "迟到", "3次", 2000, asked, amount, "02-3.1", "《考勤制度》三（一）")


def test_a_hundred_yuan_among_three_gives_the_odd_fen_to_the_first() -> None:
    assert shared_out(10000, [1, 1, 1]) == (3334, 3333, 3333)


def test_remainders_go_to_the_largest_ones() -> None:
    # 100 分按 1、2、4：14.29、28.57、57.14，余数最大的是第二份
    assert shared_out(100, [1, 2, 4]) == (14, 29, 57)


@given(FEN, WEIGHTS)
def test_the_parts_add_up_to_the_whole(whole: int, weights: list[int]) -> None:
    assert sum(shared_out(whole, weights)) == whole


@given(FEN, WEIGHTS)
def test_no_part_is_a_fen_or_more_off_its_exact_share(whole: int, weights: list[int]) -> None:
    base = sum(weights)
    for part, weight in zip(shared_out(whole, weights), weights, strict=True):
        assert abs(part * base - whole * weight) < base


@given(FEN, st.lists(FEN, max_size=20))
def test_a_pool_that_lasts_pays_everybody_in_full_and_never_pays_more_than_it_holds(
    pool: int, claims: list[int]
) -> None:
    paid = scaled_to(pool, claims)
    assert sum(paid) == min(pool, sum(claims))
    assert all(part <= claim for part, claim in zip(paid, claims, strict=True))


def test_three_late_marks_of_twenty_yuan_take_the_fifty_there_are() -> None:
    taken = until_used_up(5000, [2000, 2000, 2000])
    assert [one.amount for one in taken] == [2000, 2000, 1000]
    assert [one.capped for one in taken] == [False, False, True]


@pytest.mark.parametrize("amounts", [(-1, [1]), (1, [-1])])
def test_nothing_is_ever_negative(amounts: tuple[int, list[int]]) -> None:
    for rule in (shared_out, scaled_to, until_used_up):
        with pytest.raises(ValueError, match="负数"):
            rule(*amounts)


def test_an_amount_with_nobody_to_go_to_is_refused() -> None:
    with pytest.raises(ValueError, match="没有份额"):
        shared_out(1, [0, 0])


def test_a_proposal_sums_by_person_and_in_all() -> None:
    proposal = Proposal(
        "扣款建议表", "2026年3月", (item("E2", 6000, 5000), item("E1", 30, 30), item("E2", 7, 7))
    )
    assert proposal.by_person() == {"E1": 30, "E2": 5007}
    assert proposal.total == 5037


def test_an_item_never_takes_more_than_its_rule_asks() -> None:
    with pytest.raises(ValueError, match="迟到"):
        item("E1", 100, 101)
