"""A job of a killed worker stays RUNNING for ever; here it goes back on the queue, or fails in the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django_tasks_db.models import DBTaskResult

from zhixing.office.duties.models import Beat

SILENT = timedelta(minutes=5)
MOST_WORKERS = 3
LOST = "运行它的进程已经停止，重试后仍未完成。"


@dataclass(frozen=True, slots=True)
class Reaped:
    again: int
    failed: int


def beat(worker: str, *, at: datetime) -> None:
    """A worker says that it lives."""
    Beat.objects.update_or_create(worker=worker, defaults={"at": at})


def rest(worker: str) -> None:
    """A worker says good-bye; what it left undone is free at once."""
    Beat.objects.filter(worker=worker).delete()


def reap(*, at: datetime) -> Reaped:
    """Free every running job whose worker is gone; after three workers a job is called failed."""
    again = failed = 0
    with transaction.atomic():
        alive = set(Beat.objects.filter(at__gt=at - SILENT).values_list("worker", flat=True))
        for job in DBTaskResult.objects.running().select_for_update():
            if job.worker_ids and job.worker_ids[-1] in alive:
                continue
            if len(job.worker_ids) >= MOST_WORKERS:
                failed += _fail(job, at)
            else:
                again += DBTaskResult.objects.filter(pk=job.pk).update(status="READY", started_at=None)
        Beat.objects.filter(at__lte=at - SILENT).delete()
    return Reaped(again, failed)


def _fail(job: DBTaskResult[..., Any], at: datetime) -> int:
    return DBTaskResult.objects.filter(pk=job.pk).update(status="FAILED", finished_at=at, traceback=LOST)
