from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from zhixing.office.duties import plans
from zhixing.office.duties.jobs import do_turn
from zhixing.office.duties.models import Beat, Turn
from zhixing.office.duties.reaper import MOST_WORKERS, SILENT, beat, reap, rest
from zhixing.office.duties.schedules import MOST_ATTEMPTS, call, last_slot

pytestmark = pytest.mark.django_db(transaction=True)
NINE = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)  # 09:00 in the organ's own time
MINUTE = timedelta(minutes=1)


@pytest.fixture
def done() -> Iterator[list[datetime]]:
    """One schedule alone, at half past every hour; it notes when it ran."""
    before, ran = dict(plans._plans), list[datetime]()
    plans._plans.clear()
    plans.plan("试办", "30 * * * *", ran.append)
    yield ran
    plans._plans.clear()
    plans._plans.update(before)


def work() -> None:
    """A worker that does what waits and goes."""
    call_command("db_worker", verbosity=0, batch=True, startup_delay=False, reload=False)


@pytest.mark.parametrize(
    ("at", "slot"),
    [
        (NINE, NINE - 30 * MINUTE),
        (NINE + 30 * MINUTE, NINE + 30 * MINUTE),
        (NINE + 30 * MINUTE - timedelta(milliseconds=1), NINE - 30 * MINUTE),
    ],
)
def test_the_last_slot_is_never_in_the_future(at: datetime, slot: datetime) -> None:
    assert last_slot("30 * * * *", at) == slot


def test_times_are_the_organ_s_own() -> None:
    assert last_slot("30 3 * * *", NINE) == datetime(2026, 11, 19, 19, 30, tzinfo=UTC)


def test_a_turn_is_called_once_however_often_the_clock_is_looked_at(done: list[datetime]) -> None:
    assert [len(call(at=NINE + minute * MINUTE)) for minute in range(30)] == [1] + 29 * [0]
    work()
    assert [len(call(at=NINE + minute * MINUTE)) for minute in range(30)] == 30 * [0]
    work()
    assert len(done) == 1
    assert len(call(at=NINE + 30 * MINUTE)) == 1


def test_many_missed_turns_are_made_up_for_by_one(done: list[datetime]) -> None:
    call(at=NINE)
    assert len(call(at=NINE + timedelta(days=30))) == 1
    work()
    assert DBTaskResult.objects.count() == 2


def test_a_job_that_fails_is_tried_again_five_times_at_most(done: list[datetime]) -> None:
    def broken(_at: datetime) -> None:
        done.append(NINE)
        raise RuntimeError

    plans.plan("试办", "30 * * * *", broken)
    for minute in range(10):
        call(at=NINE + minute * MINUTE)
        work()
    assert len(done) == MOST_ATTEMPTS
    assert Turn.objects.get().done_at is None


def test_a_turn_that_was_done_is_not_done_again(done: list[datetime]) -> None:
    answers = [do_turn("试办", NINE, at=NINE), do_turn("试办", NINE, at=NINE + MINUTE)]
    assert answers == ["办完", "已经办过"]
    assert done == [NINE]


def test_a_job_of_a_schedule_that_is_no_more_ends_quietly(done: list[datetime]) -> None:
    assert do_turn("旧版的计划", NINE, at=NINE) == "没有这项计划"


def test_times_that_cannot_be_read_are_refused_at_once(done: list[datetime]) -> None:
    with pytest.raises(ValueError, match="应为五段时间"):
        plans.plan("错", "每天早上", done.append)


def left_running(worker: str, done: list[datetime]) -> "DBTaskResult[..., Any]":
    call(at=NINE)
    job = DBTaskResult.objects.get()
    job.claim(worker)
    return job


def test_a_running_job_of_a_worker_that_lives_is_left_alone(done: list[datetime]) -> None:
    left_running("甲", done)
    beat("甲", at=NINE)
    assert reap(at=NINE + SILENT - MINUTE).again == 0
    assert DBTaskResult.objects.get().status == "RUNNING"


def test_a_job_goes_back_when_its_worker_has_been_silent_for_five_minutes(done: list[datetime]) -> None:
    left_running("甲", done)
    beat("甲", at=NINE)
    beat("乙", at=NINE + SILENT)
    assert reap(at=NINE + SILENT).again == 1
    assert DBTaskResult.objects.get().status == "READY"
    assert list(Beat.objects.values_list("worker", flat=True)) == ["乙"]
    work()
    assert len(done) == 1


def test_what_a_worker_left_when_it_said_good_bye_is_free_at_once(done: list[datetime]) -> None:
    left_running("甲", done)
    beat("甲", at=NINE)
    rest("甲")
    assert reap(at=NINE).again == 1


def test_a_job_that_killed_three_workers_is_called_failed(done: list[datetime]) -> None:
    job = left_running("工1", done)
    for number in range(2, MOST_WORKERS + 1):
        assert reap(at=NINE).again == 1
        job.refresh_from_db()
        job.claim(f"工{number}")
    reaped = reap(at=NINE)
    job.refresh_from_db()
    assert (reaped.again, reaped.failed, job.status) == (0, 1, "FAILED")
    assert "进程已经停止" in job.traceback
