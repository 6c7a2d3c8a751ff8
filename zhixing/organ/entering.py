"""Entering a bureau: all or nothing, one journal entry; what was true before stays readable as of its day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Model

from zhixing.journal.write import Receipt, already_done, write
from zhixing.law.refusal import Refusal
from zhixing.organ.checking import faults
from zhixing.organ.models import Holding, Organ, Person, Portfolio, Section, Service
from zhixing.organ.names import spelled
from zhixing.organ.posts import OF_ONE
from zhixing.organ.rows import BureauRows, PersonRow, PortfolioRow, PostRow, SectionRow


@dataclass
class Entered:
    """What one import wrote, by name, for its later rows and its journal entry."""

    organ: Organ
    sections: dict[str, Section] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    touched: list[Model] = field(default_factory=list)


@transaction.atomic
def enter_bureau(*, organ: Organ, rows: BureauRows, actor: str, at: datetime, key: str) -> Receipt:
    """Enter sections, people, posts and portfolios; raises Refusal naming every bad row."""
    done = already_done(organ.pk, key)
    if done is not None:
        return done
    found = faults(organ, rows)
    if found:
        raise Refusal(f"没有导入：有{len(found)}处不合要求。", found)
    entered = Entered(
        organ,
        {one.name: one for one in Section.objects.filter(organ=organ, until=None)},
        {one.number: one for one in Person.objects.filter(organ=organ)},
    )
    for section in rows.sections:
        _section(entered, section)
    for person in rows.people:
        _person(entered, person)
    for post in rows.posts:
        _post(entered, post)
    for portfolio in rows.portfolios:
        _portfolio(entered, portfolio)
    return _entry(entered, rows, actor, at, key)


def _section(entered: Entered, row: SectionRow) -> None:
    section = entered.sections.get(row.name) or Section(organ=entered.organ, name=row.name, since=row.since)
    section.kind, section.order = row.kind, row.order
    section.save()
    entered.sections[row.name] = section
    entered.touched.append(section)


def _person(entered: Entered, row: PersonRow) -> None:
    person = entered.people.get(row.number) or Person(organ=entered.organ, number=row.number)
    person.name, person.sex, person.phone = row.name, row.sex, row.phone
    person.born, person.started_work, person.joined = row.born, row.started_work, row.joined
    person.pinyin = spelled(row.name)
    person.save()
    entered.people[row.number] = person
    entered.touched.append(person)
    _service(entered, person, row)


def _service(entered: Entered, person: Person, row: PersonRow) -> None:
    """A changed place of work ends the old period the day before; an unchanged one is left alone."""
    section = entered.sections[row.section]
    now = Service.objects.filter(person=person, until=None).last()
    wanted = (section.pk, row.rank, row.category, row.title, row.district_managed)
    if now and (now.section_id, now.rank, now.category, now.title, now.district_managed) == wanted:
        return
    if now is not None:
        _end(entered, now, row.since)
    entered.touched.append(
        Service.objects.create(
            organ=entered.organ,
            person=person,
            section=section,
            rank=row.rank,
            category=row.category,
            title=row.title,
            district_managed=row.district_managed,
            since=row.since,
        )
    )


def _end(entered: Entered, period: Service | Holding | Portfolio, next_since: date) -> None:
    period.until = max(period.since, next_since - timedelta(days=1))
    period.save(update_fields=["until"])
    entered.touched.append(period)


def _post(entered: Entered, row: PostRow) -> None:
    person = entered.people[row.number]
    section = entered.sections[row.section] if row.section else None
    held = Holding.objects.filter(person=person, post=row.post, section=section, until=None)
    if held.exists() and row.until is None:
        return
    if row.post in OF_ONE and row.until is None:
        before = Holding.objects.filter(organ=entered.organ, post=row.post, until=None, since__lt=row.since)
        for one in before.exclude(person=person):
            _end(entered, one, row.since)
    entered.touched.append(
        Holding.objects.create(
            organ=entered.organ,
            person=person,
            post=row.post,
            section=section,
            since=row.since,
            until=row.until,
            basis=row.basis,
        )
    )


def _portfolio(entered: Entered, row: PortfolioRow) -> None:
    """A section has one leader in charge: the new one ends the old one's period."""
    leader, section = entered.people[row.number], entered.sections[row.section]
    now = Portfolio.objects.filter(organ=entered.organ, section=section, until=None).last()
    if now and now.leader_id == leader.pk:
        return
    if now is not None:
        _end(entered, now, row.since)
    entered.touched.append(
        Portfolio.objects.create(
            organ=entered.organ,
            leader=leader,
            section=section,
            since=row.since,
            until=row.until,
            basis=row.basis,
        )
    )


def _entry(entered: Entered, rows: BureauRows, actor: str, at: datetime, key: str) -> Receipt:
    return write(
        organ=entered.organ.pk,
        actor=actor,
        office="",
        action="导入机构人员",
        object_kind="机构",
        object_id=entered.organ.pk,
        payload={
            "科室": len(rows.sections),
            "人员": len(rows.people),
            "岗位": len(rows.posts),
            "分工": len(rows.portfolios),
        },
        at=at,
        key=key,
        touched=entered.touched,
    )
