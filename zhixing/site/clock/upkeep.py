"""What the system does for itself: heads to the witness, strays off the disk, old jobs off the queue."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django_tasks_db.models import DBTaskResult

from zhixing.files.strays import collect
from zhixing.journal import witness

KEPT = timedelta(days=90)  # a job is no record: what it did stands in the journal


def bear_witness(at: datetime) -> None:  # noqa: ARG001 -- a head has its own time
    witness.bear_witness(settings.WITNESS_FILE)


def tidy(at: datetime) -> None:
    collect(at)
    DBTaskResult.objects.finished().filter(finished_at__lt=at - KEPT).delete()
