"""What of running cases has a day: a recommendation that expires, a notice that ends, an appointment (04-2b, 04-6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from zhixing.office.duties.reminders import Open, register_source
from zhixing.office.publication.period import standing
from zhixing.organ.models import Organ
from zhixing.regulations.appointments.models import Case
from zhixing.regulations.appointments.workflow.announce import notice_of
from zhixing.regulations.appointments.workflow.parties import office_directors
from zhixing.regulations.appointments.workflow.telling import KIND
from zhixing.regulations.appointments.workflow.validity import validity

AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Deadline:
    """`last` is the day until when or, where nothing reminds, from when something may be done."""

    what: str
    last: date
    clause: str
    estimated: bool = False
    reminds: bool = True


def register() -> None:
    """Called once by the app when it is ready."""
    register_source("appointment", undone)


def deadlines(case: Case, day: date) -> list[Deadline]:
    """What is due when, for the page and for reminders; nothing for a case that does not run."""
    return [*_validity(case), *_notice(case, day)] if case.state == "办理中" else []


def undone(organ: Organ, day: date) -> Iterator[Open]:
    """The lines name neither post nor candidate."""
    bearers = tuple(office_directors(organ, day))
    for case in Case.objects.filter(organ=organ, state="办理中").select_related("organ"):
        for one in deadlines(case, day):
            if one.reminds and one.last - day <= AHEAD:
                yield Open(KIND, str(case.pk), f"{case.number}{one.what}", one.last, bearers)


def _validity(case: Case) -> Iterable[Deadline]:
    """Until the party group has decided the result must still be valid."""
    found = validity(case) if case.step in {2, 3, 4} else None
    if found is not None:
        yield Deadline("推荐结果有效期", found.last, "04-2b")


def _notice(case: Case, day: date) -> Iterable[Deadline]:
    notice = notice_of(case) if case.step_name == "任前公示" else None
    if notice is None or notice.last_day is None:
        return
    now = standing(notice, day)
    if not now.over:
        yield Deadline("公示期", notice.last_day, "04-6", now.estimated)
    elif now.actionable is not None and not now.open and not now.barred:
        yield Deadline("可以办理任职", now.actionable, "04-7", now.estimated, reminds=False)
