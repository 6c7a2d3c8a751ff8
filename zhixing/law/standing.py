"""An edition as it stands for an organ: bound to the regulation's facts and the organ's own parameters."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from zhixing.law.asking import RuleAsking, TableAsking, fast
from zhixing.law.cells import Parameters
from zhixing.law.document import Edition
from zhixing.law.edition import scan_edition
from zhixing.law.facts import Domain, Fact
from zhixing.law.faults import EditionFaults, Fault
from zhixing.law.leaf import TableWords, Words
from zhixing.law.parameters import Override, Overrides, overridden
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.regulation import Question, Regulation, file_on
from zhixing.law.ruling import Ruling, Setting
from zhixing.law.table import Compiled, compile_table, like

Prepared = Callable[[Mapping[str, object]], Ruling]


class Standing:
    """Everything that can be asked of one edition. Made once per edition and set of overrides."""

    def __init__(self, regulation: Regulation, edition: Edition, overrides: Overrides) -> None:
        self.regulation = regulation
        self.edition = edition
        self.overrides = overrides
        self.faults: list[Fault] = []
        self.parameters: Parameters = overridden(edition.parameters, overrides, self.complain)
        self.words = Words(edition, self.parameters, overrides)
        self.computed = {q.name: q for q in regulation.questions if q.answer is not None}
        self.listed = {q.name: q for q in regulation.questions if q.answer is None}
        self.vocabulary = {fact.name: fact for fact in regulation.facts}
        self.tables = self._compiled()
        self._check_names()

    @property
    def questions(self) -> tuple[str, ...]:
        """Names of all questions: computed rules and tables."""
        return tuple(dict.fromkeys([*self.computed, *self.tables]))

    def cite(self, clause: str) -> str:
        """《考勤制度》一、2 事假"""
        return f"《{self.edition.title}》{self.edition.clauses[clause].cite}"

    def facts_of(self, name: str) -> dict[str, Fact]:
        """What a question must be told, in order."""
        if name in self.computed:
            return {fact.name: fact for fact in self.computed[name].facts}
        return self._table_facts(name)

    def prepare(self, name: str, on: date) -> Prepared:
        """A question ready to be asked; raises Refusal for an unknown name."""
        question = self.computed.get(name)
        if question is None or question.answer is None:
            return self.inner(name, on)
        outcomes = {fact.name: fact.domain for fact in question.outcomes}
        setting = self._setting(name, on, self.facts_of(name), outcomes)
        return RuleAsking(self, setting, question, question.answer)

    def inner(self, name: str, on: date) -> "Prepared":
        """As prepare, but a table goes before a computed rule of the same name: what rules ask."""
        if name not in self.tables:
            if name in self.computed:
                return self.prepare(name, on)
            raise self._unknown(name)
        words = self.tables[name]
        setting = self._setting(name, on, self._table_facts(name), words.compiled.outcome_domains)
        return fast(TableAsking(self, setting, self.listed.get(name, Question(name)), words))

    def _setting(
        self, name: str, on: date, facts: Mapping[str, Fact], outcomes: Mapping[str, Domain]
    ) -> Setting:
        edition = self.edition
        return Setting(edition.number, edition.title, name, edition.in_force, on, facts, outcomes)

    def _table_facts(self, name: str) -> dict[str, Fact]:
        own = {fact.name: fact for fact in self.listed.get(name, Question(name)).facts}
        columns = self.edition.tables[name].conditions
        return {column: own.get(column) or self.vocabulary[column] for column in columns} | own

    def _compiled(self) -> dict[str, TableWords]:
        found: dict[str, Compiled | None] = {}
        for name, table in self.edition.tables.items():
            listed = self.listed.get(name, Question(name))
            own = {fact.name: fact for fact in (*listed.facts, *listed.outcomes)}
            found[name] = compile_table(table, self.vocabulary | own, self.parameters, self.complain)
        return {name: TableWords(table, self.words) for name, table in found.items() if table is not None}

    def complain(self, line: int, found: str, expected: str) -> None:
        self.faults.append(Fault(Path(self.edition.file).name, line, found, expected))

    def _check_names(self) -> None:
        """Names that book.py or an example uses and the edition does not have."""
        for example in self.edition.examples:
            asked = example.question
            if asked not in self.computed and asked not in self.edition.tables:
                known = [*self.computed, *self.edition.tables]
                self.complain(example.line, f"示例所问的“{asked}”", f"已有的问题{like(asked, known)}")
        for question in self.regulation.questions:
            self._check_question(question)

    def _check_question(self, question: Question) -> None:
        if question.answer is None and question.name not in self.edition.tables:
            self.complain(1, f"没有决策 {question.name}", "登记过的每个问题在版本里有决策表")
        for clause in set(question.clauses) - self.edition.clauses.keys():
            self.complain(1, f"没有条文 {clause}", f"“{question.name}”所执行的条文")
        for name in set(question.parameters) - self.parameters.keys():
            self.complain(1, f"没有参数 {name}", f"“{question.name}”所用的参数")

    def _unknown(self, name: str) -> Refusal:
        known = "、".join(self.questions)
        finding = Finding(
            "问题", name, f"本制度可问的：{known}", "换一个问题", cite=f"《{self.edition.title}》"
        )
        return Refusal(f"《{self.edition.title}》没有“{name}”这个问题", [finding])


def standing_on(regulation: Regulation, on: date, overrides: Overrides | None = None) -> Standing:
    """The edition in force on a day, compiled; raises NoEdition, or EditionFaults with every fault at once.

    An organ's own value counts from the day it was set.
    """
    set_by_then = {name: own for name, own in (overrides or {}).items() if own.since <= on}
    return _standing(regulation, file_on(regulation, on), frozenset(set_by_then.items()))


@lru_cache(maxsize=1024)
def _standing(regulation: Regulation, path: Path, overrides: frozenset[tuple[str, Override]]) -> Standing:
    scan = scan_edition(path)
    standing = Standing(regulation, scan.edition, dict(overrides))
    if scan.faults or standing.faults:
        raise EditionFaults([*scan.faults, *standing.faults])
    return standing
