"""The heads of all chains, written where the database's keeper has no hand: JSON lines, each one fsynced.

Put the file on another host or an append-only medium; what is cut off or rewritten after a line was
written no longer agrees with it.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from zhixing.journal.canonical import canonical, instant
from zhixing.journal.models import Entry, Head

TAIL = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Witnessed:
    """One line of the witness file: the chain of `organ` ended with `hash` at `seq`."""

    organ: str
    seq: int
    hash: str
    line: int


def bear_witness(path: Path) -> int:
    """Append the heads of all chains that moved since the file's last lines; returns how many were written."""
    known = {(seen.organ, seen.seq, seen.hash) for seen in parsed(tail(path))[0]}
    heads = Head.objects.filter(seq__gt=0).order_by("organ")
    fresh = [head for head in heads if (head.organ, head.seq, head.hash) not in known]
    append(path, (line_of(head) for head in fresh))
    return len(fresh)


def line_of(head: Head | Entry) -> str:
    at = instant(head.at) if head.at else ""
    return canonical({"organ": head.organ, "seq": head.seq, "alg": head.alg, "hash": head.hash, "at": at})


def append(path: Path, lines: Iterable[str]) -> None:
    """Whole lines only, one writer at a time, on the disk before this returns."""
    text = "".join(f"{line}\n" for line in lines)
    if not text:
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    with open(handle, "ab", buffering=0) as file:  # noqa: PTH123 -- a path cannot be opened append-only with a mode
        fcntl.flock(file, fcntl.LOCK_EX)
        file.write(text.encode())
        os.fsync(file.fileno())


def read(path: Path) -> tuple[list[Witnessed], list[int]]:
    """Every line that can be read, and the numbers of those that cannot."""
    return parsed(path.read_text(encoding="utf-8", errors="replace").splitlines() if path.exists() else [])


def tail(path: Path) -> list[str]:
    """The last lines alone: the file only grows, and most heads have moved lately or not at all."""
    if not path.exists():
        return []
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL))
        return file.read().decode("utf-8", errors="replace").splitlines()


def parsed(lines: Sequence[str]) -> tuple[list[Witnessed], list[int]]:
    seen: list[Witnessed] = []
    spoilt: list[int] = []
    for number, line in enumerate(lines, 1):
        try:
            value = json.loads(line)
            seen.append(Witnessed(str(value["organ"]), int(value["seq"]), str(value["hash"]), number))
        except (ValueError, KeyError, TypeError):
            spoilt.append(number)
    return seen, spoilt
