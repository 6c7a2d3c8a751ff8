"""The to-dos of matters that have a day, as reminders want them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from zhixing.office.duties.reminders import Open
from zhixing.office.matters.models import Task
from zhixing.organ.models import Organ


def undone(organ: Organ, today: date) -> Iterator[Open]:  # noqa: ARG001 -- a to-do bears its own day
    """Named by procedure and number alone: a title may speak of somebody's illness (domain 4.2)."""
    tasks = Task.objects.filter(organ=organ, kind="办理", state="待办", due_at__isnull=False)
    for task in tasks.select_related("matter", "person", "step"):
        assert task.due_at is not None
        step = f"环节：{task.step.label}。" if task.step else ""
        cite = f"依据：{task.step.cite}。" if task.step and task.step.cite else ""
        yield Open(
            object_kind="task",
            object_id=str(task.pk),
            subject=f"{task.matter.number}{task.matter.procedure}",
            due=timezone.localdate(task.due_at),
            bearers=(task.person,),
            adds=step + cite,
        )
