"""The cells of an .xlsx, .xls, .ods or .csv file as texts, row by row."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from python_calamine import CalamineError, CalamineWorkbook

from zhixing.law.refusal import Finding, Refusal

Raw = str
MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 200 * 1024 * 1024
ENCODINGS = ("utf-8-sig", "gb18030")
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the file; `faults` names places whose formula has no value stored."""

    number: int
    cells: tuple[Raw, ...]
    faults: Mapping[int, str] = field(default_factory=dict)


def lines_of(name: str, content: bytes) -> list[Line]:
    """Every row that is not blank; raises Refusal for a file that is no table."""
    if len(content) > MOST_BYTES:
        raise _refused(
            name, f"{len(content) // 1024 // 1024}兆字节", f"不超过{MOST_BYTES // 1024 // 1024}兆字节"
        )
    if content.startswith(ZIP):
        _refuse_bomb(name, content)
        lines = _workbook(name, content)
        without = _formulas_without_value(content, lines)
        return [Line(line.number, line.cells, without.get(line.number, {})) for line in lines]
    return _workbook(name, content) if content.startswith(OLE) else list(_csv(name, content))


def _workbook(name: str, content: bytes) -> list[Line]:
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
    except (CalamineError, OSError, IndexError, ValueError) as fault:
        raise _refused(name, "打不开", "完好的 Excel 文件（.xlsx）") from fault
    return list(_numbered(tuple(map(as_text, row)) for row in rows))


def _csv(name: str, content: bytes) -> Iterator[Line]:
    if b"\0" in content:
        raise _refused(name, "不是表格", "Excel 文件（.xlsx）或者 CSV 文件")
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return _numbered(tuple(cell.strip() for cell in row) for row in _csv_rows(name, text))
    raise _refused(name, "读不出文字", "UTF-8 或者 GB18030 编码的 CSV 文件")


def _csv_rows(name: str, text: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as fault:
        raise _refused(name, "引号不成对", "完好的 CSV 文件") from fault


def _numbered(rows: Iterable[tuple[Raw, ...]]) -> Iterator[Line]:
    return (Line(number, cells) for number, cells in enumerate(rows, 1) if any(cells))


def as_text(value: object) -> Raw:
    """A cell as an official would write it: 2026-03-02, 9:05, 12 and not 12.0."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time.min else f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        hours, minutes = divmod(int(value.total_seconds()) // 60, 60)
        return f"{hours}:{minutes:02d}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value).strip()


def _formulas_without_value(content: bytes, lines: list[Line]) -> dict[int, dict[int, str]]:
    """Formulas that were never worked out read as empty: they are told apart from empty cells here."""
    found = dict[int, dict[int, str]]()
    read = {line.number: line.cells for line in lines}
    try:
        sheet = load_workbook(io.BytesIO(content), read_only=True).worksheets[0]
    except (InvalidFileException, KeyError, IndexError, ValueError):
        return found
    for number, row in enumerate(sheet.iter_rows(), 1):
        for place, cell in enumerate(row):
            cells = read.get(number, ())
            if cell.data_type == "f" and not (place < len(cells) and cells[place]):
                found.setdefault(number, {})[place] = f"公式{cell.value}"
    return found


def _refuse_bomb(name: str, content: bytes) -> None:
    try:
        unpacked = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(content)).infolist())
    except zipfile.BadZipFile as fault:
        raise _refused(name, "打不开", "完好的 Excel 文件（.xlsx）") from fault
    if unpacked > MOST_UNPACKED:
        raise _refused(
            name, f"解开后有{unpacked // 1024 // 1024}兆字节", f"不超过{MOST_UNPACKED // 1024 // 1024}兆字节"
        )


def _refused(name: str, found: str, expected: str) -> Refusal:
    return Refusal(
        "不能导入：文件读不了。", [Finding(f"文件“{name}”", found, expected, "请另存为 .xlsx 后重新导入。")]
    )
