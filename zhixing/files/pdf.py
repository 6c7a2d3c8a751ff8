"""PDF: whole, open, free of programs; its text is read page by page. Scanned pages carry no text."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from zhixing.files.unfit import Unfit, not_what_it_says

MOST_PAGES = 1000
LARGEST_TEXT = 20_000_000
PROGRAMS = (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/RichMedia")
DELIMITERS = b" \t\r\n\f\0()<>[]{}/%"

# a damaged file is reported to the person who sent it, not in the log
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def text(content: bytes) -> str:
    # some printers pad the end with white space; what else stands behind it belongs to another file
    if not content.startswith(b"%PDF-") or not content.rstrip(b"\0\t\r\n ").endswith(b"%%EOF"):
        not_what_it_says("pdf")
    refuse_programs(content)
    try:
        return "\n".join(pages(PdfReader(io.BytesIO(content), strict=False)))
    except Unfit:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError,
            ArithmeticError, NotImplementedError, AssertionError):  # fmt: skip
        not_what_it_says("pdf")  # whatever the reader stumbles over, a person is told


def refuse_programs(content: bytes) -> None:
    for program in PROGRAMS:
        at = content.find(program)
        while at >= 0:
            if content[at + len(program) : at + len(program) + 1] in {bytes([sign]) for sign in DELIMITERS}:
                raise Unfit("文件内容", "夹带程序或内嵌文件", "只有页面内容", "请重新打印为 pdf 后上传。")
            at = content.find(program, at + 1)


def pages(reader: PdfReader) -> Iterator[str]:
    if reader.is_encrypted:
        raise Unfit("文件内容", "已加密，无法核对密级标志", "不加密的 pdf", "请去除密码后重新上传。")
    if len(reader.pages) > MOST_PAGES:
        raise Unfit("页数", f"{len(reader.pages)}页", f"不超过{MOST_PAGES}页", "请拆分后重新上传。")
    if reader.metadata:
        yield from (str(value) for value in reader.metadata.values())
    size = 0
    for page in reader.pages:
        found = page.extract_text()
        size += len(found)
        if size > LARGEST_TEXT:
            raise Unfit("文字量", "过大", f"不超过{LARGEST_TEXT}字", "请拆分后重新上传。")
        yield found
