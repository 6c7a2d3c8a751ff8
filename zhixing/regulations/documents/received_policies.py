"""Who sees what came in: clerk, office director, chief; and whoever reads, signs or does that one paper."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from zhixing.files import permission
from zhixing.files.models import StoredFile
from zhixing.office.circulation.models import Sheet
from zhixing.organ.models import Portfolio
from zhixing.organ.policy import Viewer, register, visible
from zhixing.regulations.documents.models import (
    ClassifiedNumber,
    HandedIn,
    PaperLoan,
    ReceivedDocument,
    ReceivedFile,
)
from zhixing.regulations.documents.workflow.received_round import inside, manages

Rows = QuerySet[Any]


def staff(viewer: Viewer) -> bool:
    return viewer.person is not None and "职员" in viewer.roles


def oversees(viewer: Viewer) -> bool:
    """The office, the chief, and the leader in charge of the office."""
    if inside(viewer):
        return True
    led = Portfolio.objects.on(viewer.day).filter(
        organ=viewer.organ, leader=viewer.person, section__name="办公室"
    )
    return led.exists()


def received(viewer: Viewer, rows: Rows) -> Rows:
    if not staff(viewer):
        return rows.none()
    if oversees(viewer):
        return rows
    return rows.filter(sheet__in=visible(viewer, Sheet).order_by().values("pk"))


def received_files(viewer: Viewer, rows: Rows) -> Rows:
    seen = received(viewer, ReceivedDocument.objects.filter(organ=viewer.organ))
    return rows.filter(document__in=seen.order_by().values("pk"))


def handed_in(viewer: Viewer, rows: Rows) -> Rows:
    if not staff(viewer):
        return rows.none()
    return rows if oversees(viewer) else rows.filter(by=viewer.person)


def classified(viewer: Viewer, rows: Rows) -> Rows:
    clerk = viewer.person is not None and manages(viewer.person, viewer.day)
    return rows if staff(viewer) and clerk else rows.none()


def loans(viewer: Viewer, rows: Rows) -> Rows:
    """One's own; the office and its leader see all."""
    if not staff(viewer):
        return rows.none()
    own = Q(borrower=viewer.person) | Q(asked_by=viewer.person) | Q(approved_by=viewer.person)
    return rows if oversees(viewer) else rows.filter(own)


def files(viewer: Viewer, rows: QuerySet[StoredFile]) -> QuerySet[StoredFile]:
    """What is attached to a paper opens with it."""
    seen = received_files(viewer, ReceivedFile.objects.filter(organ=viewer.organ))
    return rows.filter(pk__in=seen.order_by().values("file"))


def register_all() -> None:
    """Called once by the app when it is ready."""
    register(ReceivedDocument, received)
    register(ReceivedFile, received_files)
    register(HandedIn, handed_in)
    register(ClassifiedNumber, classified)
    register(PaperLoan, loans)
    permission.register_files(files)
