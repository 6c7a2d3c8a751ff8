"""What regulations/<key>/book.py publishes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from zhixing.law.document import Edition
from zhixing.law.edition import read_edition
from zhixing.law.facts import Fact, Facts
from zhixing.law.faults import EditionFaults, Fault
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.values import Value, parse_date

if TYPE_CHECKING:
    from zhixing.law.ask import Ask

Answer = Callable[["Ask", Facts], Mapping[str, Value]]
Check = Callable[["Ask", Facts], Iterable[Finding]]


@dataclass(frozen=True, eq=False, repr=False)
class Question:
    """What may be asked.

    A computed rule gives `facts`, `outcomes` and `answer(ask, facts) -> {outcome: typed value}`; it may
    raise a Refusal. A decision table is a question by itself; it is listed only to add a `check` (findings
    about facts that do not go together) or, in `facts`, a domain of its own for a fact.
    """

    name: str
    facts: tuple[Fact, ...] = ()
    outcomes: tuple[Fact, ...] = ()
    answer: Answer | None = None
    check: Check | None = None
    clauses: tuple[str, ...] = ()  # clauses that a computed rule executes without a table of theirs
    parameters: tuple[str, ...] = ()  # parameters that a computed rule reads


@dataclass(frozen=True, eq=False, repr=False)
class Regulation:
    """`facts` declare every name that tables use, conditions and outcomes alike.

    `executed` names clauses that models, forms or workflow execute, with what does it: {"02-1.1a": "签到"}.
    `parameters` names parameters that workflow reads outside tables and rules.
    """

    number: str
    key: str
    title: str
    folder: Path
    facts: tuple[Fact, ...]
    questions: tuple[Question, ...] = ()
    executed: Mapping[str, str] = field(default_factory=dict)
    parameters: tuple[str, ...] = ()


class NoEdition(Refusal):
    """No edition of the regulation is in force on the day."""


@cache
def edition_files(regulation: Regulation) -> dict[date, Path]:
    """Every edition of a regulation by the day it came into force, earliest first; EditionFaults for a bad name."""
    return {_day(path): path for path in sorted(regulation.folder.glob("[0-9]*.md"))}


def _day(path: Path) -> date:
    try:
        return parse_date(path.stem)
    except ValueError as wrong:
        raise EditionFaults([Fault(path.name, 1, f"文件名 {path.name}", f"施行{wrong}，加 .md")]) from None


def file_on(regulation: Regulation, day: date) -> Path:
    """The edition file in force on a day; raises NoEdition."""
    files = edition_files(regulation)
    begun = [since for since in files if since <= day]
    if not begun:
        first = f"最早一版自 {min(files)} 起施行" if files else "没有任何版本"
        finding = Finding(
            "日期", day.isoformat(), first, "换一个施行以后的日期", cite=f"《{regulation.title}》"
        )
        raise NoEdition(f"{day} 没有施行中的《{regulation.title}》", [finding])
    return files[max(begun)]


def edition_on(regulation: Regulation, day: date) -> Edition:
    """The edition in force on a day, cached; raises NoEdition or EditionFaults."""
    return read_edition(file_on(regulation, day))
