"""限期事项 of the desk: what one bears that has a day and is neither a to-do nor a turn of a duty (01-3, 01-11, 13-5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.office.duties.reminders import borne_by, overdue, urgency
from zhixing.organ.days import calendar_of
from zhixing.organ.models import Person
from zhixing.organ.policy import Viewer
from zhixing.web.pages.notices import Spoken, places_of

SHOWN_ELSEWHERE = {"task", "duty"}


@dataclass(frozen=True, slots=True)
class Dated:
    """`word` is how near the day is, "" while there is time; `late` counts working days after it."""

    subject: str
    due: date
    word: str
    late: int
    address: str


def dated_of(viewer: Viewer, person: Person) -> list[Dated]:
    borne = borne_by(person, viewer.day, but=SHOWN_ELSEWHERE)
    spoken = [Spoken(n, one.object_kind, one.object_id) for n, one in enumerate(borne)]
    places, calendar = places_of(viewer, spoken), calendar_of(person.organ)
    return [
        Dated(
            one.subject,
            one.due,
            urgency(one.due, viewer.day, calendar),
            overdue(one.due, viewer.day, calendar),
            places.get(n, ""),
        )
        for n, one in enumerate(borne)
    ]


def pressing_of(viewer: Viewer, person: Person) -> list[Dated]:
    """Of these what is near, due or late."""
    return [one for one in dated_of(viewer, person) if one.word]
