"""Who sees what of a life meeting: the party group and the office its way, the members alone what they said there."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, Q, QuerySet

from zhixing.files import permission
from zhixing.files.models import StoredFile
from zhixing.office.meetings.models import RollLine
from zhixing.organ.models import Person
from zhixing.organ.policy import Viewer, register
from zhixing.regulations.democratic_life.models import (
    AbsentStatement,
    Content,
    Criticism,
    DayMove,
    Followup,
    LifeMeeting,
    LifeOpinion,
    Material,
    Measure,
    MemberTalk,
    OpinionSummary,
    Problem,
    SuperiorReport,
)
from zhixing.regulations.democratic_life.workflow.parties import is_member, is_office

Rows = QuerySet[Any]


def staff(viewer: Viewer) -> Person | None:
    return viewer.person if viewer.person is not None and "职员" in viewer.roles else None


def takes_part(viewer: Viewer) -> bool:
    """The party group of the day and the office director."""
    person = staff(viewer)
    return person is not None and (is_member(person, viewer.day) or is_office(person, viewer.day))


def cases(viewer: Viewer, rows: Rows) -> Rows:
    """That a meeting is planned, its day and theme, is for all staff: they are asked for their opinions."""
    return rows if staff(viewer) else rows.none()


def inside(viewer: Viewer, rows: Rows) -> Rows:
    return rows if takes_part(viewer) else rows.none()


def opinions(viewer: Viewer, rows: Rows) -> Rows:
    """Beside the party group and the office everybody sees what he signed himself."""
    person = staff(viewer)
    if person is None:
        return rows.none()
    return rows if takes_part(viewer) else rows.filter(person=person)


def materials(viewer: Viewer, rows: Rows) -> Rows:
    """What members wrote about themselves is for members."""
    person = staff(viewer)
    return rows if person is not None and is_member(person, viewer.day) else rows.none()


def said_in_the_room(viewer: Viewer, rows: Rows) -> Rows:
    """13-6: whoever was due as a member of that meeting; not the office, not who joined the group later."""
    person = staff(viewer)
    if person is None:
        return rows.none()
    seats = RollLine.objects.filter(organ=viewer.organ, person=person, capacity="应到", roll__stage="开会")
    return rows.filter(case__meeting__in=seats.values("roll__meeting"))


def statements(viewer: Viewer, rows: Rows) -> Rows:
    """As above; before the opening each sees his own."""
    person = staff(viewer)
    if person is None:
        return rows.none()
    known = said_in_the_room(viewer, rows)
    return rows.filter(Q(pk__in=known.values("pk")) | Q(person=person))


def problems(viewer: Viewer, rows: Rows) -> Rows:
    """Whoever has to mend one sees that one."""
    person = staff(viewer)
    if person is None:
        return rows.none()
    return rows if takes_part(viewer) else rows.filter(measures__person=person).distinct()


def measures(viewer: Viewer, rows: Rows) -> Rows:
    person = staff(viewer)
    if person is None:
        return rows.none()
    return rows if takes_part(viewer) else rows.filter(person=person)


def followups(viewer: Viewer, rows: Rows) -> Rows:
    seen = measures(viewer, Measure.objects.filter(organ=viewer.organ))
    return rows.filter(measure__in=seen.values("pk"))


def files_of_cases(viewer: Viewer, files: QuerySet[StoredFile]) -> QuerySet[StoredFile]:
    """Reports for whoever takes part, materials for the members."""
    reports = inside(viewer, SuperiorReport.objects.filter(organ=viewer.organ))
    papers = materials(viewer, Material.objects.filter(organ=viewer.organ)).exclude(file=None)
    return files.filter(Q(pk__in=reports.values("file")) | Q(pk__in=papers.values("file")))


def register_all() -> None:
    """Called once by the app when it is ready."""
    register(LifeMeeting, cases)
    of_the_way: tuple[type[Model], ...] = (Content, DayMove, MemberTalk, OpinionSummary, SuperiorReport)
    for model in of_the_way:
        register(model, inside)
    register(LifeOpinion, opinions)
    register(Material, materials)
    register(Criticism, said_in_the_room)
    register(AbsentStatement, statements)
    register(Problem, problems)
    register(Measure, measures)
    register(Followup, followups)
    permission.register_files(files_of_cases)
