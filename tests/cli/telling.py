"""A demo for the length of a test: loaded into the test database, gone again afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.conf import settings
from django.db import transaction

from zhixing.cli.demo.load import load

SEED = 2026


@contextmanager
def telling(day: date, *, seed: int = SEED, months: int = 1) -> Iterator[str]:
    """A demo loaded as on `day`, gone again afterwards; what it printed."""
    was, settings.DEMO = settings.DEMO, True
    try:
        with transaction.atomic():
            yield load(day=day, seed=seed, months=months)
            transaction.set_rollback(True)
    finally:
        settings.DEMO = was
