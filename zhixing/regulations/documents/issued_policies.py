"""Who sees what goes out: the office and leaders, the drafting section, whoever acts on it, and the sections it names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from zhixing.files import permission
from zhixing.files.models import StoredFile
from zhixing.office.matters.models import Matter
from zhixing.organ.authority import holds
from zhixing.organ.policy import Viewer, register, visible
from zhixing.organ.who import service_on
from zhixing.regulations.documents.models import (
    Distribution,
    IssuedDocument,
    IssuedFile,
    IssuedSection,
    IssuedVersion,
)
from zhixing.regulations.documents.models.issued import DRAFT, FILED, SENT
from zhixing.regulations.documents.workflow.numbers import CLERKS

Rows = QuerySet[Any]
LEADERS = frozenset({"办公室主任", "局领导", "局长"})
# 类别 of a section -> words of an address that mean all of them
ALL_OF: Mapping[str, tuple[str, ...]] = {
    "内设科室": ("各科室", "机关各科室", "局机关各科室"),
    "下属单位": ("下属单位", "各下属单位", "局属各单位"),
}


def documents(viewer: Viewer, rows: Rows) -> Rows:
    """A draft is its drafter's own until it goes up."""
    person = viewer.person
    if person is None or "职员" not in viewer.roles:
        return rows.none()
    own = Q(drafter=person) | Q(matter__in=visible(viewer, Matter).order_by().values("pk"))
    if viewer.roles & LEADERS or holds(person, CLERKS, viewer.day):
        return rows.filter(own | ~Q(state=DRAFT))
    service = service_on(person, viewer.day)
    if service is not None:
        named = (service.section.name, *ALL_OF.get(service.section.kind, ()))
        inside = Q(distributions__recipient__in=named, state__in=(SENT, FILED))
        own |= (Q(section=service.section) & ~Q(state=DRAFT)) | Q(
            pk__in=rows.filter(inside).order_by().values("pk")
        )
    return rows.filter(own)


def beside(viewer: Viewer, rows: Rows) -> Rows:
    """What belongs to a document is seen with it."""
    seen = documents(viewer, IssuedDocument.objects.filter(organ=viewer.organ))
    return rows.filter(document__in=seen.order_by().values("pk"))


def files(viewer: Viewer, rows: QuerySet[StoredFile]) -> QuerySet[StoredFile]:
    seen = beside(viewer, IssuedFile.objects.filter(organ=viewer.organ))
    return rows.filter(pk__in=seen.order_by().values("file"))


def register_all() -> None:
    """Called once by the app when it is ready."""
    register(IssuedDocument, documents)
    for model in (IssuedSection, IssuedFile, IssuedVersion, Distribution):
        register(model, beside)
    permission.register_files(files)
