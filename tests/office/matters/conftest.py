from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest

from tests.people import build_people
from zhixing.law.procedure import PlannedStep
from zhixing.office import registry
from zhixing.office.matters.acts import begin, submit
from zhixing.office.matters.models import Matter
from zhixing.office.matters.route import Route, RouteStop
from zhixing.organ.models import Organ, Person
from zhixing.organ.who import resolve

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
EDITION = date(2018, 2, 1)


@dataclass
class Told:
    """A handler that remembers what it was told."""

    register: str = "试"
    heard: list[str] = field(default_factory=list)

    def approved(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        self.heard.append("approved")

    def filed(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        self.heard.append("filed")

    def refused(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        self.heard.append("refused")

    def withdrawn(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        self.heard.append("withdrawn")


@pytest.fixture
def told() -> Iterator[Told]:
    handler = Told()
    registry.register(registry.Handler("trial", {"试办": handler}))
    yield handler
    registry.register(registry.Handler("trial", {}))


@pytest.fixture
def organ(db: None) -> Organ:
    return build_people(NOW)


def person(organ: Organ, number: str) -> Person:
    return Person.objects.get(organ=organ, number=number)


def route_for(starter: Person, *labels: tuple[str, str]) -> Route:
    stops = [
        RouteStop(
            PlannedStep(act, post, act, "", "", "02-1.2a", "一、2", f"{post}{act}"),
            resolve(starter.organ, post, starter=starter, kind="试办", at=NOW),
        )
        for post, act in labels
    ]
    return Route(tuple(stops), ())


LONG = (("分管局长", "签署意见"), ("局长", "审批"), ("办公室", "备案"))


def sent(organ: Organ, number: str = "E025", key: str = "提交一") -> Matter:
    """E025 贺兰亭 asks: E004 gives an opinion, E001 decides, E014 files."""
    starter = person(organ, number)
    matter = begin(
        regulation="trial",
        procedure="试办",
        title="试办一件事",
        form={"事由": "试"},
        actor=starter,
        at=NOW,
        key=f"{key}/草稿",
    )
    submit(matter=matter, actor=starter, at=NOW, key=key, route=route_for(starter, *LONG), edition=EDITION)
    return matter
