"""A month worked by the small bureau, and the acts that bring a record to a page."""

from datetime import date, time
from uuid import uuid4

from tests.web.attendance.desks import Desks, at
from zhixing.organ.days import calendar_of
from zhixing.organ.local_time import at_clock
from zhixing.regulations.attendance.models import Month, PayBase, Schedule, SignIn
from zhixing.regulations.attendance.workflow.day_view import days
from zhixing.regulations.attendance.workflow.month import open_month

BEGIN = date(2020, 1, 1)
OPENED = "2026-11-02 09:00"


def hours(desks: Desks) -> None:
    Schedule.objects.create(
        organ=desks.bureau.organ, season="全年", morning_from=time(8, 30), morning_to=time(12),
        afternoon_from=time(13, 30), afternoon_to=time(17), since=BEGIN, basis="区府办作息通知",
    )  # fmt: skip


def signs(
    desks: Desks, first: date, last: date, *, late: dict[str, int] | None = None, but: str = ""
) -> None:
    """Everybody is in on time; `late` says of whom the first so many mornings are not; `but` never signs in."""
    calendar = calendar_of(desks.bureau.organ)
    working = [day for day in days(first, last) if calendar.is_working(day)]
    rows = []
    for role, account in desks.bureau.accounts.items():
        if account.person is None or role == but:
            continue
        for place, day in enumerate(working):
            morning = time(8, 50) if place < (late or {}).get(role, 0) else time(8, 20)
            for half, clock in (("上午", morning), ("下午", time(13, 20))):
                when = at_clock(day, clock)
                rows.append(
                    SignIn(
                        organ=desks.bureau.organ, person=account.person, day=day, half=half, at=when,
                        source="考勤机", by=account.person, recorded_at=when,
                    )
                )  # fmt: skip
    SignIn.objects.bulk_create(rows)


def october(desks: Desks, *, late: dict[str, int] | None = None, but: str = "") -> Month:
    """October 2026, worked and opened on 2 November by the office."""
    hours(desks)
    signs(desks, date(2026, 10, 1), date(2026, 10, 31), late=late, but=but)
    open_month(actor=desks.person("办公室"), year=2026, month=10, at=at(OPENED), key=str(uuid4()))
    return Month.objects.get()


def pays(
    desks: Desks, role: str, *, base: int = 435_000, allowance: int = 50_000, bonus: int = 200_000
) -> None:
    PayBase.objects.create(
        organ=desks.bureau.organ, person=desks.person(role), base=base, allowance=allowance, bonus=bonus,
        since=BEGIN, basis="工资审批表",
    )  # fmt: skip
