"""Days as a calendar file that every calendar program reads (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LONGEST_LINE = 75  # octets, RFC 5545 3.1
ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


@dataclass(frozen=True, slots=True)
class Dated:
    """One whole day: `uid` is the same each time, so that a calendar renews and does not double."""

    uid: str
    day: date
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Timed:
    """Something at an hour, at a place; `ends` is None while nobody knows it, `off` where it does not take place."""

    uid: str
    begins: datetime
    ends: datetime | None
    title: str
    text: str
    place: str
    off: bool = False


def calendar_file(name: str, dated: Iterable[Dated | Timed], at: datetime) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//zhixing//duties//ZH", f"X-WR-CALNAME:{_said(name)}"]
    for one in dated:
        lines += _event(one, at)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _event(one: Dated | Timed, at: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{one.uid}@zhixing",
        f"DTSTAMP:{_instant(at)}",
        *(_when(one) if isinstance(one, Timed) else _whole_day(one)),
        f"SUMMARY:{_said(one.title)}",
        f"DESCRIPTION:{_said(one.text)}",
        "END:VEVENT",
    ]


def _whole_day(one: Dated) -> list[str]:
    return [f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}", f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}"]


def _when(one: Timed) -> list[str]:
    return [
        f"DTSTART:{_instant(one.begins)}",
        *([f"DTEND:{_instant(one.ends)}"] if one.ends else []),
        f"LOCATION:{_said(one.place)}",
        f"STATUS:{'CANCELLED' if one.off else 'CONFIRMED'}",
    ]


def _instant(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _said(text: str) -> str:
    return "".join(ESCAPED.get(sign, sign) for sign in text if sign != "\r")


def _folded(line: str) -> Iterator[str]:
    """No line of more than 75 octets; a sign is not torn apart."""
    part = ""
    for sign in line:
        if len(f"{part}{sign}".encode()) > LONGEST_LINE:
            yield part
            part = " "
        part += sign
    yield part
