"""The text of DOCX, XLSX and OFD: every part that carries words, headers, cells and text boxes alike."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from zhixing.files.archives import is_xml, opened
from zhixing.files.unfit import Unfit, not_what_it_says

# where one piece of text ends: paragraph, cell, shared string, header, OFD text object
BLOCKS = frozenset(
    {
        "p",
        "c",
        "si",
        "row",
        "oddHeader",
        "evenHeader",
        "firstHeader",
        "oddFooter",
        "evenFooter",
        "firstFooter",
        "TextObject",
        "title",
        "subject",
        "creator",
        "keywords",
        "description",
        "category",
    }
)
BREAKS = frozenset({"br", "cr", "tab"})
EMBEDDED = (".docx", ".xlsx")
HYPERLINK = "/hyperlink"
SPOILT = (ParseError, DefusedXmlException, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError,
          RuntimeError)  # fmt: skip


def package_text(content: bytes, main: str) -> str:
    """The text of a package whose main part is `main`; raises Unfit."""
    with opened(content) as package:
        if main not in package.namelist():
            not_what_it_says("docx、xlsx 或 ofd ")
        try:
            return own_text(package, main) + embedded_text(package)
        except SPOILT:
            return not_what_it_says("docx、xlsx 或 ofd ")


def own_text(package: zipfile.ZipFile, main: str) -> str:
    return "".join(piece for part in ordered(package, main) for piece in pieces(package, part))


def embedded_text(package: zipfile.ZipFile) -> str:
    """The words of the tables and papers laid into this one; theirs in turn are not opened."""
    found = []
    for part in package.infolist():
        if part.filename.lower().endswith(EMBEDDED):
            with opened(package.read(part)) as inner:
                found.append(own_text(inner, ""))
    return "\n".join(found)


def ordered(package: zipfile.ZipFile, main: str) -> list[zipfile.ZipInfo]:
    """The main part first: a heading mark stands in the first lines."""
    return sorted(
        (part for part in package.infolist() if is_xml(part)), key=lambda part: part.filename != main
    )


def pieces(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[str]:
    with package.open(part) as stream:
        whole = io.BytesIO(stream.read())
    yield from words(whole)
    yield "\n"


def words(stream: IO[bytes]) -> Iterator[str]:
    """Runs of one paragraph joined, paragraphs on lines of their own."""
    for _, element in iterparse(stream, events=("end",), forbid_dtd=True):
        tag = str(element.tag).rpartition("}")[2]
        refuse_outside(tag, element.attrib)
        if element.text and element.text.strip():
            yield element.text
        if tag in BLOCKS:
            yield "\n"
        elif tag in BREAKS:
            yield " "
        element.clear()


def refuse_outside(tag: str, attributes: dict[str, str]) -> None:
    """A part fetched from elsewhere when the file is opened; a link somebody clicks is none."""
    if tag != "Relationship" or attributes.get("TargetMode") != "External":
        return
    if not attributes.get("Type", "").endswith(HYPERLINK):
        raise Unfit("文件内容", "引用外部地址的内容", "内容都在文件之内", "请断开外部链接，另存后重新上传。")
