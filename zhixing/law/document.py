"""What an edition holds, as read from its Markdown file. Domains come in when tables are compiled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from zhixing.law.values import Value


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in our own words; `cite` is what its heading says, e.g. 一、2 事假."""

    id: str
    cite: str
    heading: str
    text: str
    words_only: bool
    line: int


@dataclass(frozen=True, slots=True)
class Reading:
    """推定: what the text does not say but a default must, with the reason."""

    id: str
    text: str
    clause: str
    line: int


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of the regulation: `text` as written, `value` typed by its unit and form."""

    name: str
    text: str
    unit: str
    meaning: str
    value: Value
    clause: str
    line: int
    reading: Reading | None = None

    @property
    def left_to_organ(self) -> bool:
        """What the text does not say an organ may settle; what it says takes a new edition."""
        return self.reading is not None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a decision table; `cells` in the order of the table's conditions, then outcomes."""

    name: str
    cells: tuple[str, ...]
    clause: str
    line: int
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A decision table; its rows may stand under several clauses."""

    name: str
    conditions: tuple[str, ...]
    outcomes: tuple[str, ...]
    rows: tuple[Row, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Step:
    """One row of a 程序: `who` is a post or 〔decision〕; "" where the cell says —."""

    name: str
    who: str
    act: str
    needs: str
    limit: str
    clause: str
    cite: str
    line: int
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Procedure:
    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """A recurring duty: rhythm (每月 每季度 每年 …), who, what counts as evidence, by when ("" if unsaid)."""

    name: str
    rhythm: str
    who: str
    evidence: str
    limit: str
    clause: str
    cite: str
    line: int
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """Given facts, expected outcomes, both as written."""

    question: str
    name: str
    given: Mapping[str, str]
    expected: Mapping[str, str]
    clause: str
    line: int


@dataclass(frozen=True, slots=True)
class Edition:
    """One regulation as it stands from `in_force` on."""

    file: str
    number: str
    title: str
    key: str
    document_number: str
    in_force: date
    clauses: Mapping[str, Clause]
    parameters: Mapping[str, Parameter]
    tables: Mapping[str, Table]
    procedures: Mapping[str, Procedure]
    duties: Mapping[str, Duty]
    examples: tuple[Example, ...]
    duty_rows: tuple[Duty, ...] = ()  # every row of 任务; `duties` keeps the first of a name
    readings: tuple[Reading, ...] = ()
    documents: tuple[str, ...] = ()  # 依据文件: documents this regulation refers to
    interpreter: str = ""
    referred: Mapping[str, str] = field(default_factory=dict)  # 《document》 named in a clause -> clause id
