"""Bytes on disk under random names, outside every folder that is served, fsynced before they count."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

NAME = re.compile(r"[0-9a-f]{48}")


def root() -> Path:
    return Path(settings.FILES_ROOT)


def place(storage: str) -> Path:
    """Raises ValueError for a name that is none of ours: no name leads anywhere else."""
    if not NAME.fullmatch(storage):
        raise ValueError("no name of a stored file")
    return root() / storage[:2] / storage


def write(content: bytes) -> str:
    """Store the bytes, file and folder both on the disk for good; returns the random name."""
    storage = secrets.token_hex(24)
    path = place(storage)
    if not path.parent.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        settle(path.parent.parent)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    settle(path.parent)
    return storage


def settle(folder: Path) -> None:
    """A new name survives a power cut only when its folder is fsynced too."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read(storage: str) -> bytes:
    return place(storage).read_bytes()


def older_than(before: datetime) -> Iterator[Path]:
    """Every stored file that was last written before that time."""
    for path in sorted(root().glob("??/*")):
        if NAME.fullmatch(path.name) and path.stat().st_mtime < before.timestamp():
            yield path
