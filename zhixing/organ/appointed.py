"""A person takes up a post of a section from a day on: what was before ends the day before, and stays readable."""

from __future__ import annotations

from datetime import date, timedelta

from zhixing.organ.models import Holding, Person, Section, Service
from zhixing.organ.posts import OF_A_SECTION
from zhixing.organ.who import service_on

RANK = "中层干部"


class Taken:
    """The rows an appointment made and ended, for its journal entry."""

    def __init__(self, service: Service, holding: Holding, ended: list[Service | Holding]) -> None:
        self.service, self.holding, self.ended = service, holding, ended


def take_up(*, person: Person, section: Section, post: str, title: str, since: date, basis: str) -> Taken:
    """In the caller's transaction. `post` is one of a section; others that the person holds are left alone.

    Raises ValueError for a post that is none of a section, or a person who does not serve on that day.
    """
    before = service_on(person, since)
    if post not in OF_A_SECTION or before is None:
        raise ValueError(post)
    open_ended = Holding.objects.on(since).filter(person=person, post__in=OF_A_SECTION)
    current: list[Service | Holding] = [before, *open_ended]
    ended = [_ended(one, since) for one in current]
    service = Service.objects.create(
        organ_id=person.organ_id, person=person, section=section, rank=RANK, category=before.category,
        title=title, district_managed=before.district_managed, since=since,
    )  # fmt: skip
    holding = Holding.objects.create(
        organ_id=person.organ_id, person=person, post=post, section=section, since=since, basis=basis
    )
    return Taken(service, holding, ended)


def _ended(period: Service | Holding, since: date) -> Service | Holding:
    period.until = max(period.since, since - timedelta(days=1))
    period.save(update_fields=["until"])
    return period
