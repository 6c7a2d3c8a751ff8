"""Files as an office really sends them, made here byte by byte or by the office libraries."""

import io
import zipfile
from collections.abc import Callable, Mapping

import xlsxwriter

Make = Callable[[str], bytes]

PNG_1X1 = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + b"\x00" * 32 + b"\xff\xd9"


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def docx(*paragraphs: str, header: str = "", cell: str = "") -> bytes:
    body = "".join(paragraph(text) for text in paragraphs)
    table = f"<w:tbl><w:tr><w:tc>{paragraph(cell)}</w:tc></w:tr></w:tbl>" if cell else ""
    parts = {"[Content_Types].xml": TYPES, "word/document.xml": document(body + table)}
    if header:
        parts["word/header1.xml"] = f"<w:hdr {WORD}>{paragraph(header)}</w:hdr>".encode()
    return package(parts)


def document(body: str) -> bytes:
    return f'<?xml version="1.0"?><w:document {WORD}><w:body>{body}</w:body></w:document>'.encode()


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) + "</w:p>"


def docx_of_runs(*runs: str) -> bytes:
    """One paragraph cut into runs, as a word processor cuts it when the font changes."""
    return package({"[Content_Types].xml": TYPES, "word/document.xml": document(paragraph(*runs))})


def xlsx(*cells: str, header: str = "") -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        for row, text in enumerate(cells):
            sheet.write_string(row, 0, text)
        if header:
            sheet.set_header(header)
    return stream.getvalue()


def package(parts: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same package with one more part, or another one of that name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {known: archive.read(known) for known in archive.namelist()}
    return package({**parts, name: part})


def ofd(text: str) -> bytes:
    page = f'<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:TextObject><ofd:TextCode>{text}</ofd:TextCode></ofd:TextObject></ofd:Page>'
    return package({"OFD.xml": b"<OFD/>", "Doc_0/Pages/Page_0/Content.xml": page.encode()})


def pdf(text: str, *, beside: bytes = b"") -> bytes:
    """One page whose text is written with a two-byte font and its map to Unicode, as printers write it."""
    codes = "".join(f"{number:04x}" for number in range(1, len(text) + 1))
    pairs = "\n".join(
        f"<{number:04x}> <{sign.encode('utf-16-be').hex()}>" for number, sign in enumerate(text, 1)
    )
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(text)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
    ).encode()
    stream = f"BT /F1 16 Tf 72 720 Td <{codes}> Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + beside + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"""<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
        /Resources << /Font << /F1 5 0 R >> >> >>""",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"""<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H
        /DescendantFonts [7 0 R] /ToUnicode 6 0 R >>""",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(to_unicode), to_unicode),
        b"""<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song
        /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>""",
    ]
    return assembled(objects)


def assembled(objects: list[bytes]) -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return body + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        count, table, count, len(body),
    )  # fmt: skip
