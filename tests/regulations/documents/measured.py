"""Reads an issued document back: every sign and every rule with its place in millimetres from the upper left corner."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium

POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Sign:
    """One character: its ink, its origin's height (the line it stands on), the size it is set in (points)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Rule:
    """One drawn line, its ends and its height without the breadth of the pen."""

    left: float
    right: float
    at: float
    thick: float
    red: bool


@dataclass(frozen=True, slots=True)
class Page:
    width: float
    height: float
    signs: tuple[Sign, ...]
    rules: tuple[Rule, ...]

    @property
    def text(self) -> str:
        return "".join(sign.text for sign in self.signs)

    @property
    def rows(self) -> list[list[Sign]]:
        """Signs by the line they stand on, from the top, each from the left."""
        ordered = sorted(self.signs, key=lambda sign: (round(sign.base, 1), sign.left))
        return [list(row) for _, row in groupby(ordered, key=lambda sign: round(sign.base, 1))]

    def row(self, text: str) -> list[Sign]:
        """The signs of a text that stands on one line."""
        for row in self.rows:
            said = "".join(sign.text for sign in row)
            if text in said:
                begin = said.index(text)
                return row[begin : begin + len(text)]
        raise LookupError(f"{text!r} stands on no line of the page")


def pages(pdf: bytes) -> list[Page]:
    book = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(book[n]) for n in range(len(book))]
    finally:
        book.close()


def _page(page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    text = page.get_textpage()
    signs = tuple(_signs(text, height))
    rules = tuple(_rules(page, height))
    text.close()
    page.close()
    return Page(width * POINT, height * POINT, signs, rules)


def _signs(text: pypdfium2.PdfTextPage, height: float) -> Iterator[Sign]:
    for n in range(text.count_chars()):
        said = chr(pdfium.FPDFText_GetUnicode(text, n))
        if said.isspace() or said == "\0":
            continue
        left, bottom, right, top = text.get_charbox(n)
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text, n, x, y)
        yield Sign(
            said, left * POINT, (height - top) * POINT, right * POINT, (height - bottom) * POINT,
            (height - y.value) * POINT, pdfium.FPDFText_GetFontSize(text, n),
        )  # fmt: skip


def _rules(page: pypdfium2.PdfPage, height: float) -> Iterator[Rule]:
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = one.get_bounds()
        matrix = one.get_matrix()
        thick = ctypes.c_float()
        pdfium.FPDFPageObj_GetStrokeWidth(one, thick)
        parts = [ctypes.c_uint() for _ in range(4)]
        pdfium.FPDFPageObj_GetStrokeColor(one, *parts)
        red, green = parts[0].value, parts[1].value
        pen = thick.value * abs(matrix.d)
        yield Rule(
            (left + pen) * POINT, (right - pen) * POINT, (height - (top + bottom) / 2) * POINT, pen * POINT,
            red > 2 * green,
        )  # fmt: skip
