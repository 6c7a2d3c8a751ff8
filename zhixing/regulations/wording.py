"""Cuts the source text of a regulation into clauses: pure, from marked lines to one text a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from zhixing.law.document import Edition
from zhixing.law.refusal import Finding

MARK = re.compile(r"^[〔\[【]\s*(\d{2}-[0-9A-Za-z.]+)\s*[〕\]】]\s*(.*)$")
EXPECTED = "每条原文前面有一行条款号，如〔02-1.2a〕"


@dataclass(slots=True)
class Cut:
    """What was found: lines by clause, in the file's order, and everything that is wrong."""

    lines: dict[str, list[str]] = field(default_factory=dict)
    faults: list[Finding] = field(default_factory=list)

    def texts(self) -> dict[str, str]:
        return {clause: "\n".join(lines).strip() for clause, lines in self.lines.items()}


def cut(text: str, edition: Edition) -> Cut:
    """Each clause opens with a line that bears its mark; every fault of the whole file is named at once."""
    found, current = Cut(), ""
    for number, line in enumerate(text.splitlines(), 1):
        marked = MARK.match(line.strip())
        if marked:
            current = marked[1]
            _open(found, current, number, edition)
            found.lines[current] += _beside(marked[2], current, edition)
        elif line.strip() and current:
            found.lines[current].append(line.strip())
        elif line.strip():
            found.faults.append(
                Finding(f"第{number}行", line.strip()[:20], EXPECTED, "请在这段文字前面写上条款号。")
            )
    found.faults += _whole(found)
    return found


def without_wording(texts: dict[str, str], edition: Edition) -> tuple[str, ...]:
    """Clauses of the edition that the organ has not entered yet."""
    return tuple(clause for clause in edition.clauses if clause not in texts)


def marks(edition: Edition) -> Iterator[str]:
    """The lines to copy into the source file, each before its clause."""
    return (f"〔{clause.id}〕{clause.cite}" for clause in edition.clauses.values())


def _beside(text: str, clause: str, edition: Edition) -> list[str]:
    """What stands on the line of a mark, unless it is the heading that `marks` wrote there."""
    known = edition.clauses.get(clause)
    return [text] if text and (known is None or text != known.cite) else []


def _open(found: Cut, clause: str, number: int, edition: Edition) -> None:
    where = f"第{number}行条款号"
    if clause not in edition.clauses:
        known = "、".join(edition.clauses)
        found.faults.append(Finding(where, clause, f"《{edition.title}》的条款：{known}", "请核对条款号。"))
    if clause in found.lines:
        found.faults.append(Finding(where, f"{clause}前面已经有过", "每条只出现一次", "请把两段合到一处。"))
    found.lines.setdefault(clause, [])


def _whole(found: Cut) -> Iterator[Finding]:
    if not found.lines:
        yield Finding("文件", "没有一个条款号", EXPECTED, "用 --list 列出条款号，写进文件以后再录入。")
    for clause, lines in found.lines.items():
        if not "".join(lines).strip():
            yield Finding(
                f"{clause}的原文", "没有文字", "条款号下面是这一条的原文", "请补上文字，或者删去条款号。"
            )
