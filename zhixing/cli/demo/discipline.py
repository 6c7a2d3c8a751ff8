"""A few records of discipline, and half days that nobody has explained."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, time, timedelta
from functools import partial

from zhixing.cli.demo.stage import Stage
from zhixing.law.refusal import Refusal
from zhixing.organ.local_time import at_clock
from zhixing.regulations.attendance.models import AbsenceCase
from zhixing.regulations.attendance.workflow import absence
from zhixing.regulations.attendance.workflow.discipline import register
from zhixing.regulations.attendance.workflow.spot_checks import found_away

SPOT_CHECKS = 30  # working days between two walks through the offices
AGE = 35  # days a half day waits before the office asks


def records(stage: Stage) -> None:
    days = stage.working_days()
    found = at_clock(days[len(days) // 3], time(16, 50))
    stage.agenda.add(found, partial(_warn, stage))
    for place in range(12, len(days), SPOT_CHECKS):
        walked = at_clock(days[place], time(16, 55))
        stage.agenda.add(walked, partial(_check, stage))
    for year_month in stage.months()[-1:]:
        first = next(day for day in days if (day.year, day.month) > year_month)
        stage.agenda.add(at_clock(first, time(17, 40)), partial(_ask, stage))


def _check(stage: Stage, at: datetime, key: str) -> None:
    """A walk through the offices before the day ends; whoever is on leave is not entered."""
    person = stage.dice.choice(stage.cast.staff)
    with suppress(Refusal):
        found_away(
            actor=stage.cast.keeper, person=person, kind="早退", found_at=at - timedelta(minutes=30),
            text="抽查时不在岗，同事说已经离开。", at=at, key=key,
        )  # fmt: skip


def _warn(stage: Stage, at: datetime, key: str) -> None:
    person = stage.cast.staff[-2]
    register(
        actor=stage.cast.keeper, person=person, kind="效能告诫", day=at.date() - timedelta(days=3),
        source=f"区效能办督查告诫书〔{at.year}〕第6号", text="工作时间浏览购物网站", at=at, key=key,
    )  # fmt: skip


def _ask(stage: Stage, at: datetime, key: str) -> None:
    """The office opens one case and tells the person; the hearing runs."""
    first, last = (at - timedelta(days=AGE)).date(), (at - timedelta(days=1)).date()
    for person, halves in absence.unexplained(stage.cast.organ, first, last, at):
        if person in (stage.cast.chief, stage.cast.keeper):
            continue
        slots = [(half.day, half.half) for half in halves]
        absence.open_case(
            actor=stage.cast.keeper,
            person=person,
            slots=slots,
            facts="没有签到，也没有请假、外出或备注。",
            at=at,
            key=key,
        )
        case = AbsenceCase.objects.latest("pk")
        told = at + timedelta(minutes=20)
        stage.agenda.add(told, partial(_notify, stage, case))
        return


def _notify(stage: Stage, case: AbsenceCase, at: datetime, key: str) -> None:
    notice = "请在期限内说明这几个半天的情况；有手续没有补的，请一并补办。"
    absence.notify(actor=stage.cast.keeper, case=case, notice=notice, at=at, key=key)
