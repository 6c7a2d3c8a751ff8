"""A refusal says everything that is wrong at once: conclusion, facts, basis, next step, who can help."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

# 事实 → 依据 → 下一步 → 谁能处理
ORDER = ("fact", "found", "expected", "clause", "cite", "mend", "who")
MUST = frozenset({"fact", "found", "expected", "mend"})
UNSAID = frozenset({"没有填写"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong and what would mend it; `clause` is "" where no clause stands behind it."""

    fact: str
    found: str
    expected: str
    mend: str
    clause: str = ""
    cite: str = ""
    who: str = ""

    @property
    def sentence(self) -> str:
        """事实 in words; "要求：" reads with a noun and with a verb alike, and what is merely empty is said plainly."""
        if self.found in UNSAID:
            return f"{self.found}{self.fact}"
        return f"{self.fact}：{self.found}；要求：{self.expected}"

    def as_json(self) -> dict[str, str]:
        """{fact, found, expected, clause?, cite?, mend, who?}: what is empty is left out."""
        told = asdict(self)
        return {name: told[name] for name in ORDER if told[name] or name in MUST}


class Refusal(Exception):
    """The act or the question is refused; every finding is named."""

    def __init__(self, conclusion: str, findings: Iterable[Finding] = ()) -> None:
        self.conclusion = conclusion
        self.findings = tuple(findings)
        super().__init__(conclusion, self.findings)

    def __str__(self) -> str:
        return "\n".join([self.conclusion, *(one.sentence for one in self.findings)])

    def as_json(self) -> dict[str, object]:
        return {"conclusion": self.conclusion, "findings": [finding.as_json() for finding in self.findings]}


class Conflict(Refusal):
    """Refused because of what happened meanwhile: another was first, or the key stands for another act."""


class Findings:
    """Collects findings, so that checks never stop at the first failure."""

    def __init__(self) -> None:
        self._found: list[Finding] = []

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found)

    def add(self, finding: Finding) -> None:
        self._found.append(finding)

    def extend(self, findings: Iterable[Finding]) -> None:
        self._found.extend(findings)

    def refuse_if_any(self, conclusion: str) -> None:
        """Raises one Refusal with everything collected so far, if anything was."""
        if self._found:
            raise Refusal(conclusion, self._found)
