"""Files whose act was never committed: the machine stopped between file and entry."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from zhixing.files import disk
from zhixing.files.models import StoredFile

# long after any transaction that might still name the file has ended
PATIENCE = timedelta(days=1)


def strays(now: datetime) -> list[Path]:
    """Files older than a day that no record names."""
    old = list(disk.older_than(now - PATIENCE))
    named = set(
        StoredFile.objects.filter(storage__in=[path.name for path in old]).values_list("storage", flat=True)
    )
    return [path for path in old if path.name not in named]


def collect(now: datetime) -> int:
    """Remove them and return how many there were; no record ever pointed to one of them."""
    found = strays(now)
    for path in found:
        path.unlink()
    return len(found)
