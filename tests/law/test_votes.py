"""Thresholds against an independent count, for every size of a meeting up to two hundred."""

import math
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

import pytest

from zhixing.law.votes import at_least, deadlocked, exceeds, more_than, reaches

HALF, TWO_THIRDS, FOUR_FIFTHS = Fraction(1, 2), Fraction(2, 3), Fraction(4, 5)
SIZES = range(1, 201)


@pytest.mark.parametrize("due", SIZES)
def test_every_number_of_persons_is_counted_as_on_fingers(due: int) -> None:
    for number in range(due + 1):
        assert reaches(number, HALF, due) == (number + number >= due)
        assert reaches(number, TWO_THIRDS, due) == (number * 3 >= due * 2)
        assert reaches(number, FOUR_FIFTHS, due) == (number * 5 >= due * 4)
        assert exceeds(number, HALF, due) == (number > due - number)


@pytest.mark.parametrize("due", SIZES)
def test_the_least_number_is_the_first_that_reaches(due: int) -> None:
    for share in (HALF, TWO_THIRDS, FOUR_FIFTHS):
        least = at_least(share, due)
        assert reaches(least, share, due)
        assert not reaches(least - 1, share, due)
        assert least == math.ceil(Fraction(due) * share)
        assert least <= due


@pytest.mark.parametrize("due", SIZES)
def test_more_than_half_is_half_rounded_down_and_one(due: int) -> None:
    least = more_than(HALF, due)
    assert least == due // 2 + 1
    assert exceeds(least, HALF, due)
    assert not exceeds(least - 1, HALF, due)


def test_nobody_due_is_never_enough() -> None:
    assert not reaches(0, HALF, 0)
    assert not exceeds(0, HALF, 0)
    assert at_least(HALF, 0) == 1
    assert more_than(HALF, 0) == 1


@pytest.mark.parametrize("due", SIZES)
def test_exactly_half_may_meet_and_can_pass_nothing(due: int) -> None:
    """E1: for every even number due, the least quorum is the deadlock; for an odd one it is not."""
    least = at_least(HALF, due)
    assert deadlocked(least, HALF, due) == (due % 2 == 0)
    assert not deadlocked(more_than(HALF, due), HALF, due)


@pytest.mark.parametrize("due", [*range(2, 201, 2)])
def test_a_tie_is_not_passed_and_nobody_breaks_it(due: int) -> None:
    """E19."""
    assert not exceeds(due // 2, HALF, due)


@pytest.mark.parametrize("due", [*range(3, 201, 3)])
def test_two_thirds_of_three_is_two_and_no_decimal_comes_near(due: int) -> None:
    """E3: 0.67 asks for one too many wherever three divides the number."""
    assert at_least(TWO_THIRDS, due) == due // 3 * 2
    rounded = int((Decimal("0.67") * due).to_integral_value(ROUND_CEILING))
    assert rounded > at_least(TWO_THIRDS, due)


@pytest.mark.parametrize("due", [*range(1, 201, 2)])
def test_an_odd_number_does_not_ask_for_one_vote_too_many(due: int) -> None:
    """E4: half rounded up and one is wrong for odd numbers; 7 needs 4, 5 needs 3."""
    assert more_than(HALF, due) == (due + 1) // 2
    assert more_than(HALF, due) != math.ceil(Fraction(due, 2)) + 1


@pytest.mark.parametrize("due", [*range(4, 201)])
def test_votes_are_measured_by_those_due_however_many_came(due: int) -> None:
    """E5, E12: who leaves or abstains does not make the half smaller."""
    for present in range(at_least(HALF, due), due):
        of_present = present // 2 + 1
        if of_present < more_than(HALF, due):
            assert not exceeds(of_present, HALF, due)


@pytest.mark.parametrize(
    ("due", "present", "may_meet"),
    [(16, 8, True), (16, 9, True), (15, 7, False), (15, 8, True), (6, 0, False)],
)
def test_half_or_more_meets_at_exactly_half(due: int, present: int, may_meet: bool) -> None:  # noqa: FBT001
    """E2: 以上 includes the number itself, so that eight of sixteen may meet."""
    assert reaches(present, HALF, due) is may_meet


@pytest.mark.parametrize(
    ("due", "in_favour", "passed"),
    [
        (30, 16, True),
        (30, 15, False),
        (16, 7, False),
        (5, 3, True),
        (5, 2, False),
        (6, 4, True),
        (7, 4, True),
        (8, 4, False),
        (8, 5, True),
        (1, 1, True),
        (4, 0, False),
    ],
)
def test_more_than_half_of_those_due_passes(due: int, in_favour: int, passed: bool) -> None:  # noqa: FBT001
    assert exceeds(in_favour, HALF, due) is passed


@pytest.mark.parametrize(("due", "wrong"), [(7, 5), (5, 4)])
def test_the_known_rounding_fault_is_not_ours(due: int, wrong: int) -> None:
    assert more_than(HALF, due) != wrong


@pytest.mark.parametrize(
    ("due", "half", "two_thirds", "passing", "four_fifths"),
    [
        (3, 2, 2, 2, 3),
        (4, 2, 3, 3, 4),
        (5, 3, 4, 3, 4),
        (6, 3, 4, 4, 5),
        (7, 4, 5, 4, 6),
        (8, 4, 6, 5, 7),
        (9, 5, 6, 5, 8),
    ],
)
def test_the_table_of_numbers_holds(
    due: int, half: int, two_thirds: int, passing: int, four_fifths: int
) -> None:
    """Domain R1 1.4."""
    assert at_least(HALF, due) == half
    assert at_least(TWO_THIRDS, due) == two_thirds
    assert more_than(HALF, due) == passing
    assert at_least(FOUR_FIFTHS, due) == four_fifths
