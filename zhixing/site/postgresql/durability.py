"""What PostgreSQL must promise before anything is written to it, and how a broken promise is heard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

DEMANDED: Mapping[str, tuple[str, ...]] = {
    "synchronous_commit": ("on", "remote_apply"),
    "fsync": ("on",),
    "full_page_writes": ("on",),
    "data_checksums": ("on",),
}
QUESTION = "SELECT name, setting FROM pg_settings WHERE name = ANY(%s)"
# the server function that gives up waiting; its message is translated, its name is not
WAITING_FUNCTION = "SyncRepWaitForLSN"


class OutcomeUnknown(OperationalError):
    """Committed here, but no standby has confirmed it: send the act again with the same key."""


def refuse_unsafe(found: Mapping[str, str]) -> None:
    """Raises ImproperlyConfigured naming every setting that could lose an acknowledged act."""
    wrong = [
        f"{name}={found.get(name, '（无）')}（应为 {allowed[0]}）"
        for name, allowed in DEMANDED.items()
        if found.get(name) not in allowed
    ]
    if wrong:
        raise ImproperlyConfigured(f"拒绝启动：PostgreSQL 的设置可能丢失已确认的数据：{'、'.join(wrong)}。")


class Notices:
    """Hears what the server says beside its answers; psycopg swallows errors raised there, so it is kept."""

    def __init__(self) -> None:
        self.given_up = False

    def hear(self, diagnostic: Any) -> None:
        message = diagnostic.message_primary or ""
        if diagnostic.source_function == WAITING_FUNCTION or "synchronous replication" in message:
            self.given_up = True

    def raise_if_given_up(self) -> None:
        if self.given_up:
            self.given_up = False
            raise OutcomeUnknown("数据已写入主库，但备库未确认：请用同一标识重新提交。")
