"""What a search finds, kind by kind, and only what the viewer may see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from zhixing.files.models import StoredFile
from zhixing.files.permission import opened
from zhixing.law.document import Clause, Edition
from zhixing.law.faults import EditionFaults
from zhixing.law.refusal import Refusal
from zhixing.law.regulation import edition_on
from zhixing.office.matters.findable import matter as words_of
from zhixing.office.matters.models import Matter
from zhixing.office.meetings.models import Resolution
from zhixing.organ.models import Person, Section
from zhixing.organ.policy import Viewer
from zhixing.organ.who import service_on
from zhixing.regulations import shelf
from zhixing.regulations.attendance.models import Leave
from zhixing.search.marks import excerpt, marked
from zhixing.search.models import Document
from zhixing.search.query import find, phrases, records
from zhixing.web.found_documents import carrier, issued, issued_hit, received, received_hit
from zhixing.web.found_hit import Hit, all_in, found_of


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: `found` can be counted and sliced, `show` makes lines of a slice."""

    name: str
    found: Any
    count: int
    show: Callable[[Any], Hit]


def kinds(viewer: Viewer, asked: str) -> list[Kind]:
    """Every kind there is, each with what it holds of the phrases asked for."""
    words = phrases(asked)
    return [
        _kind("事项", _matters(viewer, asked), lambda one: _matter(one, words)),
        _kind("决定事项", _resolutions(viewer, asked), lambda one: _resolution(one, words)),
        _kind("收文", received(viewer, asked), lambda one: received_hit(one, words)),
        _kind("发文", issued(viewer, asked), lambda one: issued_hit(one, words)),
        _kind("附件", _files(viewer, asked), lambda one: _file(viewer, one, words)),
        _kind("人员", found_of(viewer, Person, "人员", asked), lambda one: _person(one, words, viewer.day)),
        _kind("科室", found_of(viewer, Section, "科室", asked), lambda one: _section(one, words)),
        _kind("条文", _clauses(words, viewer.day), lambda one: _clause(one, words)),
    ]


def _kind(name: str, found: Any, show: Callable[[Any], Hit]) -> Kind:
    count = found.count() if isinstance(found, QuerySet) else len(found)
    return Kind(name, found, count, show)


def _matters(viewer: Viewer, asked: str) -> QuerySet[Matter]:
    return found_of(viewer, Matter, "事项", asked).select_related("starter").order_by("-pk")


def _matter(one: Matter, words: list[str]) -> Hit:
    side = "　".join(
        filter(None, (one.number, one.starter.name, f"{(one.submitted_at or one.created_at):%Y-%m-%d}"))
    )
    title = marked(one.title, words)
    body = [] if all_in(one.title, words) else excerpt(words_of(one).body, words)
    return Hit(reverse("web:matter", args=[one.pk]), title, body, side, one.state)


def _resolutions(viewer: Viewer, asked: str) -> QuerySet[Resolution]:
    """What meetings resolved; what was said in them is not searched."""
    return found_of(viewer, Resolution, "决定事项", asked).select_related("section", "item").order_by("-pk")


def _resolution(one: Resolution, words: list[str]) -> Hit:
    side = f"{one.number}　{one.section.name}　时限{one.due}"
    address = reverse("web:resolution", args=[one.pk])
    return Hit(address, marked(one.item.title, words), excerpt(one.text, words), side, one.state)


def _files(viewer: Viewer, asked: str) -> QuerySet[StoredFile]:
    """Files by name and content, of those that the viewer may open."""
    return opened(viewer).filter(pk__in=records(find(viewer.organ.pk, "附件", asked))).order_by("-pk")


def _file(viewer: Viewer, one: StoredFile, words: list[str]) -> Hit:
    """Leads to the matter or the document that carries it; there it is opened."""
    carrying = Leave.objects.filter(Q(certificate=one) | Q(proof=one)).select_related("matter").first()
    said = Document.objects.filter(organ=one.organ, kind="附件", object_id=str(one.pk)).first()
    title = marked(one.name, words)
    body = [] if said is None or all_in(one.name, words) else excerpt(said.body, words)
    document = None if carrying else carrier(viewer, one)
    if document is not None:
        address, named, state = document
        return Hit(address, title, body, named, state)
    if carrying is None:
        return Hit(reverse("web:file", args=[one.pk]), title, body, f"{one.at:%Y-%m-%d}")
    matter = carrying.matter
    side = "　".join(filter(None, (matter.title, matter.number)))
    return Hit(reverse("web:matter", args=[matter.pk]), title, body, side, matter.state)


def _person(one: Person, words: list[str], day: date) -> Hit:
    service = service_on(one, day)
    place = f"{service.section.name}　{service.title}" if service else "不在册"
    side = "　".join(filter(None, (one.number, one.phone)))
    return Hit(
        reverse("web:organ_person", args=[one.pk]), marked(one.name, words), marked(place, words), side
    )


def _section(one: Section, words: list[str]) -> Hit:
    address = f"{reverse('web:organ_people')}?section={one.pk}"
    return Hit(address, marked(one.name, words), [], one.kind)


def _clauses(words: list[str], day: date) -> list[tuple[Edition, Clause]]:
    found = []
    for regulation in shelf.all():
        try:
            edition = edition_on(regulation, day)
        except (Refusal, EditionFaults):
            continue
        found += [(edition, one) for one in edition.clauses.values() if _holds(edition, one, words)]
    return found


def _holds(edition: Edition, clause: Clause, words: list[str]) -> bool:
    return bool(words) and all_in(f"{edition.title} {clause.cite} {clause.text}", words)


def _clause(found: tuple[Edition, Clause], words: list[str]) -> Hit:
    edition, clause = found
    address = reverse("web:clause", args=[edition.number, clause.id])
    title = marked(f"《{edition.title}》{clause.cite}", words)
    return Hit(address, title, excerpt(clause.text, words), edition.document_number)
