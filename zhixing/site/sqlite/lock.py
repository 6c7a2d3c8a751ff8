"""One writer or checkpoint at a time, across threads and processes, by a lock file beside the database.

SQLite before 3.51.3 can damage a database when one connection resets the write-ahead log while another
writes or checkpoints; behind this lock they never meet.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections import Counter
from pathlib import Path

PAUSE_MILLISECONDS = 2
COMMITS_PER_CHECKPOINT = 200

_commits: Counter[str] = Counter()


class WriteLock:
    """Held by one connection from BEGIN to COMMIT."""

    def __init__(self, database: str) -> None:
        self.database = database
        self.path = Path(f"{database}-lock")
        self.handle: int | None = None

    @property
    def held(self) -> bool:
        return self.handle is not None

    def take(self, seconds: int) -> bool:
        """Wait at most `seconds`; False where another writer kept the lock all that time."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        until = time.monotonic() + seconds
        while not locked(handle):
            if time.monotonic() > until:
                os.close(handle)
                return False
            time.sleep(PAUSE_MILLISECONDS / 1000)
        self.handle = handle
        return True

    def give_back(self) -> None:
        if self.handle is not None:
            handle, self.handle = self.handle, None
            os.close(handle)

    def checkpoint_is_due(self) -> bool:
        """Counts this process's commits; every so many of them the log is copied into the database."""
        _commits[self.database] += 1
        return _commits[self.database] % COMMITS_PER_CHECKPOINT == 0


def locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
