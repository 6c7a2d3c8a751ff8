"""What a check-up of the regulations finds (制度体检)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    FAULT = "版本有误"
    GAP = "缺口"
    OVERLAP = "重叠"
    EXAMPLE = "示例不符"
    UNREACHABLE = "走不到的行"
    UNUSED = "没有用到的参数"
    UNEXECUTED = "没有执行的条文"
    RHYTHMS = "周期不一"
    DANGLING = "依据未录入"
    ONLY_READ = "原文缺漏"


FAILING = frozenset({Kind.FAULT, Kind.GAP, Kind.OVERLAP, Kind.EXAMPLE})


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: of which edition, about what (a table, a parameter, a duty …), in words, citing clauses."""

    kind: Kind
    regulation: str
    edition: date
    subject: str
    text: str
    clauses: tuple[str, ...] = ()

    @property
    def failing(self) -> bool:
        return self.kind in FAILING

    def __str__(self) -> str:
        where = f"（{'、'.join(self.clauses)}）" if self.clauses else ""
        return f"{self.kind} {self.regulation} {self.subject}：{self.text}{where}"

    def as_json(self) -> dict[str, object]:
        return {
            "kind": str(self.kind),
            "regulation": self.regulation,
            "edition": self.edition.isoformat(),
            "subject": self.subject,
            "text": self.text,
            "clauses": list(self.clauses),
            "failing": self.failing,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of a check-up, the failing kinds first."""

    findings: tuple[Found, ...]

    @property
    def failing(self) -> bool:
        """Whether a gap, an overlap, a failing example or an unreadable edition was found."""
        return any(found.failing for found in self.findings)

    def of(self, kind: Kind) -> tuple[Found, ...]:
        return tuple(found for found in self.findings if found.kind is kind)

    @property
    def gaps(self) -> tuple[Found, ...]:
        return self.of(Kind.GAP)

    @property
    def overlaps(self) -> tuple[Found, ...]:
        return self.of(Kind.OVERLAP)
