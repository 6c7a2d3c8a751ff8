"""What regulations/<key>/book.py publishes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from zhixing.law.facts import Fact, Facts
from zhixing.law.refusal import Finding
from zhixing.law.values import Value

if TYPE_CHECKING:
    from zhixing.law.ask import Ask

Answer = Callable[["Ask", Facts], Mapping[str, Value]]
Check = Callable[["Ask", Facts], Iterable[Finding]]


@dataclass(frozen=True, eq=False)
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


@dataclass(frozen=True, eq=False)
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
