"""A question ready to be asked: reads the facts, finds every fault at once, answers."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from zhixing.law.ask import Ask, Asked
from zhixing.law.facts import Facts
from zhixing.law.faults import EditionFault
from zhixing.law.graph import way
from zhixing.law.leaf import TableWords
from zhixing.law.refusal import Finding, Findings
from zhixing.law.regulation import Answer, Check, Question
from zhixing.law.ruling import Ruling, Setting
from zhixing.law.values import Value

if TYPE_CHECKING:
    from zhixing.law.standing import Standing


class Asking:
    """Base of the two kinds: from facts as given to typed facts, or one Refusal with every finding."""

    def __init__(self, standing: "Standing", setting: Setting, question: Question) -> None:
        self.standing = standing
        self.setting = setting
        self.question = question

    def read(self, given: Mapping[str, object]) -> dict[str, Any]:
        """Typed facts with defaults filled in; raises Refusal naming every fault of the input."""
        findings = Findings()
        facts: dict[str, Any] = {}
        for name, fact in self.setting.facts.items():
            value = given.get(name, fact.default)
            if value is None:
                findings.add(Finding(name, "没有给出", fact.domain.expected, f"补上{name}"))
                continue
            try:
                facts[name] = fact.domain.read(value)
            except (ValueError, TypeError) as wrong:
                findings.add(Finding(name, str(value), f"{wrong}", f"改写{name}"))
        for name in given.keys() - self.setting.facts.keys():
            known = "、".join(self.setting.facts)
            findings.add(Finding(name, str(given[name]), f"本问题所问的事实：{known}", f"去掉{name}"))
        if len(findings) and self.question.check is not None:
            with suppress(KeyError):  # a check looks at the facts that could be read, as far as it gets
                findings.extend(self.question.check(Ask(self.standing, self.setting.on), facts))
        findings.refuse_if_any(self.refused)
        return facts

    @property
    def refused(self) -> str:
        return f"《{self.setting.title}》“{self.setting.question}”：事实不全或不合，不能作答"

    def check(self, check: Check | None, facts: Facts) -> None:
        if check is not None:
            findings = Findings()
            findings.extend(check(Ask(self.standing, self.setting.on), facts))
            findings.refuse_if_any(self.refused)

    def case(self, facts: Facts) -> str:
        """The case in words: 职级=局领导、天数=2."""
        shown = self.setting.facts.items()
        return "、".join(f"{name}={fact.domain.show(facts[name])}" for name, fact in shown)


class TableAsking(Asking):
    """A decision table."""

    def __init__(self, standing: "Standing", setting: Setting, question: Question, words: TableWords) -> None:
        super().__init__(standing, setting, question)
        self.words = words

    def __call__(self, given: Mapping[str, object]) -> Ruling:
        """Raises Refusal for facts that cannot be read, EditionFault where no row or two rows apply."""
        facts = self.read(given)
        self.check(self.question.check, facts)
        end = self.words.compiled.end(facts)
        if end.leaf is None:
            raise self.fault(end.rows, facts)
        return Ruling(self.setting, facts, end.leaf)

    def fault(self, bits: int, facts: Facts) -> EditionFault:
        rows = self.words.compiled.rows_in(bits)
        table = self.words.compiled.table
        names = "、".join(f"{row.clause}“{row.name}”" for row in rows)
        return EditionFault(
            regulation=self.setting.regulation,
            question=self.setting.question,
            case=self.case(facts),
            clauses=dict.fromkeys(row.clause for row in (rows or table.rows)),
            what=f"有 {len(rows)} 行同时适用：{names}" if rows else "没有一行适用",
        )


def fast(asking: TableAsking) -> Callable[[Mapping[str, object]], Ruling]:
    """The same answers; facts that are typed and complete are not read again but looked up at once.

    Whatever the quick look does not know (text, a missing fact, a value outside its domain, no row, two
    rows) goes the careful way.
    """
    if asking.question.check is not None:
        return asking
    setting = asking.setting
    root = way(asking.words.compiled.root)
    count = len(setting.facts)
    columns = [(axis.name, axis.cuts or None) for axis in asking.words.compiled.axes]

    def ask(given: Mapping[str, Any]) -> Ruling:
        node = root
        try:
            for name, cuts in columns:
                value = given[name]
                if cuts is None:
                    node = node[value]
                elif type(value) is int:
                    node = node[bisect_right(cuts, value)]
                else:
                    return asking(given)
            leaf = node.leaf
        except (KeyError, TypeError, AttributeError):
            return asking(given)
        if leaf is None or len(given) != count:
            return asking(given)
        return Ruling(setting, dict(given), leaf)

    return ask


class RuleAsking(Asking):
    """A computed rule: a pure function of typed facts that asks tables and parameters."""

    def __init__(self, standing: "Standing", setting: Setting, question: Question, answer: Answer) -> None:
        super().__init__(standing, setting, question)
        self.answer = answer

    def __call__(self, given: Mapping[str, object]) -> Ruling:
        facts = self.read(given)
        self.check(self.question.check, facts)
        ask = Ask(self.standing, self.setting.on)
        for clause in self.question.clauses:
            ask.cite(clause)
        outcome = self.outcome(self.answer(ask, facts))
        return Ruling(self.setting, facts, Asked(ask, self.standing, outcome, self.setting.outcomes))

    def outcome(self, answered: Mapping[str, Value]) -> dict[str, Value]:
        """The rule's answer, read for the domains it declared; a rule that breaks them is a program error."""
        domains = self.setting.outcomes
        if answered.keys() != domains.keys():
            raise TypeError(f"{self.question.name}: {sorted(answered)} instead of {sorted(domains)}")
        return {
            name: None if answered[name] is None else domain.read(answered[name])
            for name, domain in domains.items()
        }
