"""年度用印登记簿 on paper: one line for each stamping, void lines with their reason (17-8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zhixing.office.papers.form import print_form
from zhixing.office.registers.book import VOID
from zhixing.office.registers.models import Line, YearBook
from zhixing.regulations.seals.models import Seal
from zhixing.regulations.seals.papers.printed import HERE, Printing, moment
from zhixing.regulations.seals.workflow.lines import COLUMNS as OF_USE
from zhixing.regulations.seals.workflow.lines import says_of, stampings_of

TITLE, TEMPLATE, CLAUSE = "机关印章使用审批登记簿", HERE / "year_book.typ", "17-8"
COLUMNS = ("序号", "日期", *OF_USE, VOID)
ON_PAPER = tuple(head for head in COLUMNS if head not in {VOID, "印章名称"})


def rows_of(lines: Sequence[Line]) -> list[Mapping[str, str]]:
    """Every line by its heads, all stampings in one query."""
    stampings = stampings_of(lines)
    return [_row(line, says_of(stampings[line.source]) if line.source in stampings else {}) for line in lines]


def _row(line: Line, said: Mapping[str, str]) -> dict[str, str]:
    void = f"作废：{line.void_reason}" if line.void else ""
    return {"序号": str(line.number), "日期": line.day.isoformat(), **said, VOID: void}


def year_book(
    seal: Seal, year: int, lines: Sequence[Line], filed: YearBook | None, printing: Printing
) -> dict[str, object]:
    """Everything year_book.typ shows."""
    rows = [
        [said.get(head, "") if head != "备注" else _remark(said) for head in ON_PAPER]
        for said in rows_of(lines)
    ]
    state = (
        f"{filed.sealed_by.name}{moment(filed.sealed_at)}归档，摘要{filed.alg}:{filed.hash}"
        if filed
        else "没有归档"
    )
    return {
        "heads": ON_PAPER, "rows": rows, "seal": seal.kept.name, "year": f"{year}年", "filed": state,
        "basis": printing.basis(CLAUSE),
    }  # fmt: skip


def _remark(said: Mapping[str, str]) -> str:
    return "；".join(filter(None, (said.get("备注", ""), said.get(VOID, ""))))


def print_year(
    seal: Seal, year: int, lines: Sequence[Line], filed: YearBook | None, printing: Printing
) -> bytes:
    """PDF/A, to be bound."""
    state = "已归档" if filed else "在登记"
    envelope = printing.of_register(seal.organ, TITLE, f"{seal.kept.number}　{year}年", state)
    return print_form(TEMPLATE, year_book(seal, year, lines, filed, printing), envelope)
