"""Instants in the organ's own time; the house runs in one zone (Asia/Shanghai)."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils import timezone


def local(at: datetime) -> datetime:
    return timezone.localtime(at)


def today(at: datetime) -> date:
    return timezone.localtime(at).date()


def at_clock(day: date, clock: time) -> datetime:
    """The aware instant of a clock time on a day."""
    return timezone.make_aware(datetime.combine(day, clock))
