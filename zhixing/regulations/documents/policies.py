"""Who sees the records of 09: the number book is the office's, and read by leaders."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from zhixing.organ.authority import holds
from zhixing.organ.policy import Viewer, register
from zhixing.regulations.documents.models import DocumentNumber
from zhixing.regulations.documents.workflow.numbers import CLERKS

LEADERS = frozenset({"办公室主任", "局领导", "局长"})


def numbers(viewer: Viewer, rows: QuerySet[Any]) -> QuerySet[Any]:
    clerk = viewer.person is not None and holds(viewer.person, CLERKS, viewer.day)
    return rows if clerk or viewer.roles & LEADERS else rows.none()


def register_all() -> None:
    """Called once by the app when it is ready."""
    register(DocumentNumber, numbers)
