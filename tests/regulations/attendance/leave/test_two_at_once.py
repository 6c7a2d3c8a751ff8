"""Two people, or one person twice, at the same moment on one leave or one balance: one has the effect, the other
is told. Every worker has a connection of its own; on both databases (peer case 14)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from tests.regulations.attendance.leave.bureau import Bureau, at, build_bureau
from tests.regulations.attendance.leave.desk import NOW, Desk, Fields, unexplained
from tests.together import together as at_once
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Refusal
from zhixing.office.matters import acts
from zhixing.office.matters.models import Matter
from zhixing.regulations.attendance.models import BalanceMove, Leave, LeaveCancellation
from zhixing.regulations.attendance.workflow.balance_reading import available
from zhixing.regulations.attendance.workflow.balance_year import carry_over, grant_year
from zhixing.regulations.attendance.workflow.leave import request_leave, submit_leave
from zhixing.regulations.attendance.workflow.leave_back import report_back
from zhixing.regulations.attendance.workflow.leave_cancel import cancel_leave

pytestmark = pytest.mark.django_db(transaction=True)
DAY, YEAR_END = date(2026, 9, 8), date(2026, 12, 31)
Work = Callable[[], object]


def together(*works: Work) -> list[object]:
    """All begin at the same moment; a refusal is an answer, any other error comes out."""

    def one(number: int) -> object:
        try:
            return works[number]()
        except Refusal as refusal:
            return refusal

    return at_once(one, len(works))


def told_no(answers: list[object]) -> list[str]:
    """The conclusions of those who were refused."""
    return [answer.conclusion for answer in answers if isinstance(answer, Refusal)]


@pytest.fixture
def bureau() -> Bureau:
    return build_bureau()


@pytest.fixture
def desk(bureau: Bureau) -> Desk:
    return Desk(bureau)


def fresh(matter: Matter) -> Matter:
    return Matter.objects.get(pk=matter.pk)


def test_case_14_two_requests_at_once_cannot_draw_the_same_days(desk: Desk, bureau: Bureau) -> None:
    one = desk.asking("E025", "年休假", date(2026, 9, 7), date(2026, 9, 9))
    two = desk.asking("E025", "年休假", date(2026, 9, 14), date(2026, 9, 16))
    answers = together(
        lambda: request_leave(request=one, actor=bureau["E025"], at=NOW, key="one"),
        lambda: request_leave(request=two, actor=bureau["E025"], at=NOW, key="two"),
    )
    assert told_no(answers) == ["不能提交请假申请。"]
    assert Leave.objects.filter(status="待批").count() == 1
    assert available(bureau["E025"], "年休", DAY) == 4


def test_case_14_two_requests_at_once_cannot_lie_on_the_same_day(desk: Desk, bureau: Bureau) -> None:
    answers = together(
        *(
            lambda key=key: request_leave(
                request=desk.asking("E025", "事假", DAY), actor=bureau["E025"], at=NOW, key=key
            )
            for key in ("one", "two")
        )
    )
    assert told_no(answers) == ["不能提交请假申请。"]


def test_case_14_a_double_click_is_one_request(desk: Desk, bureau: Bureau) -> None:
    request = desk.asking("E025", "事假", DAY)
    together(*[lambda: request_leave(request=request, actor=bureau["E025"], at=NOW, key="same")] * 4)
    assert (Leave.objects.count(), Matter.objects.count()) == (1, 1)


def test_case_14_a_draft_submitted_while_another_request_is_made(desk: Desk, bureau: Bureau) -> None:
    """A stored draft and a request made in one go take their locks in the same order."""
    drafts = [desk.drafted("E025", "事假", date(2026, 9, day)) for day in (7, 8, 9, 10)]
    works: list[Work] = [
        partial(submit_leave, leave=draft, actor=bureau["E025"], at=NOW, key=f"s{draft.pk}")
        for draft in drafts
    ]
    for day in (7, 8, 9, 10):
        request = desk.asking("E028", "事假", date(2026, 9, day))
        works.append(partial(request_leave, request=request, actor=bureau["E028"], at=NOW, key=f"r{day}"))
    assert told_no(together(*works)) == []
    assert sorted(Leave.objects.values_list("matter__number", flat=True)) == sorted(
        f"假〔2026〕{number}号" for number in range(1, 9)
    )


def test_case_14_approve_against_refuse(desk: Desk, bureau: Bureau) -> None:
    leave = desk.ask("E025", "年休假", DAY)
    given: Fields = {"actor": bureau["E004"], "at": NOW}
    answers = together(
        lambda: acts.agree(matter=fresh(leave.matter), key="yes", text="同意", **given),
        lambda: acts.refuse(matter=fresh(leave.matter), key="no", text="工作离不开", **given),
    )
    assert len(told_no(answers)) == 1
    leave.refresh_from_db()
    moved = -sum(BalanceMove.objects.filter(leave=leave).values_list("halves", flat=True))
    assert (leave.status, moved) in {("已批", 2), ("未批", 0)}


def test_case_14_approve_against_withdraw(desk: Desk, bureau: Bureau) -> None:
    leave = desk.ask("E025", "年休假", DAY)
    answers = together(
        lambda: acts.agree(matter=fresh(leave.matter), actor=bureau["E004"], at=NOW, key="yes", text="同意"),
        lambda: acts.withdraw(matter=fresh(leave.matter), actor=bureau["E025"], at=NOW, key="back"),
    )
    assert len(told_no(answers)) == 1
    leave.refresh_from_db()
    assert (leave.status, available(bureau["E025"], "年休", DAY)) in {("已批", 8), ("草稿", 10)}


def test_case_14_two_leaves_of_one_person_are_approved_at_once(desk: Desk, bureau: Bureau) -> None:
    leaves = [desk.ask("E025", "年休假", date(2026, 9, day)) for day in (8, 15, 22)]
    answers = together(
        *(
            lambda leave=leave: acts.agree(
                matter=fresh(leave.matter), actor=bureau["E004"], at=NOW, key=f"y{leave.pk}", text="同意"
            )
            for leave in leaves
        )
    )
    assert told_no(answers) == []
    assert available(bureau["E025"], "年休", DAY) == 4


def test_case_15_asking_twice_at_once_to_cancel_is_one_cancellation(desk: Desk, bureau: Bureau) -> None:
    leave = desk.granted("E025", "年休假", DAY)
    answers = together(
        *(
            lambda key=key: cancel_leave(leave=leave, reason="不去了", actor=bureau["E025"], at=NOW, key=key)
            for key in ("one", "two", "three")
        )
    )
    assert told_no(answers) == ["不能撤销请假。"] * 2
    asked = LeaveCancellation.objects.get()
    desk.agree(asked.matter, "E004")
    assert available(bureau["E025"], "年休", DAY) == 10


def test_case_30_reporting_back_against_voiding_returns_the_days_once(desk: Desk, bureau: Bureau) -> None:
    leave = desk.granted("E025", "年休假", DAY)
    late = at(date(2026, 9, 9))
    together(
        lambda: report_back(leave=leave, actor=bureau["E025"], at=late, key="back"),
        lambda: acts.void(
            matter=fresh(leave.matter), actor=bureau["E008"], at=late, key="void", text="录入错误"
        ),
    )
    leave.refresh_from_db()
    assert (leave.status, available(bureau["E025"], "年休", DAY)) in {("已销假", 8), ("已作废", 10)}


def test_case_49_a_year_is_granted_once_however_many_workers_run_it(bureau: Bureau) -> None:
    answers = together(
        *(
            lambda key=key: grant_year(
                person=bureau["E025"], year=2026, actor=bureau["E010"], at=NOW, key=key
            )
            for key in ("one", "two", "three")
        )
    )
    assert told_no(answers) == []
    assert available(bureau["E025"], "年休", DAY) == 10


def test_case_18_what_is_left_is_carried_once_however_often_it_is_asked(bureau: Bureau) -> None:
    grant_year(person=bureau["E025"], year=2026, actor=bureau["E010"], at=NOW, key="grant")
    late = at(date(2027, 1, 3))
    answers = together(
        *(
            lambda key=key: carry_over(
                person=bureau["E025"], year=2026, halves=10, reason="工作需要", actor=bureau["E010"], at=late,
                key=key,
            )
            for key in ("one", "two", "three")
        )
    )  # fmt: skip
    assert sum(isinstance(answer, Receipt) for answer in answers) == 1
    assert available(bureau["E025"], "年休", date(2027, 3, 1)) == 10


@pytest.fixture(autouse=True)
def _explained(bureau: Bureau) -> object:
    """Whatever happened at once, the chain holds and every row is explained."""
    yield
    assert unexplained(bureau.organ) == []
