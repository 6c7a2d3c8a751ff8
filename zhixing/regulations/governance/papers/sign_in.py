"""会议签到表: due with post and a box to sign in, then who sits in; who is away stands with reason and who agreed."""

from __future__ import annotations

from dataclasses import dataclass

from zhixing.office.meetings.models import Meeting
from zhixing.office.papers.form import print_form
from zhixing.regulations.governance.papers.attendance_of import Seat, seats_of
from zhixing.regulations.governance.papers.printed import HERE, Printing, full_moment, turn_of

TEMPLATE = HERE / "sign_in.typ"
HEADINGS = ("序号", "姓名", "职务", "签名", "到会时间", "备注")


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """Everything sign_in.typ shows: a line of facts, then the two lists of rows under HEADINGS."""

    facts: tuple[str, ...]
    due: tuple[tuple[str, ...], ...]
    sitting: tuple[tuple[str, ...], ...]

    def as_data(self) -> dict[str, object]:
        return {"heads": HEADINGS, "facts": self.facts, "due": self.due, "sitting": self.sitting}


def sign_in_sheet(meeting: Meeting) -> SignInSheet:
    seats = seats_of(meeting)
    due = [seat for seat in seats if seat.capacity == "应到"]
    return SignInSheet(
        facts=(
            f"会议：{meeting.kind}{turn_of(meeting)}",
            f"时间：{full_moment(meeting.starts_at)}",
            f"地点：{meeting.place}",
            f"主持人：{meeting.host.name}　记录人：{meeting.recorder.name}　应到：{len(due)}人",
        ),
        due=_rows(due),
        sitting=_rows([seat for seat in seats if seat.capacity != "应到"]),
    )


def print_sign_in(meeting: Meeting, printing: Printing) -> bytes:
    """PDF/A, to be signed by hand where no telephone is used."""
    envelope = printing.envelope(
        meeting, title="会议签到表", state=meeting.state, draft=meeting.state == "筹备"
    )
    return print_form(TEMPLATE, sign_in_sheet(meeting).as_data(), envelope)


def _rows(seats: list[Seat]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (str(place), seat.name, seat.post or "邀请列席", "", seat.came, seat.absent or seat.topics)
        for place, seat in enumerate(seats, 1)
    )
