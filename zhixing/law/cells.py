"""One cell of a decision table: — , a list of values, a comparison or a range. Nothing else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zhixing.law.document import Parameter
from zhixing.law.facts import Domain, Labels, ManyOf, Ordered
from zhixing.law.parameters import in_domain
from zhixing.law.values import NOTHING, Value

COMPARISON = re.compile(r"([<>≤≥])\s*([^\s<>≤≥…]+)")
RANGE = re.compile(r"([^\s<>≤≥…]+)\s*([<≤])\s*…\s*([<≤])\s*([^\s<>≤≥…]+)")
SIGNS = re.compile(r"[<>≤≥=…]")
GRAMMAR = "—、用顿号分开的值、≤ 值或参数、2 < … ≤ 5 这样的范围"

Parameters = Mapping[str, Parameter]
Span = tuple[int, int]  # both ends included


@dataclass(frozen=True, slots=True)
class Condition:
    """What a cell lets through: values of a closed domain, or spans of an ordered one; None is anything."""

    text: str
    values: frozenset[Any] | None
    spans: tuple[Span, ...] | None
    parameters: tuple[str, ...]

    @property
    def anything(self) -> bool:
        return self.values is None and self.spans is None

    def admits(self, value: Any) -> bool:
        if self.values is not None:
            return value in self.values
        return self.spans is None or any(low <= value <= high for low, high in self.spans)


@dataclass(frozen=True, slots=True)
class Result:
    """What an outcome cell says; `parameter` is the name it was written with, if any."""

    value: Value
    parameter: str = ""


def condition(text: str, domain: Domain, parameters: Parameters) -> Condition:
    """A condition cell read for its column's domain; ValueError says what was expected."""
    if text == NOTHING:
        return Condition(text, None, None, ())
    if isinstance(domain, Ordered):
        return _spans(text, domain, parameters)
    if SIGNS.search(text):
        raise ValueError(f"— 或 {domain.expected}，可用顿号列几个")
    values = tuple(domain.read(part.strip()) for part in text.split("、"))
    if len(set(values)) < len(values):
        raise ValueError("每个值只写一次")
    return Condition(text, frozenset(values), None, ())


def _spans(text: str, domain: Ordered, parameters: Parameters) -> Condition:
    used: list[str] = []

    def bound(word: str) -> int:
        if word in parameters:
            used.append(word)
            return int(in_domain(parameters[word], domain))  # type: ignore[arg-type]  # ordered: whole
        return int(domain.read(word))  # type: ignore[arg-type]  # ordered: whole

    spans: tuple[Span, ...]
    comparison = COMPARISON.fullmatch(text)
    between = RANGE.fullmatch(text)
    if comparison:
        spans = (_compared(comparison[1], bound(comparison[2]), domain),)
    elif between:
        low = bound(between[1]) + (between[2] == "<")
        high = bound(between[4]) - (between[3] == "<")
        spans = ((low, high),)
    elif SIGNS.search(text):
        raise ValueError(GRAMMAR)
    else:
        points = [bound(part.strip()) for part in text.split("、")]
        spans = tuple((point, point) for point in sorted(set(points)))
    return Condition(text, None, tuple(span for span in spans if span[0] <= span[1]), tuple(used))


def _compared(sign: str, bound: int, domain: Ordered) -> Span:
    return {
        "<": (domain.low, bound - 1),
        "≤": (domain.low, bound),
        ">": (bound + 1, domain.high),
        "≥": (bound, domain.high),
    }[sign]


def result(text: str, domain: Domain, parameters: Parameters) -> Result:
    """An outcome cell: —, a value, a list, a literal or a parameter's name; ValueError says what was expected."""
    if text == NOTHING:
        return Result(None)
    if text in parameters and not isinstance(domain, Labels | ManyOf):
        return Result(in_domain(parameters[text], domain), text)
    return Result(domain.read(text))
