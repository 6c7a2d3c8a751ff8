"""The lines of a seal's book as a page shows them: all stampings in one query, void lines with their reason."""

from __future__ import annotations

from collections.abc import Iterable

from zhixing.office.registers.models import Line
from zhixing.regulations.seals.models import Stamping
from zhixing.regulations.seals.workflow.lines import says_of, stampings_of

FEW = 10
Said = dict[str, str]


def lines_shown(lines: Iterable[Line]) -> list[tuple[Line, Stamping | None, Said]]:
    rows = list(lines)
    found = stampings_of(rows)
    return [(line, found.get(line.source), _said(found.get(line.source))) for line in rows]


def _said(stamping: Stamping | None) -> Said:
    return says_of(stamping) if stamping else {}
