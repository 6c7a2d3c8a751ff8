"""Every month that is over: opened, confirmed, one objection answered, locked, settled; talks held."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

from zhixing.cli.demo.stage import Stage
from zhixing.organ.local_time import at_clock
from zhixing.organ.who import holders
from zhixing.regulations.attendance.models import Month, MonthLine, Talk
from zhixing.regulations.attendance.workflow import month as months
from zhixing.regulations.attendance.workflow.day_view import bounds
from zhixing.regulations.attendance.workflow.settlement import propose_settlement
from zhixing.regulations.attendance.workflow.talks import assign, hold


def close_months(stage: Stage) -> None:
    """Opened on the first working day after the month, locked on the third."""
    for year, month in stage.months():
        first = stage.next_working(bounds(year, month)[1])
        stage.agenda.add(at_clock(first, time(17, 20)), partial(_open, stage, year, month))


def _open(stage: Stage, year: int, month: int, at: datetime, key: str) -> None:
    months.open_month(actor=stage.cast.keeper, year=year, month=month, at=at, key=key)
    sheet = Month.objects.get(organ=stage.cast.organ, year=year, month=month)
    day = at.date()
    lines = list(sheet.lines.select_related("person", "sheet"))
    objector = stage.dice.choice(lines)
    for line in lines:
        when = at_clock(stage.next_working(day), time(8, 40)) + timedelta(minutes=stage.dice.randrange(480))
        act = _object if line == objector else _confirm
        stage.agenda.add(when, partial(act, stage, line))
    locking = at_clock(stage.next_working(day, 2), time(17, 0))
    stage.agenda.add(locking, partial(_lock, stage, sheet))
    for talk in Talk.objects.filter(organ=stage.cast.organ, year=year, month=month):
        _talk(stage, talk, stage.next_working(day))


def _confirm(stage: Stage, line: MonthLine, at: datetime, key: str) -> None:  # noqa: ARG001  as _object
    months.confirm(actor=line.person, line=line, at=at, key=key)


def _object(stage: Stage, line: MonthLine, at: datetime, key: str) -> None:
    text = "上月有一次会议的备注是后来核实的，请再核对。"
    months.object_to(actor=line.person, line=line, text=text, at=at, key=key)
    answered = at_clock(stage.next_working(at.date()), time(9, 10))
    stage.agenda.add(answered, partial(_answer, stage, line))


def _answer(stage: Stage, line: MonthLine, at: datetime, key: str) -> None:
    months.answer(actor=stage.cast.keeper, line=line, text="已按核实后的记录重新统计。", at=at, key=key)
    stage.agenda.add(at + timedelta(hours=2), partial(_confirm, stage, line))


def _lock(stage: Stage, sheet: Month, at: datetime, key: str) -> None:
    sheet.refresh_from_db()
    months.lock(actor=stage.cast.keeper, sheet=sheet, at=at, key=key)
    settling = at + timedelta(minutes=15)
    stage.agenda.add(settling, partial(_settle, stage, sheet))


def _settle(stage: Stage, sheet: Month, at: datetime, key: str) -> None:
    propose_settlement(actor=stage.cast.keeper, sheet=sheet, at=at, key=key)


def _talk(stage: Stage, talk: Talk, day: date) -> None:
    stage.agenda.add(at_clock(day, time(10, 30)), partial(_assign, stage, talk))


def _assign(stage: Stage, talk: Talk, at: datetime, key: str) -> None:
    """The leader in charge of the section talks; the chief himself where that is nobody else."""
    talk.refresh_from_db()
    if talk.state != "待安排" or talk.person == stage.cast.chief:
        return
    leaders = holders(stage.cast.organ, "分管局长", about=talk.person, day=at.date())
    talker = next((one for one in leaders if one != talk.person), stage.cast.chief)
    assign(actor=stage.cast.chief, talk=talk, talker=talker, at=at, key=key)
    held = at_clock(stage.next_working(at.date(), 2), time(15, 30))
    stage.agenda.add(held, partial(_hold, talk))


def _hold(talk: Talk, at: datetime, key: str) -> None:
    talk.refresh_from_db()
    if talk.state != "待谈话" or talk.talker is None:
        return
    hold(
        actor=talk.talker, talk=talk, held_at=at - timedelta(minutes=40), content="指出当月多次迟到，提醒遵守作息时间。",
        stance="认识到问题，今后按时到岗。", at=at, key=key,
    )  # fmt: skip
