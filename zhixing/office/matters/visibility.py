"""Who sees a matter: the starter, whoever has or had it, the office, the leaders in charge (domain 4.10)."""

from django.db.models import Q, QuerySet

from zhixing.office.matters.models import Matter, Opinion, Task
from zhixing.organ.models import Portfolio, Service
from zhixing.organ.policy import Viewer, register

EVERYTHING = frozenset({"办公室", "局长"})


def matters(viewer: Viewer, records: QuerySet[Matter]) -> QuerySet[Matter]:
    if viewer.person is None:
        return records.none()
    if viewer.roles & EVERYTHING:
        return records.exclude(~Q(starter=viewer.person) & Q(state="草稿"))
    held = Task.objects.filter(organ=viewer.organ, person=viewer.person).values("matter")
    return records.filter(Q(starter=viewer.person) | Q(pk__in=held) | _of_own_portfolio(viewer))


def _of_own_portfolio(viewer: Viewer) -> Q:
    sections = Portfolio.objects.on(viewer.day).filter(leader=viewer.person).values("section")
    people = Service.objects.on(viewer.day).filter(section__in=sections).values("person")
    return Q(starter__in=people) & ~Q(state="草稿")


def opinions(viewer: Viewer, records: QuerySet[Opinion]) -> QuerySet[Opinion]:
    return records.filter(matter__in=matters(viewer, Matter.objects.filter(organ=viewer.organ)))


def publish() -> None:
    register(Matter, matters)
    register(Opinion, opinions)
