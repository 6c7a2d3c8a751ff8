"""Between the stored rows of a matter and its pure position."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from django.db.models import Model
from django.utils import timezone

from zhixing.law.procedure import due_by, parse_limit
from zhixing.office.matters import machine
from zhixing.office.matters.hooks import event_day
from zhixing.office.matters.machine import Position, Stop, Todo
from zhixing.office.matters.models import Matter, Step, Task
from zhixing.organ.days import calendar_of
from zhixing.organ.models import Person
from zhixing.organ.who import delegation_of

END_OF_DAY = time(23, 59, 59)


def load(matter: Matter) -> Position:
    """The position of the current round."""
    steps = list(matter.steps.filter(round=matter.round))
    places = {step.pk: place for place, step in enumerate(steps)}
    tasks = matter.tasks.filter(round=matter.round, kind="办理").order_by("pk")
    return Position(
        starter=matter.starter_id,
        status=matter.state,
        stops=tuple(Stop(step.pk, step.act, _persons(step), step.state) for step in steps),
        todos=tuple(Todo(t.pk, t.person_id, places[t.step_id], t.state) for t in tasks if t.step_id),
        last=(matter.last_actor_id, matter.last_act, matter.last_order) if matter.last_actor_id else None,
    )


def _persons(step: Step) -> tuple[int, ...]:
    return tuple(one["person"] for one in step.bearers)


def save(matter: Matter, before: Position, after: Position, at: datetime) -> list[Model]:
    """Write what the move changed; the changed rows, for the journal to explain."""
    steps = _save_steps(matter, before, after, at)
    tasks = _save_tasks(matter, before, after, at, steps)
    _save_matter(matter, after, at)
    changed = [step for step in steps if step in _changed_steps(before, after, steps)]
    return [matter, *changed, *tasks]


def _changed_steps(before: Position, after: Position, steps: Sequence[Step]) -> list[Step]:
    old = {stop.row: (place, stop) for place, stop in enumerate(before.stops)}
    return [
        step
        for place, (step, stop) in enumerate(zip(steps, after.stops, strict=True))
        if old.get(stop.row) != (place, stop)
    ]


def _save_steps(matter: Matter, before: Position, after: Position, at: datetime) -> list[Step]:
    rows = {step.pk: step for step in matter.steps.filter(round=matter.round)}
    was = {stop.row: stop.state for stop in before.stops}
    return [_save_step(matter, rows, was, place, stop, at) for place, stop in enumerate(after.stops)]


def _save_step(
    matter: Matter, rows: dict[int, Step], was: dict[int | None, str], place: int, stop: Stop, at: datetime
) -> Step:
    step = rows.get(stop.row) if stop.row is not None else None
    if step is None:
        step = _added_step(matter, stop)
    step.order, step.state = place, stop.state
    if _persons(step) != stop.bearers:
        step.bearers = [_bearer(person) for person in stop.bearers]
    if stop.state == machine.OPEN and was.get(stop.row) != machine.OPEN:
        step.due_at = due_at(step, at)
    step.save()
    return step


def _bearer(person: int) -> dict[str, int | str | None]:
    return {"person": person, "for": None, "delegation": None, "why": ""}


def _added_step(matter: Matter, stop: Stop) -> Step:
    return Step(
        organ_id=matter.organ_id,
        matter=matter,
        round=matter.round,
        name="重新签发" if stop.decides else "加签",
        post="",
        act=stop.act,
        label=f"重新{stop.act}" if stop.decides else "加签签署意见",
        bearers=[_bearer(person) for person in stop.bearers],
        added_by_id=matter.last_actor_id,
    )


def due_at(step: Step, at: datetime) -> datetime | None:
    """When an opened step is due, by its written limit; None where the text sets none, or the event is unknown."""
    limit = parse_limit(step.limit)
    if limit is None or limit.span == "事前":
        return None
    begins = event_day(step.matter, limit.event) if limit.event else timezone.localdate(at)
    if begins is None:
        return None
    day = due_by(limit, begins, calendar_of(step.organ)).day
    return timezone.make_aware(datetime.combine(day, END_OF_DAY))


def _save_tasks(
    matter: Matter, before: Position, after: Position, at: datetime, steps: Sequence[Step]
) -> list[Task]:
    known = {todo.row: todo for todo in before.todos}
    changed = []
    for todo in after.todos:
        if todo.row is None:
            changed.append(_new_task(matter, steps[todo.stop], todo.person, at))
        elif known[todo.row].state != todo.state:
            changed.append(_closed_task(todo.row, todo.state, at))
    return changed


def _new_task(matter: Matter, step: Step, person: int, at: datetime) -> Task:
    bearer = next((one for one in step.bearers if one["person"] == person), None) or _bearer(person)
    return Task.objects.create(
        organ_id=matter.organ_id,
        matter=matter,
        step=step,
        person_id=person,
        on_behalf_of_id=bearer["for"],
        delegation_id=bearer["delegation"],
        kind="办理",
        round=matter.round,
        arrived_at=at,
        due_at=step.due_at,
    )


def _closed_task(row: int, state: str, at: datetime) -> Task:
    task = Task.objects.get(pk=row)
    task.state, task.done_at = state, at
    task.save(update_fields=["state", "done_at"])
    return task


def _save_matter(matter: Matter, after: Position, at: datetime) -> None:
    matter.state = after.status
    matter.version += 1
    matter.last_at = at
    if after.last is not None:
        matter.last_actor_id, matter.last_act, matter.last_order = after.last
    resting = after.status in {machine.CLOSED, machine.REFUSED, machine.VOID}
    matter.closed_at = at if resting else None
    matter.save()


def still_delegated(task: Task, at: datetime) -> bool:
    """A to-do held for another is open only as long as the delegation is."""
    if task.on_behalf_of is None:
        return True
    open_now = delegation_of(task.on_behalf_of, task.matter.procedure, at)
    return open_now is not None and open_now.pk == task.delegation_id


def in_service_name(person: Person) -> str:
    return f"{person.number} {person.name}"
