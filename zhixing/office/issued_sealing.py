"""凭签发件用印: an issued document is sealed without a second approval (09-2.4, 17-4a).

Whoever issues asks here; the regulation that keeps the seals enters the use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.organ.models import Organ, Person


@dataclass(frozen=True, slots=True)
class Issued:
    """What is sealed: `source` names the record for good, as "documents.issued:3"; `digest` is of the final PDF."""

    source: str
    number: str
    title: str
    digest: str
    copies: int
    pages: int
    approved_by: str


@dataclass(frozen=True, slots=True)
class Seal:
    """`keeper` is whoever has it in hand now."""

    key: int
    name: str
    keeper: Person


Sealing = Callable[..., Receipt]  # (issued=, seal=, actor=, at=, key=); refuses whole, as every act
Seals = Callable[[Organ], Iterable[Seal]]
_sealing: dict[str, tuple[Seals, Sealing]] = {}


def register(regulation: str, seals: Seals, sealing: Sealing) -> None:
    """Called from the `ready()` of the regulation that keeps the seals of the organ."""
    _sealing[regulation] = (seals, sealing)


def seals(organ: Organ) -> list[Seal]:
    """The seals in use that a document may bear; none where no regulation keeps seals."""
    return [seal for known, _ in _sealing.values() for seal in known(organ)]


def keepers(organ: Organ) -> list[Person]:
    """Whoever has such a seal in hand, each once."""
    return list(dict.fromkeys(one.keeper for one in seals(organ)))


def seal(*, issued: Issued, seal: int, actor: Person, at: datetime, key: str) -> Receipt:
    """Enters the use in the register of the seal; LookupError where nobody keeps that seal."""
    for known, sealing in _sealing.values():
        if any(one.key == seal for one in known(actor.organ)):
            return sealing(issued=issued, seal=seal, actor=actor, at=at, key=key)
    raise LookupError(f"no regulation keeps the seal {seal}")
