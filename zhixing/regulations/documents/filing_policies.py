"""Who sees what is filed: the section that hands it in, the office, and leaders (09-3)."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from zhixing.files import permission
from zhixing.files.models import StoredFile
from zhixing.organ.authority import holds
from zhixing.organ.policy import Viewer, register
from zhixing.organ.who import service_on
from zhixing.regulations.documents.models import FiledFile, FiledPaper, FilingList
from zhixing.regulations.documents.workflow.filing import CLERKS

Rows = QuerySet[Any]
LEADERS = frozenset({"办公室主任", "局领导", "局长"})


def lists(viewer: Viewer, rows: Rows) -> Rows:
    if viewer.person is None or "职员" not in viewer.roles:
        return rows.none()
    if viewer.roles & LEADERS or holds(viewer.person, CLERKS, viewer.day):
        return rows
    service = service_on(viewer.person, viewer.day)
    return rows.filter(section=service.section_id) if service else rows.none()


def of_lists(viewer: Viewer) -> Rows:
    return lists(viewer, FilingList.objects.filter(organ=viewer.organ)).order_by().values("pk")


def papers(viewer: Viewer, rows: Rows) -> Rows:
    return rows.filter(filing__in=of_lists(viewer))


def kept_files(viewer: Viewer, rows: Rows) -> Rows:
    return rows.filter(paper__filing__in=of_lists(viewer))


def stored(viewer: Viewer, rows: QuerySet[StoredFile]) -> QuerySet[StoredFile]:
    seen = kept_files(viewer, FiledFile.objects.filter(organ=viewer.organ))
    return rows.filter(pk__in=seen.order_by().values("file"))


def register_all() -> None:
    """Called once by the app when it is ready."""
    register(FilingList, lists)
    register(FiledPaper, papers)
    register(FiledFile, kept_files)
    permission.register_files(stored)
