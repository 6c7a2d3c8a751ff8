"""A kind of paper that no regulation sends round: E010 and E008 manage, leaders get boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TypedDict

import pytest

from tests.people import build_people
from zhixing.law.refusal import Finding
from zhixing.office.circulation import kinds
from zhixing.office.circulation.acts.opening import open_sheet, send_for_advice
from zhixing.office.circulation.acts.signing import Route, advise
from zhixing.office.circulation.models import Assignment, Box, Reader, Sheet
from zhixing.organ.made import made
from zhixing.organ.models import Organ, Person

KIND, SOURCE = "试行传阅", "trial:1"
NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)
CLAUSES = {
    "sign": "99-s",
    "assign": "99-a",
    "hands": "99-h",
    "urge": "99-u",
    "close": "99-c",
    "advice": "99-d",
}
LEADERS = {"E001", "E002", "E003", "E004", "E005"}
People = dict[str, Person]
_keys = count()


class Acting(TypedDict):
    actor: Person
    at: datetime
    key: str


@dataclass
class Rules:
    """What the regulation has against it at the moment."""

    watched: bool = False
    closing: list[Finding] = field(default_factory=list)


def who(person: Person, *, days: int = 0, hours: int = 0, key: str = "") -> Acting:
    at = NOW + timedelta(days=days, hours=hours)
    return {"actor": person, "at": at, "key": key or f"key-{next(_keys)}"}


def nobody_named(_: Sheet, opinion: kinds.Opinion, __: date) -> list[Finding]:
    if not opinion.has_view or opinion.names_somebody:
        return []
    return [Finding("责任", "没有写明", "科室或者责任人", "请写明。", clause="99-a")]


@pytest.fixture
def rules() -> Iterator[Rules]:
    rules, before = Rules(), dict(kinds._kinds)
    kinds.register(
        kinds.Circulation(
            name=KIND, manages=lambda person, _: person.number in {"E008", "E010"},
            leads=lambda person, _: person.number in LEADERS,
            inside=lambda viewer: viewer.person is not None and viewer.person.number in {"E008", "E010"},
            clauses=CLAUSES, posts={"manages": "文书", "leads": "局领导"}, assigning=nobody_named,
            watched=lambda _: rules.watched, closing=lambda _, __: list(rules.closing),
        )
    )  # fmt: skip
    yield rules
    kinds._kinds.clear()
    kinds._kinds.update(before)


@pytest.fixture
def organ(db: None, rules: Rules) -> Organ:
    return build_people(datetime(2025, 1, 1, tzinfo=UTC))


@pytest.fixture
def people(organ: Organ) -> People:
    return {one.number: one for one in Person.objects.filter(organ=organ)}


@pytest.fixture
def sheet(people: People) -> Sheet:
    """Opened by the clerk E010, waiting for the advice of E008."""
    opened = open_sheet(
        kind=KIND, source=SOURCE, number="收〔2026〕1号", title="关于报送材料的通知", due=date(2026, 12, 7),
        **who(people["E010"]),
    )  # fmt: skip
    sheet = made(Sheet, opened)
    send_for_advice(sheet=sheet, adviser=people["E008"], **who(people["E010"]))
    return sheet


def advised(sheet: Sheet, people: People, *leaders: str, readers: tuple[str, ...] = ()) -> None:
    route = Route([people[one] for one in leaders], [people[one] for one in readers])
    advise(box=waiting(sheet), text="请领导批示。", route=route, **who(people["E008"], hours=1))


def waiting(sheet: Sheet) -> Box:
    return sheet.boxes.get(state="待签")


def reader(sheet: Sheet, person: Person) -> Reader:
    return sheet.readers.exclude(state="已收回").get(person=person)


def holders(sheet: Sheet) -> set[str]:
    return set(sheet.hands.filter(until=None).values_list("holder__number", flat=True))


def doing(sheet: Sheet, person: Person) -> Assignment:
    return sheet.assignments.get(doer=person, state="承办中")
