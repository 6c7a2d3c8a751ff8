"""A notice as one types it: a line for each day or run of days, its kind and its name."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from zhixing.law.calendar import DayKind
from zhixing.law.refusal import Finding, Findings
from zhixing.organ.days import DayRow

LINE = re.compile(
    r"(?P<first>\d{4}-\d{1,2}-\d{1,2})(?:\s*(?:至|到|—|~)\s*(?P<last>\d{4}-\d{1,2}-\d{1,2}))?\s+(?P<kind>\S+)(?:\s+(?P<name>\S.*))?"
)
KINDS = tuple(kind.value for kind in DayKind)
LONGEST_RUN = 31
LONGEST_NAME = 40
EXPECTED = f"日期、类别、名称，如“2027-01-01至2027-01-03 {DayKind.HOLIDAY.value} 元旦”"


def read_lines(text: str) -> tuple[DayRow, ...]:
    """The days of a notice; raises Refusal with every line that cannot be read."""
    findings = Findings()
    rows = [
        row
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip()
        for row in _rows(number, " ".join(line.split()), findings)
    ]
    findings.refuse_if_any(f"没有导入放假通知：有{len(findings)}处读不出来。")
    return tuple(rows)


def _rows(number: int, line: str, findings: Findings) -> Iterator[DayRow]:
    read = LINE.fullmatch(line)
    if read is None:
        findings.add(_bad(number, line, EXPECTED))
        return
    try:
        first = _day(read["first"])
        last = _day(read["last"]) if read["last"] else first
    except ValueError:
        findings.add(_bad(number, line, "真实存在的日期，如2027-01-01"))
        return
    if not timedelta(0) <= last - first < timedelta(days=LONGEST_RUN):
        findings.add(_bad(number, line, f"止日不早于起日，并且一行不超过{LONGEST_RUN}天"))
        return
    if read["kind"] not in KINDS:
        findings.add(_bad(number, read["kind"], f"{'、'.join(KINDS)}之一"))
        return
    for offset in range((last - first).days + 1):
        yield DayRow(first + timedelta(days=offset), read["kind"], (read["name"] or "")[:LONGEST_NAME])


def _day(text: str) -> date:
    year, month, day = map(int, text.split("-"))
    return date(year, month, day)


def _bad(number: int, found: str, expected: str) -> Finding:
    return Finding(f"第{number}行", found[:60], expected, "请改正这一行。", who="办公室")
