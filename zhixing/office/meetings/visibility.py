"""Who sees meetings: whoever is on the roll, sits in or was invited, the recorder, and the office director."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, Q, QuerySet

from zhixing.office.meetings.models import (
    Absence,
    AbsentOpinion,
    Correction,
    Invitation,
    Item,
    LeftOut,
    Mandate,
    Meeting,
    Minutes,
    NamedVote,
    Presence,
    Progress,
    Resolution,
    Roll,
    RollLine,
    Speech,
    Subscription,
    Summary,
    Vote,
)
from zhixing.organ.models import Holding, Portfolio, Service
from zhixing.organ.policy import Viewer, register

Rows = QuerySet[Any]
UNSENT = ("筹备",)


def meetings(viewer: Viewer, rows: Rows) -> Rows:
    if viewer.person is None or "职员" not in viewer.roles:
        return rows.none()
    if "办公室主任" in viewer.roles:
        return rows
    person = viewer.person
    told = Invitation.objects.filter(organ=viewer.organ, person=person, item=None).exclude(sent_at=None)
    on_roll = RollLine.objects.filter(organ=viewer.organ, person=person)
    return rows.filter(
        Q(pk__in=told.values("meeting"))
        | Q(pk__in=on_roll.values("roll__meeting"))
        | Q(host=person)
        | Q(recorder=person)
        | Q(mandates__giver=person)
    ).distinct()


def items(viewer: Viewer, rows: Rows) -> Rows:
    """A topic of a meeting one sees; who was invited for a topic sees that one alone (01-6.2)."""
    if viewer.person is None:
        return rows.none()
    invited = Invitation.objects.filter(organ=viewer.organ, person=viewer.person).exclude(item=None)
    seen = meetings(viewer, Meeting.objects.filter(organ=viewer.organ))
    return rows.filter(Q(meeting__in=seen.values("pk")) | Q(pk__in=invited.values("item")))


def resolutions(viewer: Viewer, rows: Rows) -> Rows:
    """Those of a meeting one sees, and those one has to carry out: the section sees its own, nothing beside."""
    if viewer.person is None or "职员" not in viewer.roles:
        return rows.none()
    seen = meetings(viewer, Meeting.objects.filter(organ=viewer.organ))
    own = Service.objects.on(viewer.day).filter(organ=viewer.organ, person=viewer.person)
    led = Portfolio.objects.on(viewer.day).filter(organ=viewer.organ, leader=viewer.person)
    heads = Holding.objects.on(viewer.day).filter(organ=viewer.organ, person=viewer.person, post="科室负责人")
    return rows.filter(
        Q(item__meeting__in=seen.values("pk"))
        | Q(person=viewer.person)
        | Q(lead=viewer.person)
        | Q(section__in=led.values("section"))
        | Q(section__in=heads.values("section"))
        | Q(section__in=own.values("section"))
    ).distinct()


def own_subscriptions(viewer: Viewer, rows: Rows) -> Rows:
    return rows.filter(account=viewer.account)


def _through(path: str, parent: Any, model: type[Model]) -> Any:
    def rule(viewer: Viewer, rows: Rows) -> Rows:
        above = parent(viewer, model._default_manager.filter(organ=viewer.organ))
        return rows.filter(**{f"{path}__in": above.values("pk")})

    return rule


def publish() -> None:
    register(Meeting, meetings)
    register(Item, items)
    register(Resolution, resolutions)
    of_a_meeting: tuple[type[Model], ...] = (
        Absence, AbsentOpinion, Mandate, Minutes, Presence, Roll, Summary, Invitation,
    )  # fmt: skip
    for model in of_a_meeting:
        register(model, _through("meeting", meetings, Meeting))
    register(RollLine, _through("roll__meeting", meetings, Meeting))
    register(Correction, _through("minutes__meeting", meetings, Meeting))
    of_a_topic: tuple[type[Model], ...] = (Speech, Vote)
    for model in of_a_topic:
        register(model, _through("item__meeting", meetings, Meeting))
    register(NamedVote, _through("vote__item__meeting", meetings, Meeting))
    register(Progress, _through("resolution", resolutions, Resolution))
    register(LeftOut, _office_and_leaders)
    register(Subscription, own_subscriptions)


def _office_and_leaders(viewer: Viewer, rows: Rows) -> Rows:
    return rows if viewer.roles & {"办公室主任", "局长", "局领导"} else rows.none()
