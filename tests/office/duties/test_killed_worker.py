"""A worker killed with SIGKILL in the middle of its round; another one takes the round up again."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.office.duties.conftest import NOW
from tests.process import surroundings
from zhixing.cli.demo.people import build_people
from zhixing.journal.models import Entry
from zhixing.office.duties.models import DutyDue, Notice, Turn
from zhixing.office.duties.reaper import SILENT, reap

pytestmark = pytest.mark.django_db(transaction=True)
ROUND = "任务和提醒"


def round_job() -> "DBTaskResult[..., Any]":
    job = Turn.objects.filter(schedule=ROUND).earliest("slot").job
    assert job is not None
    return DBTaskResult.objects.get(pk=job)


def kill_in_the_middle(environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "tests.office.duties.stuck"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "月考勤汇总\n"
        worker.kill()


def work_once(environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "zhixing.cli.main", "work", "--once"]
    subprocess.run(command, env=environment, check=True, capture_output=True)


def test_the_round_of_a_killed_worker_is_taken_up_and_nothing_is_done_twice(tmp_path: Path) -> None:
    environment = surroundings(tmp_path)
    build_people(NOW)
    kill_in_the_middle(environment)
    made = DutyDue.objects.count()
    assert made > 0, "the round had begun"
    assert round_job().status == "RUNNING"

    work_once(environment)  # the dead worker has not been silent for long: its job is left alone
    assert round_job().status == "RUNNING"

    assert reap(at=timezone.now() + SILENT).again == 1
    work_once(environment)
    job = round_job()
    assert (job.status, job.return_value, len(job.worker_ids)) == ("SUCCESSFUL", "办完", 2)
    assert Turn.objects.filter(schedule=ROUND).earliest("slot").done_at is not None
    assert DutyDue.objects.count() == made
    assert Entry.objects.filter(action="生成任务").count() == made

    told = Notice.objects.count()
    Turn.objects.filter(schedule=ROUND).update(done_at=None)  # as if the mark alone had been lost
    work_once(environment)
    assert (DutyDue.objects.count(), Notice.objects.count()) == (made, told)
