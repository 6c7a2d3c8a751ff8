"""Worked examples of an edition are tests: given facts, expected outcomes."""

from collections.abc import Iterator
from dataclasses import dataclass

from zhixing.law.document import Edition, Example
from zhixing.law.faults import EditionFault
from zhixing.law.refusal import Refusal
from zhixing.law.regulation import Regulation
from zhixing.law.ruling import Ruling
from zhixing.law.standing import Standing, standing_on
from zhixing.law.values import NOTHING, show_list


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that the edition does not answer as expected; `outcome` is "" where there is no answer."""

    example: Example
    outcome: str
    expected: str
    found: str

    def __str__(self) -> str:
        where = f"{self.example.clause} 第 {self.example.line} 行"
        return f"{where} 示例 {self.example.question}“{self.example.name}”：{self.outcome}应为{self.expected}，得{self.found}"


def run_examples(regulation: Regulation, edition: Edition) -> tuple[Failure, ...]:
    """Every example that fails, in the edition's own parameters, on the day it came into force."""
    return examine(standing_on(regulation, edition.in_force))[1]


def examine(standing: Standing) -> tuple[tuple[Ruling, ...], tuple[Failure, ...]]:
    """The rulings on all examples, and the failures."""
    rulings: list[Ruling] = []
    failures: list[Failure] = []
    for example in standing.edition.examples:
        try:
            ruling = standing.prepare(example.question, standing.edition.in_force)(example.given)
        except (Refusal, EditionFault) as refused:
            failures.append(Failure(example, "", show_list(example.expected.values()), str(refused)))
            continue
        rulings.append(ruling)
        failures.extend(_differences(example, ruling))
    return tuple(rulings), tuple(failures)


def _differences(example: Example, ruling: Ruling) -> Iterator[Failure]:
    domains = ruling.setting.outcomes
    for name, text in example.expected.items():
        if name not in domains:
            yield Failure(example, name, text, f"没有这个结果，只有{'、'.join(domains)}")
            continue
        found = ruling.outcome[name]
        try:
            expected = None if text == NOTHING else domains[name].read(text)
        except ValueError as wrong:
            yield Failure(example, name, str(wrong), text)
            continue
        if found != expected:
            shown = ruling.shown[name]
            yield Failure(example, name, text, shown if isinstance(shown, str) else show_list(shown))
