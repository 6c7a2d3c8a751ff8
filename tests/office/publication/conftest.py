"""A kind of notice that no regulation holds: five working days, the office writes, its leader reviews."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from tests.people import build_people
from zhixing.law.refusal import Finding
from zhixing.office.publication import kinds
from zhixing.office.publication.acts.draft import approve, draft
from zhixing.office.publication.acts.publish import publish
from zhixing.office.publication.models import PublicNotice
from zhixing.organ.models import Organ, Person

NAME, SOURCE = "试行公示", "trial.case:1"
missing: list[Finding] = []


def at(day: date, hour: int = 9) -> datetime:
    return datetime(day.year, day.month, day.day, hour - 8, tzinfo=UTC)


KIND = kinds.Kind(
    name=NAME,
    regulation="trial",
    working_days=lambda _, __: 5,
    drafts=lambda person, _: person.number in {"E008", "E009"},
    reviews=lambda person, _: person.number in {"E002", "E009"},
    hears=lambda person, _: person.number in {"E006", "E008"},
    inside=lambda viewer: viewer.person is not None and viewer.person.number in {"E002", "E006", "E008"},
    results=("不影响", "影响"),
    barring=frozenset({"影响"}),
    clauses={"text": "04-6", "review": "04-6", "period": "04-6", "objections": "04-6"},
    posts={"drafts": "办公室主任", "reviews": "分管领导", "hears": "纪检组"},
    gate=lambda _, __: list(missing),
)


@pytest.fixture
def organ(db: None) -> Iterator[Organ]:
    before = dict(kinds._kinds)
    kinds.register(KIND)
    missing.clear()
    yield build_people(datetime(2026, 9, 1, tzinfo=UTC))
    kinds._kinds.clear()
    kinds._kinds.update(before)


@pytest.fixture
def people(organ: Organ) -> dict[str, Person]:
    return {one.number: one for one in Person.objects.filter(organ=organ)}


DAY = date(2026, 9, 28)


def drafted(people: dict[str, Person], day: date = DAY) -> PublicNotice:
    draft(
        name=NAME, source=SOURCE, title="任前公示", text="拟任科长。", scope="局机关", contact="办公室 88880000",
        actor=people["E008"], at=at(day), key=f"draft-{day}",
    )  # fmt: skip
    return PublicNotice.objects.latest("pk")


def published(people: dict[str, Person], day: date = DAY) -> PublicNotice:
    notice = drafted(people, day)
    approve(notice=notice, opinion="", actor=people["E002"], at=at(day), key=f"approve-{day}")
    publish(notice=notice, actor=people["E008"], at=at(day, 10), key=f"publish-{day}")
    notice.refresh_from_db()
    return notice
