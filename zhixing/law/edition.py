"""Reads an edition file: front matter, clauses, readings, and the five kinds of executed tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from zhixing.law.document import Clause, Edition, Reading
from zhixing.law.edition_tables import KINDS, Place, Tables
from zhixing.law.faults import EditionFaults, Fault
from zhixing.law.markdown import Grid, Heading, Paragraph, blocks

FRONT = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
OPENS = re.compile(r"(?P<cite>.+?)\s*\{#(?P<id>\d\d-[0-9A-Za-z]+(\.[0-9A-Za-z]+)*)(?P<words>\s+\.宣示)?\}")
READING = re.compile(r"推定(?:\s+(?P<id>[A-Z]+-?\d+(\.\d+)*))?")
NAMED = re.compile(r"《([^》]+)》")
MUST = ("编号", "名称", "文号", "施行")


@dataclass
class Scan:
    """An edition as far as it could be read, and everything wrong with it."""

    path: Path
    faults: list[Fault] = field(default_factory=list)
    front: dict[str, Any] = field(default_factory=dict)
    in_force: date = date.min
    clauses: dict[str, Clause] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    tables: Tables = field(init=False)

    def __post_init__(self) -> None:
        self.tables = Tables(self.fault)

    def fault(self, line: int, found: str, expected: str) -> None:
        self.faults.append(Fault(self.path.name, line, found, expected))

    @cached_property
    def edition(self) -> Edition:
        """Asked for once everything is read."""
        return _edition(self)


def read_edition(path: Path) -> Edition:
    """The edition in a file; raises EditionFaults with every fault of form. Domains: see standing.py."""
    scan = scan_edition(path)
    if scan.faults:
        raise EditionFaults(scan.faults)
    return scan.edition


@cache
def scan_edition(path: Path) -> Scan:
    """As read_edition, but hands back what could be read together with the faults. Cached by path."""
    scan = Scan(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as broken:
        line = path.read_bytes()[: broken.start].count(b"\n") + 1
        scan.fault(line, "读不出的文字", "UTF-8编码的文件")
        return scan
    front = FRONT.match(text)
    if front is None:
        scan.fault(1, "文件开头没有“---”包住的文件头", "编号、名称、文号、施行四项")
    else:
        _read_front(scan, front[1])
        text = text[front.end() :]
    body_line = front[0].count("\n") + 1 if front else 1
    _Walk(scan).through(blocks(text, body_line))
    return scan


def _read_front(scan: Scan, text: str) -> None:
    try:
        front = yaml.safe_load(text)
    except yaml.YAMLError as broken:
        mark = getattr(broken, "problem_mark", None)
        scan.fault(2 + (mark.line if mark else 0), "文件头读不懂", "每行一项，如“名称: 考勤制度”")
        return
    if not isinstance(front, dict):
        scan.fault(2, "文件头不是“名称: 内容”的形式", "每行一项，如“名称: 考勤制度”")
        return
    scan.front = front
    for name in MUST:
        if not front.get(name):
            scan.fault(2, f"文件头缺{name}", f"写明{name}")
    if front.get("编号") and not isinstance(front["编号"], str):
        scan.fault(2, f"编号：{front['编号']}", '两位数字加引号，如 "02"')
    _read_in_force(scan)


def _read_in_force(scan: Scan) -> None:
    found = scan.front.get("施行")
    if type(found) is not date:
        if found:
            scan.fault(2, f"施行：{found}", "日期，如 2018-02-01")
        return
    scan.in_force = found
    if scan.path.stem != found.isoformat():
        scan.fault(2, f"施行 {found}，文件名 {scan.path.name}", "文件名与施行日期一致")


class _Walk:
    """Walks the blocks and knows under which clause and reading each stands."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.clause: Clause | None = None
        self.level = 0
        self.reading: Reading | None = None
        self.reading_level = 0

    def through(self, found: Iterator[Heading | Paragraph | Grid]) -> None:
        for block in found:
            if isinstance(block, Heading):
                self.heading(block)
            elif isinstance(block, Paragraph):
                self.paragraph(block)
            else:
                self.grid(block)

    def heading(self, block: Heading) -> None:
        opens = OPENS.fullmatch(block.text)
        reading = READING.fullmatch(block.text)
        if opens:
            self.open_clause(block, opens)
        elif "{" in block.text or "}" in block.text:
            self.scan.fault(block.line, f"标题“{block.text}”的条文号读不懂", "{#02-1.2a} 或 {#01-4 .宣示}")
        elif reading:
            self.open_reading(block, reading["id"])
        else:
            self.close(block.level)

    def open_clause(self, block: Heading, opens: re.Match[str]) -> None:
        number = str(self.scan.front.get("编号", ""))
        known = self.scan.clauses.get(opens["id"])
        if not opens["id"].startswith(f"{number}-"):
            self.scan.fault(block.line, f"条文号 {opens['id']}", f"以本制度编号 {number}- 开头")
        if known:
            self.scan.fault(block.line, f"条文号 {opens['id']} 第 {known.line} 行已经用过", "每条一个条文号")
        cite = opens["cite"]
        self.clause = Clause(opens["id"], cite, block.text, "", bool(opens["words"]), block.line)
        self.scan.clauses[opens["id"]] = self.clause
        self.scan.texts.setdefault(opens["id"], [])
        self.level, self.reading = block.level, None

    def open_reading(self, block: Heading, given: str | None) -> None:
        if self.clause is None:
            self.scan.fault(block.line, "“推定”不在任何条文下", "放在所补的条文之下")
            return
        before = sum(1 for reading in self.scan.readings if reading.clause == self.clause.id)
        own = given or f"{self.clause.id}推定{before + 1}"
        self.reading = Reading(own, "", self.clause.id, block.line)
        self.reading_level = block.level
        self.scan.readings.append(self.reading)

    def close(self, level: int) -> None:
        if level <= self.level:
            self.clause, self.reading = None, None
        elif self.reading and level <= self.reading_level:
            self.reading = None

    def paragraph(self, block: Paragraph) -> None:
        if self.reading:
            self.scan.texts.setdefault(_key(self.reading), []).append(block.text)
        elif self.clause:
            self.scan.texts[self.clause.id].append(block.text)

    def grid(self, block: Grid) -> None:
        kind = block.header.cells[0].split(maxsplit=1)[0] if block.header.cells[0] else ""
        if kind not in KINDS:
            return
        if self.clause is None:
            self.scan.fault(block.header.line, f"{kind}表不在任何条文下", "放在它所执行的条文之下")
            return
        self.scan.tables.take(block, Place(self.clause.id, self.clause.cite, self.reading))


def _key(reading: Reading) -> str:
    return f"{reading.clause}@{reading.line}"


def _edition(scan: Scan) -> Edition:
    front = scan.front
    clauses = {
        clause.id: Clause(
            clause.id,
            clause.cite,
            clause.heading,
            "\n".join(scan.texts.get(clause.id, ())),
            clause.words_only,
            clause.line,
        )
        for clause in scan.clauses.values()
    }
    readings = {
        (reading.clause, reading.line): Reading(
            reading.id, "\n".join(scan.texts.get(_key(reading), ())), reading.clause, reading.line
        )
        for reading in scan.readings
    }
    return Edition(
        file=str(scan.path),
        number=str(front.get("编号", "")),
        title=str(front.get("名称", "")),
        key=scan.path.parent.name,
        document_number=str(front.get("文号", "")),
        in_force=scan.in_force,
        clauses=clauses,
        readings=tuple(readings.values()),
        documents=tuple(map(str, front.get("依据文件") or ())),
        interpreter=str(front.get("解释", "")),
        referred={name: clause.id for clause in clauses.values() for name in NAMED.findall(clause.text)},
        **scan.tables.finished(readings),
    )
