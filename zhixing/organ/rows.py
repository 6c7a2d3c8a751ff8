"""A bureau as rows: what an Excel file holds, what the demo writes, what the services enter."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class SectionRow:
    line: int
    name: str
    kind: str
    order: int
    since: date


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with where he or she works from `since`; a later row of the same number ends the earlier."""

    line: int
    number: str
    name: str
    sex: str
    section: str
    title: str
    rank: str
    category: str
    since: date
    district_managed: bool = False
    born: date | None = None
    started_work: date | None = None
    joined: date | None = None
    phone: str = ""


@dataclass(frozen=True, slots=True)
class PostRow:
    line: int
    number: str
    post: str
    section: str
    since: date
    until: date | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class PortfolioRow:
    line: int
    number: str
    section: str
    since: date
    until: date | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class BureauRows:
    """Everything of one import, in the order in which it is entered."""

    sections: tuple[SectionRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    posts: tuple[PostRow, ...] = ()
    portfolios: tuple[PortfolioRow, ...] = field(default=())
