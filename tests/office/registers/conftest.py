"""A register that no regulation keeps: the office keeps stamps of rubber, E011 and E012 look after them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TypedDict

import pytest

from tests.people import build_people
from zhixing.law.refusal import Finding
from zhixing.office.registers import kinds
from zhixing.office.registers.acts.entering import enter_thing
from zhixing.office.registers.acts.handing import entrust, take
from zhixing.office.registers.acts.lending import lend
from zhixing.office.registers.models import HandOver, Kept, Line, Loan
from zhixing.organ.made import made
from zhixing.organ.models import Organ, Person

REGISTER = "试行印模"
NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)
CLAUSES = {
    "entry": "99-e", "keeper": "99-k", "custody": "99-c", "loan": "99-l", "lines": "99-n", "book": "99-b",
    "stock": "99-s",
}  # fmt: skip
_keys = count()


class Acting(TypedDict):
    actor: Person
    at: datetime
    key: str


@dataclass
class Rules:
    """What the regulation behind the register has against it at the moment."""

    keeping: list[Finding] = field(default_factory=list)
    handing: list[Finding] = field(default_factory=list)
    lending: list[Finding] = field(default_factory=list)
    unfinished: list[Finding] = field(default_factory=list)


def says(line: Line) -> dict[str, str]:
    return {"事由": line.source}


@pytest.fixture
def rules() -> Iterator[Rules]:
    rules, before = Rules(), dict(kinds._registers)
    kinds.register(
        kinds.Register(
            name=REGISTER, series="模", manages=lambda person, _: person.number == "E008",
            inside=lambda viewer: viewer.person is not None and viewer.person.number in {"E002", "E008"},
            says=says, clauses=CLAUSES, posts={"manages": "办公室主任"},
            keeping=lambda _, __, ___: list(rules.keeping), handing=lambda _, __: list(rules.handing),
            lending=lambda _, __, ___: list(rules.lending), unfinished=lambda _, __: list(rules.unfinished),
        )
    )  # fmt: skip
    yield rules
    kinds._registers.clear()
    kinds._registers.update(before)


@pytest.fixture
def organ(db: None, rules: Rules) -> Organ:
    return build_people(datetime(2025, 1, 1, tzinfo=UTC))


@pytest.fixture
def people(organ: Organ) -> dict[str, Person]:
    return {one.number: one for one in Person.objects.filter(organ=organ)}


def who(person: Person, *, days: int = 0, hours: int = 0, key: str = "") -> Acting:
    """The actor, the moment counted from NOW, and a key of its own."""
    at = NOW + timedelta(days=days, hours=hours)
    return {"actor": person, "at": at, "key": key or f"key-{next(_keys)}"}


@pytest.fixture
def kept(people: dict[str, Person]) -> Kept:
    """In the keeping of E011."""
    return made(
        Kept,
        enter_thing(register=REGISTER, name="公章", keeper=people["E011"], since=DAY, **who(people["E008"])),
    )


def lent(kept: Kept, people: dict[str, Person], *, days: int = 0) -> Loan:
    """To E031, back on DAY."""
    acting = who(people["E011"], days=days)
    due = DAY + timedelta(days=days)
    return made(Loan, lend(kept=kept, borrower=people["E031"], purpose="签合同", due=due, **acting))


def deputised(kept: Kept, people: dict[str, Person]) -> HandOver:
    """E010 keeps it until the 27th for E011."""
    offered = entrust(
        kept=kept, receiver=people["E010"], reason="出差", until=date(2026, 11, 27), **who(people["E011"])
    )
    hand = made(HandOver, offered)
    take(hand_over=hand, remark="", **who(people["E010"]))
    hand.refresh_from_db()
    kept.refresh_from_db()
    return hand
