"""The clock at the door: one file a week, written from who was there, and what was missed afterwards."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

from zhixing.cli.demo.stage import Stage
from zhixing.organ.local_time import at_clock
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import ExceptionNote
from zhixing.regulations.attendance.workflow.clock_import import import_clock_file
from zhixing.regulations.attendance.workflow.day_facts import DayFacts, load
from zhixing.regulations.attendance.workflow.notes import tell, verify
from zhixing.regulations.attendance.workflow.signin import make_up, sign_in

LATE, OFTEN_LATE = 8, 45  # in a thousand: late marks of most people, and of the few who often are
FORGOTTEN = 5
NOTED = 9
OPEN_WEEKS = 2
HALVES = ("上午", "下午")
HEAD = ("工号", "姓名", "打卡时间")
OUT = (("会议", "参加全区工业经济调度会"), ("下乡", "到园区企业走访"), ("出差", "到市经信局对接项目申报"))
Slot = tuple[Person, date, str]
HEAD = ("工号", "姓名", "打卡时间")


def clock_weeks(stage: Stage) -> None:
    """On the last working day of every week and of every month; the running week stands open."""
    weeks: dict[tuple[int, int, int], list[date]] = {}
    for day in stage.working_days():
        weeks.setdefault((*day.isocalendar()[:2], day.month), []).append(day)
    for week in weeks.values():
        closing = at_clock(week[-1], time(18, 10))
        stage.agenda.add(closing, partial(_import, stage, week))


def this_morning(stage: Stage) -> None:
    """On a working day most people have signed in on the page before the story ends."""
    if not stage.calendar.is_working(stage.last):
        return
    for person in stage.cast.staff:
        if stage.chance(850):
            clock = at_clock(stage.last, time(8, stage.dice.randrange(1, 29), stage.dice.randrange(60)))
            stage.agenda.add(clock, partial(_sign, stage, person))


def _sign(stage: Stage, person: Person, at: datetime, key: str) -> None:
    facts = load(stage.cast.organ, [person], stage.last, stage.last)
    if _expected(facts, person, stage.last, "上午"):
        sign_in(actor=person, at=at, key=key)


def _import(stage: Stage, week: list[date], at: datetime, key: str) -> None:
    people = stage.cast.staff
    facts = load(stage.cast.organ, people, week[0], week[-1])
    lines, missed = [",".join(HEAD)], []
    for day in week:
        for person in people:
            for half in HALVES:
                if _expected(facts, person, day, half):
                    clock = _clock(stage, facts, person, day, half)
                    if clock is None:
                        missed.append((person, day, half))
                    else:
                        lines.append(f"{person.number},{person.name},{day} {clock:%H:%M:%S}")
    import_clock_file(
        actor=stage.cast.keeper, name=f"考勤机{week[0]}至{week[-1]}.csv", content="\n".join(lines).encode(), at=at,
        key=key,
    )  # fmt: skip
    for slot in missed:
        _afterwards(stage, slot)


def _expected(facts: DayFacts, person: Person, day: date, half: str) -> bool:
    known = facts.half(person.pk, day, half)
    papers = known.leave or known.outing or known.note or known.punch
    return known.on_staff and not known.free and not papers


def _clock(stage: Stage, facts: DayFacts, person: Person, day: date, half: str) -> time | None:
    """When the person passed the clock; None when not at all."""
    if stage.chance(FORGOTTEN + NOTED):
        return None
    begins = datetime.combine(day, facts.hours(day, half).begins)
    often = person.pk % 13 == 0
    if stage.chance(OFTEN_LATE if often else LATE):
        return (begins + timedelta(seconds=stage.dice.randrange(5, 1500))).time()
    return (begins - timedelta(seconds=stage.dice.randrange(30, 2400))).time()


def _afterwards(stage: Stage, slot: Slot) -> None:
    """Most of what was missed is explained within days; some of the last weeks still waits."""
    person, day, _ = slot
    following = stage.next_working(day)
    if stage.dice.randrange(FORGOTTEN + NOTED) < FORGOTTEN:
        if not _recent(stage, day) or stage.chance(600):
            stage.agenda.add(_soon(stage, day, following), partial(_make_up, stage, slot))
        return
    if person != stage.cast.keeper:
        stage.agenda.add(_soon(stage, day, following), partial(_tell, stage, slot))


def _soon(stage: Stage, day: date, following: date) -> datetime:
    """After the week's file has been imported."""
    friday = day + timedelta(days=(4 - day.weekday()) % 7)
    return stage.office_hour(stage.next_working(max(friday, following)))


def _recent(stage: Stage, day: date) -> bool:
    return (stage.last - day).days <= 7 * OPEN_WEEKS


def _make_up(stage: Stage, slot: Slot, at: datetime, key: str) -> None:
    person, day, half = slot
    facts = load(stage.cast.organ, [person], day, day)
    office = stage.cast.director if person == stage.cast.keeper else stage.cast.keeper
    others = [one for one in stage.cast.staff if one not in (person, office)]
    if facts.half(person.pk, day, half).punch is None:
        begins = datetime.combine(day, facts.hours(day, half).begins)
        make_up(
            actor=office, person=person, signed_at=at_clock(day, (begins - timedelta(minutes=7)).time()),
            witness=stage.dice.choice(others), reason="到岗后忘记打卡，同事证明在岗", at=at, key=key,
        )  # fmt: skip


def _tell(stage: Stage, slot: Slot, at: datetime, key: str) -> None:
    person, day, half = slot
    kind, text = stage.dice.choice(OUT)
    tell(actor=person, day=day, half=half, kind=kind, text=text, at=at, key=key)
    note = ExceptionNote.objects.latest("pk")
    if not _recent(stage, day) or stage.chance(600):
        later = stage.office_hour(stage.next_working(at.date()))
        stage.agenda.add(later, partial(_verify, stage, note))


def _verify(stage: Stage, note: ExceptionNote, at: datetime, key: str) -> None:
    verify(actor=stage.cast.keeper, note=note, outcome="核实", answer="已向会议主办单位核实", at=at, key=key)
