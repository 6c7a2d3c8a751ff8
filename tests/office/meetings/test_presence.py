"""Whereabouts from events (E6, PloneMeeting's in and out vectors)."""

import pytest

from zhixing.office.meetings.presence import Happened, may_follow, whereabouts


def test_nobody_is_in_the_room_before_anything_happened() -> None:
    assert whereabouts([]) == {}


def test_who_came_late_and_left_early_is_out_again() -> None:
    happened = [
        Happened(1, "到会"),
        Happened(2, "到会"),
        Happened(2, "离席"),
        Happened(3, "到会"),
        Happened(1, "退席"),
    ]
    assert whereabouts(happened) == {1: "退席", 2: "不在场", 3: "在场"}


def test_who_left_and_came_back_is_in_the_room() -> None:
    assert whereabouts([Happened(1, "到会"), Happened(1, "离席"), Happened(1, "返回")]) == {1: "在场"}


def test_a_withdrawal_lasts_as_long_as_its_topic() -> None:
    happened = [Happened(1, "到会"), Happened(1, "回避", 7)]
    assert whereabouts(happened, open_item=7) == {1: "回避"}
    assert whereabouts(happened, open_item=8) == {1: "在场"}
    assert whereabouts(happened) == {1: "在场"}


@pytest.mark.parametrize(
    ("where", "kind", "allowed"),
    [
        ("不在场", "到会", True),
        ("在场", "到会", False),
        ("在场", "返回", False),
        ("不在场", "离席", False),
        ("回避", "返回", True),
        ("退席", "返回", False),
        ("退席", "到会", False),
        ("在场", "回避", True),
    ],
)
def test_only_what_can_happen_from_there_follows(where: str, kind: str, *, allowed: bool) -> None:
    assert may_follow(where, kind) is allowed
