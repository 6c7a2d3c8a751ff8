"""zhixing demo: a believable bureau, made by real acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, time

import pytest
from django.conf import settings
from django.db.models import Sum
from pytest_django import DjangoDbBlocker

from tests.cli.telling import SEED, telling
from zhixing.cli.demo.accounts import PASSWORD
from zhixing.cli.demo.load import load
from zhixing.journal.models import Entry
from zhixing.journal.verify import verify
from zhixing.law.refusal import Refusal
from zhixing.office.matters.lists import todo, warnings
from zhixing.organ.local_time import at_clock
from zhixing.organ.models import Account, Organ, Person
from zhixing.organ.policy import Viewer, viewer_of
from zhixing.regulations import shelf
from zhixing.regulations.attendance.models import (
    AbsenceCase,
    BalanceMove,
    ClockImport,
    Leave,
    Month,
    MonthLine,
    Outing,
    Overtime,
    SignIn,
)
from zhixing.regulations.governance.models import (
    DeputyReport,
    Drill,
    EmergencyPlan,
    HeartTalk,
    ProjectLine,
    StudySession,
)
from zhixing.regulations.governance.workflow.staff import unsigned_by
from zhixing.web.desk_dated import dated_of

DAY = date(2026, 11, 23)
NOW = at_clock(DAY, time(8, 45))


@pytest.fixture(scope="module")
def story(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """One load for the whole file, of the last month and the running one."""
    with django_db_blocker.unblock(), telling(DAY) as printed:
        yield printed


def viewer(username: str) -> Viewer:
    return viewer_of(Account.objects.get(username=username), DAY)


def chief() -> Person:
    return Person.objects.get(number="E001")


@pytest.mark.django_db
class TestTheStory:
    def test_the_journal_explains_every_row_of_it(self, story: str) -> None:
        report = verify(Organ.objects.get().pk)
        assert [fault.says for fault in report.faults] == []
        assert report.entries > 500

    def test_every_account_is_printed_with_its_roles(self, story: str) -> None:
        head, *lines = story.splitlines()
        assert PASSWORD in head
        assert len(lines) == Account.objects.count() == 45  # forty-two people and the three officers
        assert "e001    林启衡　局领导党组书记、局长　局长、局领导、职员" in [line.strip() for line in lines]
        assert {"anquan", "shenji", "xitong"} <= {line.split()[0] for line in lines}

    def test_the_last_month_is_settled_and_the_running_one_is_open(self, story: str) -> None:
        (sheet,) = Month.objects.all()
        assert (sheet.year, sheet.month, sheet.state) == (2026, 10, "已锁定")
        assert sheet.settled_at is not None
        assert set(sheet.lines.values_list("state", flat=True)) == {"已确认"}
        assert sheet.lines.count() == 42

    def test_people_were_at_work_on_most_days_and_late_on_few(self, story: str) -> None:
        sums = MonthLine.objects.aggregate(**{name: Sum(name) for name in ("due", "present", "late", "open")})
        assert sums["due"] == 42 * 36  # eighteen working days in October 2026
        assert sums["due"] * 85 // 100 < sums["present"] < sums["due"]
        assert 0 < sums["late"] < sums["due"] * 3 // 100
        assert sums["open"] < sums["due"] // 50

    def test_there_is_leave_of_several_kinds_in_every_state(self, story: str) -> None:
        kinds = Counter(Leave.objects.values_list("kind", flat=True))
        assert {"年休假", "事假", "病假"} <= set(kinds)
        assert {"待批", "已批", "已销假"} <= set(Leave.objects.values_list("status", flat=True))
        assert Outing.objects.filter(status="已返回").count() > 5
        assert Overtime.objects.filter(status="已确认").exists()
        assert SignIn.objects.filter(day=DAY, source="网页").count() > 25
        assert ClockImport.objects.count() >= 7  # weeks, split where a month ends

    def test_the_registers_of_01_hold_something_of_every_kind(self, story: str) -> None:
        report = DeputyReport.objects.get(state="待签收")
        assert report.title in {
            one.subject.removeprefix("副职报告：") for one in dated_of(viewer("e001"), chief())
        }
        assert {one.kind for one in EmergencyPlan.objects.all()} > {
            one.plan.kind for one in Drill.objects.all()
        }
        assert set(ProjectLine.objects.values_list("kind", flat=True)) == {"进展", "督查"}
        assert StudySession.objects.filter(state="已学习").exists()
        assert HeartTalk.objects.filter(confirmed_at=None).count() == 1
        assert unsigned_by(chief(), DAY) == []
        assert len(unsigned_by(Person.objects.get(number="E042"), DAY)) == len(shelf.all())

    def test_nobody_owes_leave(self, story: str) -> None:
        left = BalanceMove.objects.values("person", "account").annotate(left=Sum("halves"))
        assert [row for row in left if row["left"] < 0] == []

    @pytest.mark.parametrize("username", ["e001", "e002", "e003", "e004", "e005", "e014"])
    def test_something_waits_on_every_leaders_and_the_offices_desk(self, story: str, username: str) -> None:
        assert todo(viewer(username)).exists()

    def test_who_has_not_reported_back_is_warned(self, story: str) -> None:
        assert [one.level for one in warnings(viewer("e028"), NOW)] == ["逾期"]

    def test_unexplained_half_days_are_asked_about_and_nobody_is_absent(self, story: str) -> None:
        assert set(AbsenceCase.objects.values_list("state", flat=True)) <= {"待核实", "已通知"}
        assert not MonthLine.objects.filter(absent__gt=0).exists()

    def test_a_second_load_keeps_every_row_and_does_nothing_again(self, story: str) -> None:
        before = Entry.objects.count(), Leave.objects.count(), Account.objects.count()
        assert load(day=DAY, seed=SEED) == story
        assert (Entry.objects.count(), Leave.objects.count(), Account.objects.count()) == before

    def test_known_passwords_exist_in_demo_mode_only(
        self, story: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(settings, "DEMO", False)
        with pytest.raises(Refusal, match="正式环境不收演示账号"):
            load(day=DAY, seed=SEED)
