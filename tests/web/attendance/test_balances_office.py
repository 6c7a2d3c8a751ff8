"""年休补休台账: read, given, corrected, carried over and struck by the office alone (02-1.4, 02-1.5c)."""

import io
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from tests.web.attendance.desks import Desks, clock, post, text, words
from zhixing.regulations.attendance.models import BalanceMove

HERE, EXPORT = "/attendance/balances/", "/attendance/balances/export/"
NOW = "2026-11-19 09:00"
# The forms of the page in their order; every field carries the form's number.
ORDER = ("记入年度", "记入期初", "结转", "取消年度", "更正")


def do(desks: Desks, act: str, role: str = "办公室", whose: str = "职员", **typed: Any) -> Any:
    numbered = {f"{ORDER.index(act)}-{name}": value for name, value in typed.items()}
    return post(desks.of(role), f"{HERE}{desks.person(whose).pk}/", act=act, **numbered)


@pytest.fixture
def granted(desks: Desks) -> BalanceMove:
    """林小满 began work on 1 January 2020: the sixth year counts from February, five days either way."""
    with clock(NOW):
        assert do(desks, "记入年度", year=2026).status_code == 302
    return BalanceMove.objects.get()


def test_the_year_is_given_once_and_the_list_says_who_still_waits(desks: Desks, granted: BalanceMove) -> None:
    with clock(NOW):
        assert do(desks, "记入年度", year=2026).status_code == 302
        shown = words(desks.of("办公室").get(HERE))
        page = words(desks.of("办公室").get(f"{HERE}{desks.person('职员').pk}/"))
    assert "林小满 产业科 5 0 0 5 0 0 0 0" in shown
    assert "待办公室办理 7 人" in shown
    assert "年休 剩余 5 天" in page
    assert "累计工作满5年，应休5天" in page
    assert (BalanceMove.objects.count(), granted.halves) == (1, 10)


def test_a_correction_stands_beside_what_it_corrects(desks: Desks, granted: BalanceMove) -> None:
    with clock(NOW):
        answer = do(desks, "更正", bucket=granted.pk, halves="-1.5", reason="去年已预支")
        assert answer.status_code == 302
        page = words(desks.of("办公室").get(f"{HERE}{desks.person('职员').pk}/"))
    assert "年休 剩余 3.5 天" in page
    assert "更正，减少年休1.5天" in page
    assert "去年已预支" in page
    assert list(BalanceMove.objects.order_by("pk").values_list("why", "halves")) == [
        ("年度应休", 10),
        ("更正", -3),
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"halves": "-5.5", "reason": "错记"}, "减少的不超过还剩的5天"),
        ({"halves": "0", "reason": "错记"}, "要求：不等于0"),
        ({"halves": "0.3", "reason": "错记"}, "0.5 的倍数"),
        ({"halves": "1", "reason": ""}, "更正理由"),
    ],
    ids=["below-zero", "nothing", "no-half", "no-reason"],
)
def test_a_wrong_correction_is_refused_with_what_would_be_right(
    desks: Desks, granted: BalanceMove, typed: dict[str, str], said: str
) -> None:
    with clock(NOW):
        answer = do(desks, "更正", bucket=granted.pk, **typed)
    assert answer.status_code == 422
    assert said in text(answer)
    assert BalanceMove.objects.count() == 1


def test_nobody_corrects_the_own_account(desks: Desks) -> None:
    with clock(NOW):
        do(desks, "记入年度", whose="办公室", year=2026)
        own = BalanceMove.objects.get()
        answer = do(desks, "更正", whose="办公室", bucket=own.pk, halves="1", reason="多得一天")
    assert answer.status_code == 422
    assert "请由办公室另一名同事更正" in text(answer)


def test_what_was_not_taken_is_carried_over_once(desks: Desks, granted: BalanceMove) -> None:
    with clock(NOW):
        too_much = do(desks, "结转", year=2026, halves="6", reason="任务重，没有休完")
        assert "不超过没有休完的5天" in text(too_much)
        assert do(desks, "结转", year=2026, halves="2", reason="任务重，没有休完").status_code == 302
    moves = BalanceMove.objects.order_by("pk").values_list("why", "halves", "day__year")
    assert list(moves) == [("年度应休", 10, 2026), ("结转", -4, 2026), ("结转", 4, 2027)]


def test_a_year_is_struck_with_the_reason(desks: Desks, granted: BalanceMove) -> None:
    with clock(NOW):
        assert do(desks, "取消年度", year=2026, reason="").status_code == 422
        assert do(desks, "取消年度", year=2026, reason="病假累计满两个月").status_code == 302
        assert "年休 剩余 0 天" in words(desks.of("办公室").get(f"{HERE}{desks.person('职员').pk}/"))


def test_what_a_person_brings_is_entered_with_its_source(desks: Desks) -> None:
    typed = {
        "account": "补休",
        "halves": "1.5",
        "day": "2026-11-01",
        "expires": "2026-12-31",
        "note": "调入前结余",
    }
    with clock(NOW):
        assert do(desks, "记入期初", **typed | {"expires": "2026-10-01"}).status_code == 422
        assert do(desks, "记入期初", **typed).status_code == 302
        assert "补休 剩余 1.5 天" in words(desks.of("办公室").get(f"{HERE}{desks.person('职员').pk}/"))


def test_the_workbook_holds_what_the_page_shows_and_every_movement(
    desks: Desks, granted: BalanceMove
) -> None:
    with clock(NOW):
        book = load_workbook(io.BytesIO(desks.of("办公室").get(EXPORT, {"q": "林小满"}).getvalue()))
    ledger, moves = book.worksheets
    assert [cell.value for cell in ledger[4]][:8] == ["E001", "林小满", "产业科", 5, 0, 0, 5, 0]
    assert [moves.cell(4, column).value for column in (2, 3, 5, 6)] == ["林小满", "年休", "年度应休", 5]


def test_the_ledgers_are_the_offices_own_and_of_one_organ(
    desks: Desks, granted: BalanceMove, stranger: Client
) -> None:
    address = f"{HERE}{desks.person('职员').pk}/"
    with clock(NOW):
        for role in ("职员", "局长", "财务", "科室负责人"):
            for each in (HERE, EXPORT, address):
                assert desks.of(role).get(each).status_code == 403
        assert stranger.get(address).status_code == 404
        assert post(stranger, address, act="记入年度", **{"0-year": 2026}).status_code == 404
        assert "待办公室办理 8 人" in words(stranger.get(HERE))  # nothing of ours is counted there
