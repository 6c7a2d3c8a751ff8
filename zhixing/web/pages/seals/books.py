"""年度用印登记簿: a year of a seal filed under its digest, on paper and as Excel (17-8)."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from operator import attrgetter as of
from typing import Any

from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from zhixing.journal.write import Receipt
from zhixing.office.papers.columns import Cell, Column, Kind
from zhixing.office.registers.acts.lines import file_book
from zhixing.office.registers.book import untouched
from zhixing.office.registers.models import Line, YearBook
from zhixing.organ.policy import visible
from zhixing.regulations.seals.models import Seal
from zhixing.regulations.seals.papers.printed import Printing
from zhixing.regulations.seals.papers.year_book import COLUMNS, print_year, rows_of
from zhixing.regulations.seals.workflow.gate import manages
from zhixing.regulations.seals.workflow.register import REGISTER
from zhixing.web.list_export import sheet_xlsx
from zhixing.web.pages.records import Book, Entry, Shown
from zhixing.web.pages.seals.register_forms import BookForm
from zhixing.web.pages.seals.wrongs import keeps_any
from zhixing.web.requests import DeskRequest, acting, looking

WIDE = {"用印事由": 40, "文件名称、文号": 40, "印章名称": 24, "备注": 24}
WHOLE = frozenset({"序号", "用印份数", "页数"})


def file_of(*, seal: Seal, **given: Any) -> Receipt:
    return file_book(kept=seal.kept, **given)


def of_book(_: DeskRequest, book: YearBook) -> Mapping[str, Any]:
    heads = [head for head in COLUMNS if head != "印章名称"]
    return {
        "heads": heads,
        "rows": [[(head, line.get(head, "")) for head in heads] for line in book.content],
        "untouched": untouched(book),
        "seal": Seal.objects.filter(kept=book.kept).first(),
    }


BOOKS = Book(
    name="seal_books", title="年度登记簿", model=YearBook, clause="17-8",
    hint="过了年底，由办公室和管着印章的科室把上一年的登记簿整理归档。", related=("kept", "sealed_by"),
    order=("-year", "kept_id"), search=("kept__name",), search_label="印章", icon="journal-bookmark",
    beside=of_book, template="web/seals/book.html",
    columns=(
        Shown("登记簿", str, width=40), Shown("年度", lambda one: f"{one.year}年"), Shown("条数", of("lines"), Kind.WHOLE),
        Shown("归档人", lambda one: one.sealed_by.name), Shown("归档时间", of("sealed_at"), Kind.MOMENT),
    ),
    entry=Entry(
        "归档登记簿", BookForm, file_of, "登记簿已归档，这一年的登记不再变动。",
        lambda request: manages(acting(request), looking(request).day) or keeps_any(request),
    ),
)  # fmt: skip


def of_year(request: DeskRequest, number: int, year: int) -> tuple[Seal, list[Line]]:
    """The lines that this person may read; a year without any is not there."""
    seal = get_object_or_404(visible(looking(request), Seal).select_related("kept", "organ"), pk=number)
    rows = visible(looking(request), Line).filter(kept=seal.kept, kept__register=REGISTER, year=year)
    lines = list(rows.select_related("kept").order_by("number"))
    if not lines:
        raise Http404
    return seal, lines


@require_safe
def year_print(request: DeskRequest, number: int, year: int) -> HttpResponseBase:
    seal, lines = of_year(request, number, year)
    filed = YearBook.objects.filter(kept=seal.kept, year=year).select_related("sealed_by").first()
    paper = print_year(seal, year, lines, filed, Printing(acting(request), request.at))
    return FileResponse(BytesIO(paper), filename=f"{year}年度{seal.kept.name}用印登记簿.pdf")


@require_safe
def year_export(request: DeskRequest, number: int, year: int) -> HttpResponseBase:
    seal, lines = of_year(request, number, year)
    columns = tuple(
        Column(head, Kind.WHOLE if head in WHOLE else Kind.TEXT, width=WIDE.get(head, 0)) for head in COLUMNS
    )
    rows = [[_cell(head, said.get(head, "")) for head in COLUMNS] for said in rows_of(lines)]
    return sheet_xlsx(request, f"{year}年度{seal.kept.name}用印登记簿", columns, rows, len(rows))


def _cell(head: str, said: str) -> Cell:
    return int(said) if head in WHOLE and said.isdecimal() else said
