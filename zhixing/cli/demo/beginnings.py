"""Before the story: hours of work from the edition, pay of everyone."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import partial

from zhixing.cli.demo.stage import Stage
from zhixing.organ.local_time import at_clock
from zhixing.organ.models import Person
from zhixing.organ.parameters import NOTHING_OWN
from zhixing.organ.who import service_on
from zhixing.regulations.attendance.workflow.figures import amount, ask
from zhixing.regulations.attendance.workflow.pay import set_pay
from zhixing.regulations.attendance.workflow.schedule import DayHours, set_schedule

BASES = {"局长": 520_000, "局领导": 460_000, "中层干部": 380_000, "一般人员": 310_000}  # fen a month
ALLOWANCES = {"局长": 90_000, "局领导": 80_000, "中层干部": 60_000, "一般人员": 50_000}
BONUS = 200_000


def begin(stage: Stage) -> None:
    opening = at_clock(stage.first, time(7, 30))
    stage.agenda.add(opening, partial(_hours, stage))
    for person in stage.cast.staff:
        stage.agenda.add(opening, partial(_pay, stage, person))


def _hours(stage: Stage, at: datetime, key: str) -> None:
    """Winter and summer of each year the story touches."""
    for year in range(stage.first.year - 1, stage.last.year + 1):
        spans = (
            ("夏令", date(year, 6, 1), date(year, 9, 30)),
            ("冬令", date(year, 10, 1), date(year + 1, 5, 31)),
        )
        for season, since, until in spans:
            set_schedule(
                actor=stage.cast.keeper, season=season, hours=_hours_of(since), since=since, until=until,
                basis=f"区政府办公室{year}年{season}作息时间通知", at=at, key=f"{key}:{since}",
            )  # fmt: skip


def _hours_of(day: date) -> DayHours:
    ruling = ask("作息时间", day, NOTHING_OWN, 月份=day.month)
    edges = (amount(ruling, edge) for edge in ("上午上班", "上午下班", "下午上班", "下午下班"))
    return DayHours(*(time(*divmod(minutes, 60)) for minutes in edges))


def _pay(stage: Stage, person: Person, at: datetime, key: str) -> None:
    service = service_on(person, stage.last)
    if service is None:
        return
    set_pay(
        actor=stage.cast.accountant, person=person, base=BASES[service.rank], allowance=ALLOWANCES[service.rank],
        bonus=BONUS, since=date(stage.first.year, 1, 1), basis=f"{stage.first.year}年工资变动审批表", at=at, key=key,
    )  # fmt: skip
