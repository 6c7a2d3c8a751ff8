"""A worker killed with SIGKILL in the middle of its round; another one takes the round up again."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.office.duties.conftest import NOW
from zhixing.cli.demo.people import build_people
from zhixing.journal.models import Entry
from zhixing.office.duties.models import DutyDue, Notice, Turn
from zhixing.office.duties.reaper import SILENT, reap

pytestmark = pytest.mark.django_db(transaction=True)
ROUND = "任务和提醒"


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """What a process needs to work on the database of this test."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        url = f"sqlite:///{name}"
    else:
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    own = {"DATABASE_URL": url, "ZHIXING_VAR": str(tmp_path), "PYTHONUTF8": "1"}
    return {**os.environ, **own, "DJANGO_SETTINGS_MODULE": "zhixing.site.settings.test"}


def round_job() -> "DBTaskResult[..., Any]":
    job = Turn.objects.filter(schedule=ROUND).earliest("slot").job
    assert job is not None
    return DBTaskResult.objects.get(pk=job)


def kill_in_the_middle(surroundings: dict[str, str]) -> None:
    command = [sys.executable, "-m", "tests.office.duties.stuck"]
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "月考勤汇总\n"
        worker.kill()


def work_once(surroundings: dict[str, str]) -> None:
    command = [sys.executable, "-m", "zhixing.cli.main", "work", "--once"]
    subprocess.run(command, env=surroundings, check=True, capture_output=True)


def test_the_round_of_a_killed_worker_is_taken_up_and_nothing_is_done_twice(
    surroundings: dict[str, str],
) -> None:
    build_people(NOW)
    kill_in_the_middle(surroundings)
    made = DutyDue.objects.count()
    assert made > 0, "the round had begun"
    assert round_job().status == "RUNNING"

    work_once(surroundings)  # the dead worker has not been silent for long: its job is left alone
    assert round_job().status == "RUNNING"

    assert reap(at=timezone.now() + SILENT).again == 1
    work_once(surroundings)
    job = round_job()
    assert (job.status, job.return_value, len(job.worker_ids)) == ("SUCCESSFUL", "办完", 2)
    assert Turn.objects.filter(schedule=ROUND).earliest("slot").done_at is not None
    assert DutyDue.objects.count() == made
    assert Entry.objects.filter(action="生成任务").count() == made

    told = Notice.objects.count()
    Turn.objects.filter(schedule=ROUND).update(done_at=None)  # as if the mark alone had been lost
    work_once(surroundings)
    assert (DutyDue.objects.count(), Notice.objects.count()) == (made, told)
