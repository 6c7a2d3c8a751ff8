"""Who sees topics, major matters, emergency actions and audits of 01 (domain 4.10); the default is no."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from zhixing.files import permission
from zhixing.files.models import StoredFile
from zhixing.office.matters.models import Task
from zhixing.office.meetings.models import Item
from zhixing.organ.models import Holding, Portfolio
from zhixing.organ.policy import Viewer, visible
from zhixing.regulations.governance.models import MajorMatter, Topic, TopicPaper
from zhixing.regulations.governance.workflow.answering_for import POSTS
from zhixing.regulations.governance.workflow.topic_agenda import PREFIX

Rows = QuerySet[Any]
LEADERS = frozenset({"局领导", "局长"})
AUDITORS = frozenset({"局长", "纪检"})


def topics(viewer: Viewer, rows: Rows) -> Rows:
    """The proposer, whoever handles or handled it, the section, its leader, the office director, and whoever sees
    the meeting that takes it; a draft is its writer's alone."""
    person = viewer.person
    if person is None or "职员" not in viewer.roles:
        return rows.none()
    own = Q(matter__starter=person)
    if viewer.roles & {"办公室主任", "局长"}:
        return rows.filter(own | ~Q(status="草稿"))
    handled = Task.objects.filter(organ=viewer.organ, person=person).values("matter")
    led = Portfolio.objects.on(viewer.day).filter(organ=viewer.organ, leader=person)
    answered = Holding.objects.on(viewer.day).filter(organ=viewer.organ, person=person, post__in=POSTS)
    seen = (
        Q(matter__in=handled)
        | Q(section__in=led.values("section"))
        | Q(section__in=answered.exclude(section=None).values("section"))
        | Q(pk__in=_listed(viewer))
    )
    return rows.filter(own | (seen & ~Q(status="草稿"))).distinct()


def _listed(viewer: Viewer) -> list[int]:
    """Topics on agendas that the viewer sees, by the sources of their items."""
    items = visible(viewer, Item).filter(source__startswith=PREFIX)
    numbers = (
        source.removeprefix(PREFIX).partition("#")[0] for source in items.values_list("source", flat=True)
    )
    return [int(number) for number in numbers if number.isdecimal()]


def papers(viewer: Viewer, rows: Rows) -> Rows:
    return rows.filter(topic__in=topics(viewer, Topic.objects.filter(organ=viewer.organ)).values("pk"))


def majors(viewer: Viewer, rows: Rows) -> Rows:
    """Leaders deliberate about all of them; the proposer, the section's head and the office director see theirs."""
    person = viewer.person
    if person is None or "职员" not in viewer.roles:
        return rows.none()
    if viewer.roles & (LEADERS | {"办公室主任"}):
        return rows
    answered = Holding.objects.on(viewer.day).filter(organ=viewer.organ, person=person, post__in=POSTS)
    return rows.filter(
        Q(proposer=person) | Q(section__in=answered.exclude(section=None).values("section"))
    ).distinct()


def deliberations(viewer: Viewer, rows: Rows) -> Rows:
    return rows.filter(major__in=majors(viewer, MajorMatter.objects.filter(organ=viewer.organ)).values("pk"))


def emergencies(viewer: Viewer, rows: Rows) -> Rows:
    if viewer.person is None or "职员" not in viewer.roles:
        return rows.none()
    if viewer.roles & (LEADERS | {"办公室主任"}):
        return rows
    return rows.filter(entered_by=viewer.person)


def bypasses(viewer: Viewer, rows: Rows) -> Rows:
    """The chief and the discipline head; whoever is held liable learns of it from them (01-12, 01-19)."""
    if viewer.person is None:
        return rows.none()
    secretary = Holding.objects.on(viewer.day).filter(
        organ=viewer.organ, person=viewer.person, post="党组书记"
    )
    return rows if viewer.roles & AUDITORS or secretary.exists() else rows.none()


def files(viewer: Viewer, rows: QuerySet[StoredFile]) -> QuerySet[StoredFile]:
    """Attachments of topics and of major matters that the viewer sees; those of a listed topic open the matter's."""
    if viewer.person is None:
        return rows.none()
    seen = topics(viewer, Topic.objects.filter(organ=viewer.organ))
    attached = TopicPaper.objects.filter(topic__in=seen.values("pk"))
    own = majors(viewer, MajorMatter.objects.filter(organ=viewer.organ))
    behind = MajorMatter.objects.filter(pk__in=seen.exclude(major=None).values("major"))
    found = Q(pk__in=attached.values("file"))
    for matters in (own, behind):
        for name in ("research_file", "expert_file", "risk_file"):
            found |= Q(pk__in=matters.order_by().exclude(**{name: None}).values(name))
    return rows.filter(found)


def register() -> None:
    """Called once by the app when it is ready."""
    permission.register_files(files)
