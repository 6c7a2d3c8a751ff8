"""Faults of an edition: what its author must mend. Not to be mixed up with a Refusal of a case."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One place of an edition that cannot be read."""

    file: str
    line: int
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}：{self.found}；应为{self.expected}"


class EditionFaults(Exception):
    """An edition that cannot be read: every fault at once, in order of lines."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults), key=lambda fault: (fault.file, fault.line, fault.found)))
        super().__init__(*map(str, self.faults))

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


class EditionFault(Exception):
    """A case for which the edition has no row, or two: names the case and the clauses."""

    def __init__(
        self, *, regulation: str, question: str, case: str, clauses: Iterable[str], what: str
    ) -> None:
        self.regulation = regulation
        self.question = question
        self.case = case
        self.clauses = tuple(clauses)
        self.what = what
        super().__init__(regulation, question, case, self.clauses, what)

    def __str__(self) -> str:
        where = f"（{'、'.join(self.clauses)}）" if self.clauses else ""
        return f"{self.regulation} {self.question}：{self.case}，{self.what}{where}。请按制度体检修订版本。"

    def as_json(self) -> dict[str, object]:
        return {
            "regulation": self.regulation,
            "question": self.question,
            "case": self.case,
            "clauses": list(self.clauses),
            "what": self.what,
        }


def fault_json(fault: Fault) -> dict[str, object]:
    return asdict(fault)
