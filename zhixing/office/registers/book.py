"""What a register says: its lines as the paper has them, and whether a filed book still is what was filed."""

from __future__ import annotations

from zhixing.digests import digest
from zhixing.journal.canonical import canonical
from zhixing.office.registers.kinds import kind_of
from zhixing.office.registers.models import Kept, Line, YearBook

VOID = "作废"


def is_filed(kept: Kept, year: int) -> bool:
    return kept.books.filter(year=year).exists()


def lines_of(kept: Kept, year: int) -> list[Line]:
    return list(kept.lines.filter(year=year).select_related("kept", "put_by", "voided_by"))


def said(line: Line) -> dict[str, str]:
    """序号, 日期, the regulation's own columns; a void line says so and keeps its number."""
    columns = {name: str(value) for name, value in kind_of(line.kept).says(line).items()}
    void = {VOID: f"作废：{line.void_reason}"} if line.void else {}
    return {"序号": str(line.number), "日期": line.day.isoformat(), **columns, **void}


def content_of(kept: Kept, year: int) -> list[dict[str, str]]:
    return [said(line) for line in lines_of(kept, year)]


def digest_of(content: object, alg: str) -> str:
    return digest(alg, canonical(content).encode())


def untouched(book: YearBook) -> bool:
    """Whether the filed content still is what its digest was taken of."""
    return digest_of(book.content, book.alg) == book.hash
