"""会议通知: what, when, where, who, which topics, and until when one asks leave."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from zhixing.office.meetings.models import Meeting
from zhixing.office.papers.form import print_form
from zhixing.regulations.governance.papers.attendance_of import Seat, seats_of
from zhixing.regulations.governance.papers.printed import HERE, Printing, full_day, full_moment, turn_of

TEMPLATE = HERE / "notice.typ"
UNSENT = "筹备"


@dataclass(frozen=True, slots=True)
class Topic:
    """A line of the agenda; `section` and `reporter` are "" where there is none."""

    order: int
    title: str
    section: str
    reporter: str


@dataclass(frozen=True, slots=True)
class NoticeSheet:
    """Everything notice.typ shows."""

    name: str
    rows: tuple[tuple[str, str], ...]
    agenda: tuple[Topic, ...]
    leave: str
    office: str
    sent: str


def notice_sheet(meeting: Meeting) -> NoticeSheet:
    seats = seats_of(meeting)
    return NoticeSheet(
        name=meeting.title,
        rows=tuple((label, text) for label, text in _rows(meeting, seats) if text),
        agenda=agenda_of(meeting),
        leave=f"不能到会的，请在{full_moment(meeting.starts_at)}开会以前向召集人请假，并告诉办公室。",
        office=f"{meeting.organ.name}办公室",
        sent=full_day(meeting.notified_at),
    )


def agenda_of(meeting: Meeting) -> tuple[Topic, ...]:
    """The topics in their order, without those taken off."""
    items = meeting.items.filter(taken_off_at=None).select_related("section", "reporter")
    return tuple(
        Topic(place, one.title, one.section.name if one.section else "", one.reporter.name if one.reporter else "")
        for place, one in enumerate(items, 1)
    )  # fmt: skip


def print_notice(meeting: Meeting, printing: Printing) -> bytes:
    """PDF/A; 草稿 stands across it until it has been sent."""
    unsent = meeting.state == UNSENT
    envelope = printing.envelope(meeting, title="会议通知", state=meeting.state, draft=unsent)
    return print_form(TEMPLATE, asdict(notice_sheet(meeting)), envelope)


def _rows(meeting: Meeting, seats: list[Seat]) -> list[tuple[str, str]]:
    mandate = meeting.mandates.filter(revoked_at=None).select_related("giver").first()
    entrusted = f"（受{mandate.giver.name}委托）" if mandate else ""
    return [
        ("会议", f"{meeting.kind}{turn_of(meeting)}"),
        ("时间", full_moment(meeting.starts_at)),
        ("地点", meeting.place),
        ("主持人", f"{meeting.host.name}{entrusted}"),
        ("参加人员", _names(seats, "应到")),
        ("列席人员", _names(seats, "列席")),
        ("邀请列席", _names(seats, "邀请")),
        ("记录人", meeting.recorder.name),
        ("临时召开的原因", meeting.urgent_reason),
    ]


def _names(seats: list[Seat], capacity: str) -> str:
    return "、".join(seat.shown for seat in seats if seat.capacity == capacity)
