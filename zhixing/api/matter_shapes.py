"""A matter as JSON: in one line, and whole."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ninja import Field, Schema

from zhixing.api.callers import Caller
from zhixing.api.paging import PageOut
from zhixing.api.schemas import PersonOut, listed, local, person_out
from zhixing.office.matters.allowed import acts_open
from zhixing.office.matters.models import Matter, Opinion, Step, Task
from zhixing.organ.models import Person
from zhixing.organ.policy import visible


class MatterLine(Schema):
    """一件事项"""

    id: int = Field(title="事项")
    number: str = Field(title="编号")
    title: str = Field(title="标题")
    regulation: str = Field(title="制度")
    procedure: str = Field(title="程序")
    state: str = Field(title="状态")
    version: int = Field(title="版次")
    starter: PersonOut = Field(title="申请人")
    holders: list[PersonOut] = Field(title="现在由谁办理")
    created_at: datetime = Field(title="建立时间")
    submitted_at: datetime | None = Field(title="提交时间")
    closed_at: datetime | None = Field(title="结束时间")


class MatterPage(PageOut):
    """一页事项"""

    items: list[MatterLine] = Field(title="事项")


class TaskOut(Schema):
    """一件待办"""

    id: int = Field(title="待办")
    required: str = Field(title="要求")
    arrived_at: datetime = Field(title="到达时间")
    due_at: datetime | None = Field(title="限办时间")
    on_behalf_of: PersonOut | None = Field(title="代谁办理")
    matter: MatterLine = Field(title="事项")


class TodoPage(PageOut):
    """一页待办"""

    items: list[TaskOut] = Field(title="待办")


class StepOut(Schema):
    """一个环节"""

    place: int = Field(title="序号")
    name: str = Field(title="环节")
    required: str = Field(title="要求")
    merged: list[str] = Field(title="并入的要求")
    state: str = Field(title="状态")
    people: list[PersonOut] = Field(title="办理人")
    clause: str = Field(title="条款")
    cite: str = Field(title="出处")
    needs: str = Field(title="要什么")
    limit: str = Field(title="时限")
    due_at: datetime | None = Field(title="限办时间")


class OpinionOut(Schema):
    """一条意见"""

    at: datetime = Field(title="时间")
    person: PersonOut = Field(title="办理人")
    post: str = Field(title="身份")
    on_behalf_of: PersonOut | None = Field(title="代谁办理")
    act: str = Field(title="动作")
    required: str = Field(title="环节")
    text: str = Field(title="意见")
    entry: int = Field(title="日志序号")


class MatterOut(MatterLine):
    """一件事项的全部"""

    form: dict[str, Any] = Field(title="表单")
    facts: dict[str, Any] = Field(title="事实")
    ruling: dict[str, Any] = Field(title="裁定")
    edition: date | None = Field(title="版本")
    round: int = Field(title="轮次")
    route: list[StepOut] = Field(title="环节")
    trail: list[OpinionOut] = Field(title="意见")
    acts: list[str] = Field(title="现在可以办的")


def line(matter: Matter) -> dict[str, Any]:
    """`open_tasks` come prefetched by the lists; a single matter asks for them."""
    return {
        "id": matter.pk,
        "number": matter.number,
        "title": matter.title,
        "regulation": matter.regulation,
        "procedure": matter.procedure,
        "state": matter.state,
        "version": matter.version,
        "starter": person_out(matter.starter),
        "holders": [person_out(task.person) for task in _open_tasks(matter)],
        "created_at": local(matter.created_at),
        "submitted_at": local(matter.submitted_at),
        "closed_at": local(matter.closed_at),
    }


def task(held: Task) -> dict[str, Any]:
    return {
        "id": held.pk,
        "required": held.step.label if held.step else held.kind,
        "arrived_at": local(held.arrived_at),
        "due_at": local(held.due_at),
        "on_behalf_of": _maybe(held.on_behalf_of),
        "matter": line(held.matter),
    }


def whole(matter: Matter, caller: Caller, at: datetime) -> dict[str, Any]:
    opinions = visible(caller.viewer, Opinion).filter(matter=matter)
    return {
        **line(matter),
        "form": matter.form,
        "facts": matter.facts,
        "ruling": matter.ruling,
        "edition": matter.edition,
        "round": matter.round,
        "route": route(matter),
        "trail": listed(said, opinions.select_related("person", "on_behalf_of", "step").order_by("pk")),
        "acts": list(acts_open(matter, caller.person, at)),
    }


def route(matter: Matter) -> list[dict[str, Any]]:
    """The steps of the current round; `place` is what 退回 names."""
    steps = list(matter.steps.filter(round=matter.round))
    wanted = {one["person"] for step in steps for one in step.bearers}
    people = Person.objects.filter(organ=matter.organ, pk__in=wanted).in_bulk()
    return [step_out(place, step, people) for place, step in enumerate(steps)]


def step_out(place: int, step: Step, people: Mapping[int, Person]) -> dict[str, Any]:
    return {
        "place": place,
        "name": step.name,
        "required": step.label,
        "merged": list(step.merged),
        "state": step.state,
        "people": [person_out(people[one["person"]]) for one in step.bearers if one["person"] in people],
        "clause": step.clause,
        "cite": step.cite,
        "needs": step.needs,
        "limit": step.limit,
        "due_at": local(step.due_at),
    }


def said(opinion: Opinion) -> dict[str, Any]:
    return {
        "at": local(opinion.at),
        "person": person_out(opinion.person),
        "post": opinion.post,
        "on_behalf_of": _maybe(opinion.on_behalf_of),
        "act": opinion.act,
        "required": opinion.step.label if opinion.step else "",
        "text": opinion.text,
        "entry": opinion.entry_seq,
    }


def _open_tasks(matter: Matter) -> list[Task]:
    prefetched: list[Task] | None = getattr(matter, "open_tasks", None)
    if prefetched is not None:
        return prefetched
    return list(matter.tasks.filter(state="待办", kind="办理").select_related("person"))


def _maybe(person: Person | None) -> dict[str, str] | None:
    return person_out(person) if person else None
