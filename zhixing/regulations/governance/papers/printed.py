"""What every paper of a meeting says of itself: its number, its state, who printed it and when (domain 4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from zhixing.office.meetings.models import Meeting
from zhixing.office.papers.envelope import Envelope
from zhixing.organ.local_time import local
from zhixing.organ.models import Person

HERE = Path(__file__).parent
NOON = 12


@dataclass(frozen=True, slots=True)
class Printing:
    """Who asked for the paper, and when."""

    by: Person
    at: datetime

    def envelope(self, meeting: Meeting, *, title: str, state: str, draft: bool) -> Envelope:
        return Envelope(
            organ=meeting.organ.name, title=title, number=number_of(meeting), state=state, by=self.by.name,
            at=self.at, draft=draft,
        )  # fmt: skip


def number_of(meeting: Meeting) -> str:
    """党组会议2026年第3次; before the notice there is no number."""
    return f"{meeting.kind}{turn_of(meeting)}" if meeting.turn else "未编号"


def turn_of(meeting: Meeting) -> str:
    return f"{meeting.year}年第{meeting.turn}次" if meeting.turn else ""


def moment(at: datetime | None) -> str:
    """An instant as paper shows it; "" where there is none."""
    return f"{local(at):%Y-%m-%d %H:%M}" if at else ""


def clock(at: datetime | None) -> str:
    return f"{local(at):%H:%M}" if at else ""


def full_day(day: date | datetime | None) -> str:
    """2026年11月24日."""
    if day is None:
        return ""
    own = local(day) if isinstance(day, datetime) else day
    return f"{own.year}年{own.month}月{own.day}日"


def full_moment(at: datetime) -> str:
    """2026年11月24日（星期二）上午9时30分."""
    own = local(at)
    week = "一二三四五六日"[own.weekday()]
    hour = own.hour if own.hour <= NOON else own.hour - NOON
    minutes = f"{own.minute}分" if own.minute else ""
    return f"{full_day(at)}（星期{week}）{half_of(at)}{hour}时{minutes}"


def half_of(at: datetime) -> str:
    """上午 or 下午."""
    return "上午" if local(at).hour < NOON else "下午"


def in_chinese(number: int) -> str:
    """1 is 一, 12 is 十二, 40 is 四十; up to 99, more topics no meeting has."""
    signs = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{signs[tens]}十"
    return head + (signs[ones] if ones or not tens else "")
