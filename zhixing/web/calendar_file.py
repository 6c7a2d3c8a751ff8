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


def calendar_file(name: str, dated: Iterable[Dated], at: datetime) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//zhixing//duties//ZH", f"X-WR-CALNAME:{_said(name)}"]
    for one in dated:
        lines += _event(one, at)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _event(one: Dated, at: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{one.uid}@zhixing",
        f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_said(one.title)}",
        f"DESCRIPTION:{_said(one.text)}",
        "END:VEVENT",
    ]


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
