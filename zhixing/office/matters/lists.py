"""The lists of the desk: 待办, 已办, 我发起的, 传阅给我, 预警. Each is one query of the viewer's own."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery

from zhixing.office.matters import machine
from zhixing.office.matters.models import Matter, Task
from zhixing.organ.policy import Viewer

READ_KINDS = ("传阅", "抄送", "知悉")
SOON = timedelta(days=1)
HOLDERS = Prefetch(
    "tasks",
    queryset=Task.objects.filter(state="待办", kind="办理").select_related("person"),
    to_attr="open_tasks",
)


def todo(viewer: Viewer) -> QuerySet[Task]:
    """What waits for the viewer, newest first."""
    return _tasks(viewer).filter(kind="办理", state="待办")


def done(viewer: Viewer) -> QuerySet[Task]:
    """The viewer's own acts, one row a matter: the last one."""
    last = Task.objects.filter(
        person=viewer.person, matter=OuterRef("matter"), kind="办理", state="已办"
    ).order_by("-done_at", "-pk")
    return _tasks(viewer).filter(pk=Subquery(last.values("pk")[:1])).order_by("-done_at", "-pk")


def started(viewer: Viewer) -> QuerySet[Matter]:
    mine = Matter.objects.filter(organ=viewer.organ, starter=viewer.person)
    return mine.prefetch_related(HOLDERS).order_by("-pk")


def sent_to_me(viewer: Viewer) -> QuerySet[Task]:
    return _tasks(viewer).filter(kind__in=READ_KINDS)


def _tasks(viewer: Viewer) -> QuerySet[Task]:
    tasks = Task.objects.filter(organ=viewer.organ, person=viewer.person)
    return tasks.select_related("matter__starter", "step", "on_behalf_of").order_by("-arrived_at", "-pk")


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 -- 预警 is the word of the desk
    """One thing that runs late or soon will; `level` is 临期, 今日到期 or 逾期."""

    level: str
    matter: Matter
    due_at: datetime
    holder: str


def warnings(viewer: Viewer, now: datetime) -> list[Warning]:
    """Of what the viewer holds or has started: what is due within a day, today, or overdue."""
    open_tasks = Task.objects.filter(
        organ=viewer.organ, kind="办理", state="待办", due_at__lte=now + SOON
    ).select_related("matter__starter", "person")
    mine = open_tasks.filter(person=viewer.person) | open_tasks.filter(matter__starter=viewer.person)
    return [
        Warning(level(task.due_at, now), task.matter, task.due_at, task.person.name)
        for task in mine.order_by("due_at")
        if task.due_at
    ]


def level(due_at: datetime, now: datetime) -> str:
    if due_at < now:
        return "逾期"
    return "今日到期" if due_at.date() == now.date() else "临期"


def is_running(matter: Matter) -> bool:
    return matter.state in machine.UNDER_WAY
