"""Who sees the records of 17 (domain 4.10): the default is no."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, Q, QuerySet

from zhixing.files import permission
from zhixing.files.models import StoredFile
from zhixing.office.matters.models import Task
from zhixing.organ.models import Holding, Portfolio
from zhixing.organ.policy import Rule, Viewer, register
from zhixing.regulations.seals.models import (
    CarryOut,
    Coercion,
    Custody,
    Designation,
    Destruction,
    Incident,
    Seal,
    SealUse,
    Stamping,
)
from zhixing.regulations.seals.workflow.register import inside

Rows = QuerySet[Any]
AUDITORS = frozenset({"局长", "纪检"})


def staff(viewer: Viewer, rows: Rows) -> Rows:
    """What seals there are and who keeps them, everybody in the house knows."""
    return rows if _on_staff(viewer) else rows.none()


def uses(viewer: Viewer, rows: Rows) -> Rows:
    """Whoever asked, handles or handled it, heads or leads the section, keeps the seal; a draft is its writer's."""
    person = viewer.person
    if person is None or not _on_staff(viewer):
        return rows.none()
    own = Q(person=person)
    if inside(viewer):
        return rows.filter(own | ~Q(status="草稿"))
    handled = Task.objects.filter(organ=viewer.organ, person=person).values("matter")
    led = Portfolio.objects.on(viewer.day).filter(organ=viewer.organ, leader=person).values("section")
    headed = Holding.objects.on(viewer.day).filter(organ=viewer.organ, person=person, post="科室负责人")
    seen = (
        Q(matter__in=handled)
        | Q(section__in=led)
        | Q(section__in=headed.exclude(section=None).values("section"))
        | Q(seal__kept__keeper=person)
        | Q(seal__kept__holder=person)
    )
    return rows.filter(own | (seen & ~Q(status="草稿"))).distinct()


def stampings(viewer: Viewer, rows: Rows) -> Rows:
    seen = uses(viewer, SealUse.objects.filter(organ=viewer.organ))
    return rows.filter(use__in=seen.order_by().values("pk"))


def carries(viewer: Viewer, rows: Rows) -> Rows:
    return _of_matter(viewer, rows, "use__seal__kept", Q(person=viewer.person))


def custodies(viewer: Viewer, rows: Rows) -> Rows:
    return _of_matter(viewer, rows, "seal__kept", Q(person=viewer.person))


def _of_matter(viewer: Viewer, rows: Rows, kept: str, own: Q) -> Rows:
    person = viewer.person
    if person is None or not _on_staff(viewer):
        return rows.none()
    if inside(viewer):
        return rows.filter(own | ~Q(status="草稿"))
    handled = Task.objects.filter(organ=viewer.organ, person=person).values("matter")
    seen = Q(matter__in=handled) | Q(**{f"{kept}__keeper": person}) | Q(**{f"{kept}__holder": person})
    if kept == "seal__kept":
        seen |= Q(deputy=person)
    return rows.filter(own | (seen & ~Q(status="草稿"))).distinct()


def coercions(viewer: Viewer, rows: Rows) -> Rows:
    """The chief and the discipline head, and whoever wrote it; whom it is about sees nothing (17-9)."""
    person = viewer.person
    if person is None or not _on_staff(viewer):
        return rows.none()
    if viewer.roles & AUDITORS:
        return rows.filter(Q(reporter=person) | ~Q(about=person))
    return rows.filter(reporter=person)


def incidents(viewer: Viewer, rows: Rows) -> Rows:
    person = viewer.person
    if person is None or not _on_staff(viewer):
        return rows.none()
    if inside(viewer):
        return rows
    return rows.filter(Q(by=person) | Q(seal__kept__keeper=person) | Q(seal__kept__holder=person))


def files(viewer: Viewer, rows: QuerySet[StoredFile]) -> QuerySet[StoredFile]:
    """Materials of the uses that the viewer sees; impressions, whoever reads the books or keeps the seal."""
    if viewer.person is None or not _on_staff(viewer):
        return rows.none()
    seen = uses(viewer, SealUse.objects.filter(organ=viewer.organ)).order_by().exclude(file=None)
    seals = Seal.objects.filter(organ=viewer.organ).exclude(impression=None)
    if not inside(viewer):
        seals = seals.filter(Q(kept__keeper=viewer.person) | Q(kept__holder=viewer.person))
    return rows.filter(Q(pk__in=seen.values("file")) | Q(pk__in=seals.order_by().values("impression")))


def _on_staff(viewer: Viewer) -> bool:
    return "职员" in viewer.roles


RULES: tuple[tuple[Rule, tuple[type[Model], ...]], ...] = (
    (staff, (Seal, Designation, Destruction)),
    (uses, (SealUse,)),
    (stampings, (Stamping,)),
    (carries, (CarryOut,)),
    (custodies, (Custody,)),
    (coercions, (Coercion,)),
    (incidents, (Incident,)),
)


def register_all() -> None:
    """Called once by the app when it is ready."""
    permission.register_files(files)
    for rule, models in RULES:
        for model in models:
            register(model, rule)
