"""归档文件目录 as PDF and Excel, and the package of a filed list with files, trail and metadata (09-3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from zhixing.digests import digest
from zhixing.files.store import open_checked
from zhixing.journal.canonical import canonical
from zhixing.journal.models import Entry
from zhixing.journal.receipts import receipt_of
from zhixing.office.papers.columns import Cell, Column, Kind
from zhixing.office.papers.envelope import Envelope
from zhixing.office.papers.form import print_form
from zhixing.office.papers.ledger import Ledger, write
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Person
from zhixing.regulations.documents.models import FiledPaper, FilingList
from zhixing.regulations.documents.models.filing import KEPT_BY_OFFICE
from zhixing.regulations.documents.workflow.statute import cite

TITLE, CLAUSE, KIND = "归档文件目录", "09-3", "归档移交清册"
TEMPLATE = Path(__file__).parent / "filing.typ"
COLUMNS = (
    Column("序号", Kind.WHOLE), Column("档号", width=34), Column("文号", width=22), Column("责任者", width=20),
    Column("题名", width=50), Column("日期", Kind.DATE), Column("密级"), Column("页数", Kind.WHOLE, summed=True),
    Column("备注", width=20),
)  # fmt: skip
UNCHANGING = (1980, 1, 1, 0, 0, 0)  # the same content makes the same bytes


@dataclass(frozen=True, slots=True)
class Printing:
    """Who asked for the paper, and when."""

    by: Person
    at: datetime


def papers_of(filing: FilingList) -> list[FiledPaper]:
    """In the order of the archive numbers once they are given."""
    kept = filing.papers.filter(left_out_for="").prefetch_related("files__file")
    return list(kept.order_by("archive_number", "order") if filing.state == KEPT_BY_OFFICE else kept)


def file_list_sheet(filing: FilingList, printing: Printing) -> bytes:
    rows: list[Sequence[Cell]] = [
        (order, one.archive_number, one.number, one.author, one.title, one.day, "", one.pages, one.remark)
        for order, one in enumerate(papers_of(filing), 1)
    ]
    return write(
        Ledger(
            title=TITLE, organ=filing.organ.name, period=f"{filing.section.name}　{filing.year}年度",
            made_by=printing.by.name, made_at=printing.at, columns=COLUMNS, rows=rows,
        )
    )  # fmt: skip


def print_file_list(filing: FilingList, printing: Printing) -> bytes:
    """The file list as PDF/A; a draft until the office has taken it over."""
    rows = [
        [str(order), one.archive_number, one.number, one.author, one.title, one.day.isoformat(), "", str(one.pages),
         one.remark]
        for order, one in enumerate(papers_of(filing), 1)
    ]  # fmt: skip
    data = {
        "section": filing.section.name, "year": f"{filing.year}年",
        "offered": _signed(filing.offered_by, filing.offered_on.isoformat() if filing.offered_on else ""),
        "taken": _signed(filing.taken_by, local(filing.taken_at).date().isoformat() if filing.taken_at else ""),
        "rows": rows, "count": str(len(rows)), "hash": f"{filing.alg}:{filing.hash}" if filing.hash else "",
        "basis": cite(CLAUSE, today(printing.at)),
    }  # fmt: skip
    last = (
        Entry.objects.filter(organ=filing.organ_id, object_kind=KIND, object_id=str(filing.pk))
        .order_by("seq")
        .last()
    )
    receipt = receipt_of(last) if last else None
    envelope = Envelope(
        organ=filing.organ.name, title=TITLE, number=f"{filing.section.name}{filing.year}", state=filing.state,
        by=printing.by.name, at=printing.at, draft=filing.state != KEPT_BY_OFFICE,
        receipt=receipt.text() if receipt else "", receipt_at=receipt.at if receipt else None,
    )  # fmt: skip
    return print_form(TEMPLATE, data, envelope)


def package(filing: FilingList, printing: Printing) -> bytes:
    """A ZIP: the list, what was sealed, and for each paper its files and its trail, with the digest of every part."""
    parts = dict(_parts(filing, printing))
    sums = {name: f"{filing.alg}:{digest(filing.alg, content)}" for name, content in parts.items()}
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in (*parts.items(), ("摘要.json", _json(sums))):
            archive.writestr(ZipInfo(name, UNCHANGING), content)
    return made.getvalue()


def _parts(filing: FilingList, printing: Printing) -> Iterator[tuple[str, bytes]]:
    about: dict[str, object] = {
        "单位": filing.organ.name, "科室": filing.section.name, "年度": filing.year, "全宗号": filing.fonds,
        "摘要": f"{filing.alg}:{filing.hash}",
    }  # fmt: skip
    yield "归档文件目录.xlsx", file_list_sheet(filing, printing)
    yield "归档文件目录.pdf", print_file_list(filing, printing)
    yield "元数据.json", _json({**about, "归档文件": filing.content})
    yield "流转记录.json", _json(_trail(filing))
    for paper in papers_of(filing):
        for order, kept in enumerate(paper.files.all(), 1):
            yield f"文件/{paper.archive_number}/{order:02d}-{kept.file.name}", open_checked(kept.file)


def _trail(filing: FilingList) -> dict[str, list[dict[str, str]]]:
    """What was done with each paper from its registration to its filing, by archive number."""
    named = {one.source: one.archive_number for one in papers_of(filing) if one.source}
    trail: dict[str, list[dict[str, str]]] = {archive_number: [] for archive_number in named.values()}
    for kind in {source.partition(":")[0] for source in named}:
        for one in Entry.objects.filter(organ=filing.organ_id, object_kind=kind).order_by("seq"):
            archive_number = named.get(f"{kind}:{one.object_id}")
            if archive_number:
                trail[archive_number].append(_step(one))
    return trail


def _step(entry: Entry) -> dict[str, str]:
    return {
        "时间": local(entry.at).isoformat(), "办理人": entry.actor, "办理": entry.action,
        "回执": receipt_of(entry).text(),
    }  # fmt: skip


def _signed(person: Person | None, day: str) -> str:
    return f"{person.name}　{day}" if person else ""


def _json(content: object) -> bytes:
    return canonical(content).encode()
