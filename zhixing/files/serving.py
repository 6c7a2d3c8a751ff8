"""Handing a file to a browser: after the policy, unchanged, to be saved and never shown in the page."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from zhixing.files.kinds import KINDS
from zhixing.files.models import StoredFile
from zhixing.files.permission import Looker, may_open
from zhixing.files.store import Tampered, open_checked

alarm = logging.getLogger("zhixing.alarm")


class NotThere(LookupError):
    """No such file for this viewer; whether there is one for somebody else is not said."""


@dataclass(frozen=True, slots=True)
class Served:
    """The answer's body and every header that it must carry."""

    content: bytes
    headers: Mapping[str, str]


def serve(looker: Looker, number: int) -> Served:
    """The file with this number (never a path).

    Raises NotThere (404) for what the viewer may not open, Tampered (409) where the bytes are not those
    that were taken in; that is told to the alarm log as well.
    """
    stored = StoredFile.objects.filter(pk=number, organ=str(looker.organ.pk)).first()
    if stored is None or not may_open(looker, stored):
        raise NotThere(number)
    try:
        content = open_checked(stored)
    except Tampered:
        alarm.critical("附件%s（%s）缺失或已被替换", stored.pk, stored.organ)
        raise
    return Served(content, headers(stored))


def headers(stored: StoredFile) -> dict[str, str]:
    """Saved under its own name, its type never guessed, and powerless should it be opened all the same."""
    return {
        "Content-Type": KINDS.get(stored.kind, "application/octet-stream"),
        "Content-Disposition": disposition(stored),
        "Content-Length": str(stored.size),
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
    }


def disposition(stored: StoredFile) -> str:
    """RFC 6266: a plain name for old programs, the Chinese one beside it."""
    return (
        f"attachment; filename=\"{stored.pk}.{stored.kind}\"; filename*=UTF-8''{quote(stored.name, safe='')}"
    )
