"""Django's SQLite backend with a write lock, checkpoints of its own and its settings read back."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError
from django.db.backends.sqlite3 import base

from zhixing.site.sqlite.lock import WriteLock
from zhixing.site.sqlite.version import warn_once

READS = ("SELECT", "PRAGMA", "EXPLAIN", "BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK")
OWNER_ALONE = 0o600
EXPECTED = {"synchronous": 2, "mmap_size": 0, "wal_autocheckpoint": 0}


class DatabaseWrapper(base.DatabaseWrapper):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lock: WriteLock | None = None
        self.execute_wrappers.append(self._lone_write)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        name = str(conn_params["database"])
        if not self.is_in_memory_db():
            Path(name).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            private(Path(name))
            self.lock = WriteLock(name)
        return super().get_new_connection(conn_params)

    def init_connection_state(self) -> None:
        super().init_connection_state()
        warn_once(sqlite3.sqlite_version_info)
        if self.lock is not None:
            refuse_other_settings(self.connection)

    def _take_lock(self) -> None:
        if self.lock and not self.lock.held and not self.lock.take(self.settings_dict["OPTIONS"]["timeout"]):
            raise OperationalError("database is locked")

    def _give_lock_back(self) -> None:
        if self.lock:
            self.lock.give_back()

    def _start_transaction_under_autocommit(self) -> None:
        self.ensure_connection()
        self._take_lock()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # Django's stubs leave it out
        except BaseException:
            self._give_lock_back()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]  # Django's stubs leave it out
        self._checkpoint()
        self._give_lock_back()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]  # Django's stubs leave it out
        finally:
            self._give_lock_back()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # Django's stubs leave it out
        finally:
            self._give_lock_back()

    def _checkpoint(self) -> None:
        """Under the lock and after the commit; PASSIVE waits for no reader, the next one finishes it."""
        if self.lock is None or not self.lock.held or self.connection.in_transaction:
            return
        if self.lock.checkpoint_is_due():
            self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    def _lone_write(self, execute: Callable[..., Any], sql: str, params: Any, many: Any, context: Any) -> Any:
        """A statement outside a transaction writes as well: it takes the lock for itself."""
        if self.lock is None or self.lock.held or sql.lstrip()[:9].upper().startswith(READS):
            return execute(sql, params, many, context)
        self._take_lock()
        try:
            return execute(sql, params, many, context)
        finally:
            if (
                " RETURNING " not in sql
            ):  # its rows are still to be read: SQLite refuses a checkpoint till then
                self._checkpoint()
            self._give_lock_back()


def private(database: Path) -> None:
    """Readable by the owner alone; SQLite gives its log and index the mode of the file itself.

    A file that exists is never opened here: closing it would drop the locks other connections hold on it.
    """
    try:
        os.close(os.open(database, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, OWNER_ALONE))
    except FileExistsError:
        for file in (database, Path(f"{database}-wal"), Path(f"{database}-shm")):
            if file.exists() and file.stat().st_uid == os.geteuid():
                file.chmod(OWNER_ALONE)


def refuse_other_settings(connection: Any) -> None:
    """Raises ImproperlyConfigured when SQLite did not take a setting that durability rests on."""
    found: dict[str, object] = {name: connection.execute(f"PRAGMA {name}").fetchone() for name in EXPECTED}
    wrong = [
        f"{name}={value[0]}"
        for name, value in found.items()
        if isinstance(value, tuple) and value[0] != EXPECTED[name]
    ]
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    if mode != "wal":
        wrong.append(f"journal_mode={mode}")
    if wrong:
        raise ImproperlyConfigured(f"拒绝启动：SQLite 未采用持久化所需的设置（{'、'.join(wrong)}）。")
