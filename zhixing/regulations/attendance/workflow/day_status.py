"""What one half of one day was for one person: pure, over facts already loaded (02-1.1a to 02-1.2b)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

PRESENT, LATE, EARLY, LATE_AND_EARLY = "出勤", "迟到", "早退", "迟到、早退"
OPEN, ABSENT, AWAITED, OUTSIDE = "待核实", "旷工", "未到", "不在册"
OUTING = "公出"
STATED = "已说明漏签，等确认"
AT_WORK = frozenset({PRESENT, LATE, EARLY, LATE_AND_EARLY})


@dataclass(frozen=True, slots=True)
class Hours:
    """From and to of one half day; a sign-in up to `grace` minutes after `begins` is on time."""

    begins: time
    ends: time
    grace: int = 0

    def limit(self) -> time:
        """The last second that is on time."""
        return (datetime.combine(date.min, self.begins) + timedelta(minutes=self.grace)).time()


@dataclass(frozen=True, slots=True)
class Punch:
    """A sign-in in the organ's own time; `excused` is the reason a late mark was taken back."""

    at: time
    source: str
    excused: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    kind: str
    state: str


@dataclass(frozen=True, slots=True)
class HalfFacts:
    """Everything known of one half day; `free` says why nobody is due, "" on a working half."""

    day: date
    half: str
    on_staff: bool = True
    free: str = ""
    hours: Hours | None = None
    leave: str = ""
    leave_why: str = ""
    pending_leave: str = ""
    absent: bool = False
    outing: str = ""
    note: Note | None = None
    punch: Punch | None = None
    early: bool = False
    missed: bool = False


@dataclass(frozen=True, slots=True)
class HalfStatus:
    """The word the ledger and the calendar use, and why."""

    day: date
    half: str
    word: str
    why: str = ""
    clause: str = ""
    late: bool = False
    early: bool = False
    seconds_late: int = 0
    at: time | None = None

    @property
    def due(self) -> bool:
        """Whether the person was to be on duty in this half day."""
        return bool(self.clause) or self.word == AWAITED


def seconds_late(at: time, hours: Hours) -> int:
    """Whole seconds after the last second that is on time; 0 when on time."""
    limit = datetime.combine(date.min, hours.limit())
    return max(0, int((datetime.combine(date.min, at.replace(microsecond=0)) - limit).total_seconds()))


def half_status(facts: HalfFacts, now: datetime) -> HalfStatus:
    """The status of the half day as known at `now` (in the organ's own time)."""
    return _off(facts) or _excused(facts) or _signed(facts) or _unsigned(facts, now)


def _off(facts: HalfFacts) -> HalfStatus | None:
    if not facts.on_staff:
        return HalfStatus(facts.day, facts.half, OUTSIDE)
    if facts.free:
        return HalfStatus(facts.day, facts.half, facts.free)
    return None


def _excused(facts: HalfFacts) -> HalfStatus | None:
    if facts.leave:
        return HalfStatus(facts.day, facts.half, facts.leave, facts.leave_why, "02-1.2a")
    if facts.absent:
        return HalfStatus(facts.day, facts.half, ABSENT, "已经认定", "02-3.2")
    if facts.outing:
        return HalfStatus(facts.day, facts.half, OUTING, facts.outing, "02-1.1c")
    if facts.note is not None and facts.note.state == "已核实":
        return HalfStatus(facts.day, facts.half, facts.note.kind, "办公室已核实", "02-1.1b")
    return None


def _signed(facts: HalfFacts) -> HalfStatus | None:
    punch = facts.punch
    if punch is None:
        return None
    over = seconds_late(punch.at, facts.hours) if facts.hours else 0
    late = over > 0 and not punch.excused
    word = {(False, False): PRESENT, (True, False): LATE, (False, True): EARLY}.get(
        (late, facts.early), LATE_AND_EARLY
    )
    return HalfStatus(
        facts.day, facts.half, word, punch.excused, "02-1.1a", late, facts.early, over, punch.at
    )


def _unsigned(facts: HalfFacts, now: datetime) -> HalfStatus:
    if _still_awaited(facts, now):
        return HalfStatus(facts.day, facts.half, AWAITED)
    why = "没有签到，也没有请假、外出或核实过的备注"
    if facts.pending_leave:
        why = f"{facts.pending_leave}还没有批准"
    elif facts.note is not None and facts.note.state == "待核实":
        why = f"已备注{facts.note.kind}，等办公室核实"
    elif facts.missed:
        why = STATED
    return HalfStatus(facts.day, facts.half, OPEN, why, "02-1.2b", early=facts.early)


def _still_awaited(facts: HalfFacts, now: datetime) -> bool:
    if facts.day != now.date():
        return facts.day > now.date()
    return facts.hours is None or now.time() <= facts.hours.ends
