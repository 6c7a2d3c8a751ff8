"""值班表 (02-1.5a): entered whole by the office, confirmed shift by shift, credited by the table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.regulations.attendance.leave.bureau import Bureau, at, build_bureau
from tests.regulations.attendance.leave.desk import NOW, Desk, Fields, facts, refused
from zhixing.law.refusal import Refusal
from zhixing.organ.models import Account, Person
from zhixing.organ.policy import viewer_of, visible
from zhixing.regulations.attendance.models import BalanceMove, DutyShift
from zhixing.regulations.attendance.workflow.balance_reading import buckets
from zhixing.regulations.attendance.workflow.roster import call_off, confirm_duty, enter_roster, mark_missed
from zhixing.regulations.attendance.workflow.roster_lines import Shift

SATURDAY = date(2026, 9, 5)
LATER = at(date(2026, 10, 9))


def enter(desk: Desk, *shifts: Shift, by: str = "E010") -> list[DutyShift]:
    enter_roster(shifts=shifts, actor=desk.bureau[by], at=NOW, key=desk.key())
    return list(DutyShift.objects.order_by("pk"))


@pytest.mark.parametrize(
    ("day", "shift", "sudden", "nature", "credit"),
    [
        (date(2026, 10, 1), "日班", False, "法定节假日", 2),
        (date(2026, 10, 5), "日班", False, "周末", 2),
        (SATURDAY, "日班", False, "周末", 2),
        (date(2026, 9, 20), "日班", False, "平日", 0),
        (date(2026, 9, 8), "日班", False, "平日", 0),
        (date(2026, 9, 8), "夜班", False, "平日", 2),
        (date(2026, 9, 8), "日班", True, "突发", 2),
    ],
    ids=[
        "a statutory holiday", "case 3: a swapped rest day is no statutory holiday", "a weekend (G-65)",
        "case 3: a make-up Sunday is a working day", "a weekday by day", "a weekday by night", "called out",
    ],
)  # fmt: skip
def test_a_shift_earns_what_the_clause_gives(
    desk: Desk,
    bureau: Bureau,
    day: date,
    shift: str,
    sudden: bool,  # noqa: FBT001 -- a value of the table above
    nature: str,
    credit: int,
) -> None:
    row = enter(desk, Shift(bureau["E025"], day, shift, sudden))[0]
    confirm_duty(shift=row, actor=bureau["E010"], at=LATER, key="c")
    row.refresh_from_db()
    assert (row.nature, row.credit, row.status) == (nature, credit, "已值班")
    assert [bucket.left for bucket in buckets(bureau["E025"], "补休")] == ([credit] if credit else [])


def test_every_bad_line_is_named_and_nothing_is_taken(desk: Desk, bureau: Bureau) -> None:
    """Twice the same, no such shift, not on the staff, on leave, of another organ: five lines, five findings."""
    desk.granted("E028", "年休假", date(2026, 9, 8))
    bureau["E024"].services.update(until=date(2026, 8, 31))
    other = build_bureau("ouhai", "瓯海区经济和信息化局")
    good = Shift(bureau["E025"], SATURDAY, "日班")
    lines = [
        good,
        good,
        replace(good, shift="中班"),
        replace(good, person=bureau["E024"]),
        Shift(bureau["E028"], date(2026, 9, 8), "夜班"),
        replace(good, person=other["E025"]),
    ]
    with pytest.raises(Refusal) as caught:
        enter(desk, *lines)
    assert [each.fact for each in caught.value.findings] == ["第2行", "第3行班次", "第4行", "第5行", "单位"]
    assert {each.clause for each in caught.value.findings} == {"02-1.5a"}
    assert not DutyShift.objects.exists()


def test_only_the_office_enters_and_an_empty_roster_is_refused(desk: Desk, bureau: Bureau) -> None:
    assert refused(enter, desk, by="E025") == ["办理人", "值班人员"]


def test_a_shift_is_confirmed_after_it_was_worked_once_and_by_the_office(desk: Desk, bureau: Bureau) -> None:
    row = enter(desk, Shift(bureau["E025"], SATURDAY, "日班"))[0]
    given: Fields = {"shift": row}
    assert refused(confirm_duty, **given, actor=bureau["E025"], at=NOW, key="a") == ["办理人", "值班日期"]
    confirm_duty(**given, actor=bureau["E010"], at=LATER, key="b")
    for key, act in (("c", confirm_duty), ("d", mark_missed), ("e", call_off)):
        more = {} if act is confirm_duty else {"why": "没有来"}
        assert refused(act, **given, **more, actor=bureau["E010"], at=LATER, key=key) == ["状态"]
    assert BalanceMove.objects.count() == 1


def test_a_missed_or_called_off_shift_earns_nothing_and_needs_a_reason(desk: Desk, bureau: Bureau) -> None:
    one, two = enter(desk, Shift(bureau["E025"], SATURDAY, "日班"), Shift(bureau["E028"], SATURDAY, "夜班"))
    given: Fields = {"actor": bureau["E010"], "at": LATER}
    assert refused(mark_missed, shift=one, why=" ", **given, key="a") == ["理由"]
    mark_missed(shift=one, why="没有到岗", **given, key="b")
    call_off(shift=two, why="调班", **given, key="c")
    assert not BalanceMove.objects.exists()
    again = enter(desk, Shift(bureau["E028"], SATURDAY, "夜班"))
    assert again[-1].status == "已排班"


def test_case_12_leave_on_a_rostered_day_is_said_before_it_is_submitted(desk: Desk, bureau: Bureau) -> None:
    enter(desk, Shift(bureau["E025"], date(2026, 9, 8), "夜班"))
    found = desk.assess("E025", desk.asking("E025", "事假", date(2026, 9, 8)))
    assert (facts(found), [note.fact for note in found.notes]) == ([], ["值班"])


def test_comp_of_a_duty_is_used_like_any_other_and_says_where_it_came_from(
    desk: Desk, bureau: Bureau
) -> None:
    row = enter(desk, Shift(bureau["E025"], SATURDAY, "日班"))[0]
    confirm_duty(shift=row, actor=bureau["E010"], at=at(date(2026, 9, 7)), key="c")
    leave = desk.granted("E025", "补休假", date(2026, 9, 8))
    use = leave.moves.get()
    assert use.bucket is not None
    assert (use.bucket.duty, use.halves) == (row, -2)
    assert "2026-09-05周末日班值班" in use.note


def test_the_roster_is_seen_by_the_whole_staff_and_by_no_other_organ(desk: Desk, bureau: Bureau) -> None:
    row = enter(desk, Shift(bureau["E025"], SATURDAY, "日班"))[0]
    other = build_bureau("ouhai", "瓯海区经济和信息化局")
    assert [len(seen(bureau[number])) for number in ("E025", "E028", "E001")] == [1, 1, 1]
    assert [len(seen(other[number])) for number in ("E025", "E010", "E001")] == [0, 0, 0]
    assert refused(confirm_duty, shift=row, actor=other["E010"], at=LATER, key="x") == ["单位"]


def seen(person: Person) -> list[DutyShift]:
    name = f"{person.organ_id}-{person.number}"
    account, _ = Account.objects.get_or_create(organ=person.organ, person=person, username=name)
    return list(visible(viewer_of(account, SATURDAY), DutyShift))
