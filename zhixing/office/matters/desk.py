"""The one way every act goes: lock, check, move, store, opinion, journal, regulation. One transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from zhixing.journal.write import AlreadyDone, Receipt, already_done, locked_head, write
from zhixing.law.refusal import Conflict, Finding, Refusal
from zhixing.office.matters import machine, store
from zhixing.office.matters.hooks import tell
from zhixing.office.matters.in_post import lost_post
from zhixing.office.matters.machine import Move, OutOfOrderError, Position
from zhixing.office.matters.models import Matter, Opinion, Step, Task
from zhixing.organ.models import Person
from zhixing.organ.who import service_on

KIND = "事项"
FILING = frozenset({"备案", "登记", "知悉"})
Prepare = Callable[[Matter], Position]


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does what to which matter, when, under which idempotency key; `seen` is the version on the screen."""

    matter: Matter
    actor: Person
    act: str
    at: datetime
    key: str
    text: str = ""
    seen: int | None = None


def perform(
    doing: Doing, move: Move, *, prepare: Prepare = store.load, also: Mapping[str, str] | None = None
) -> Receipt:
    """Do it once: the same key again gives the first receipt back. Raises Refusal with every finding."""
    organ = doing.actor.organ_id
    try:
        with transaction.atomic():
            locked_head(organ)  # first, or the same key pressed twice at once would meet its own effect
            return already_done(organ, doing.key) or _perform(doing, move, prepare, also or {})
    except AlreadyDone as done:
        return done.receipt


def _perform(doing: Doing, move: Move, prepare: Prepare, also: Mapping[str, str]) -> Receipt:
    matter = locked(doing)
    before = prepare(matter)
    task = held_task(doing, matter)
    doing = spoken(doing, task)
    after = _moved(doing, matter, before, move)
    touched = store.save(matter, before, after, doing.at)
    opinion = say(doing, matter, before, task)
    receipt = enter(
        doing, matter, [*touched, opinion], {**also, "前状态": before.status, "后状态": after.status}
    )
    tell(matter, before, after, actor=doing.actor, at=doing.at)
    doing.matter.refresh_from_db()
    return receipt


def spoken(doing: Doing, task: Task | None) -> Doing:
    """A filing is no agreement: trail and journal say what the step says."""
    step = task.step if task else None
    if doing.act != "同意" or step is None or step.act not in FILING:
        return doing
    return replace(doing, act=step.act)


def locked(doing: Doing) -> Matter:
    """The matter, held to the end of the transaction; another organ's matter does not exist here.

    The organ's journal is taken first: everybody locks in this order, or two acts would wait for each other.
    """
    locked_head(doing.actor.organ_id)
    matter = (
        Matter.objects.select_for_update().filter(pk=doing.matter.pk, organ_id=doing.actor.organ_id).first()
    )
    if matter is None:
        raise Refusal(
            "没有找到这件事项。", [_finding("事项", "没有找到", "本单位的事项", "请从待办中打开。")]
        )
    if service_on(doing.actor, timezone.localdate(doing.at)) is None:
        raise Refusal("不能办理：您不在岗。", [_finding("办理人", "不在册", "在册人员", "请联系办公室。")])
    if doing.seen is not None and doing.seen != matter.version:
        raise _overtaken(matter)
    return matter


def held_task(doing: Doing, matter: Matter) -> Task | None:
    """The actor's open to-do; held for another only while the delegation is open."""
    task = (
        Task.objects.filter(matter=matter, person=doing.actor, state="待办", kind="办理", round=matter.round)
        .select_related("on_behalf_of", "matter", "step")
        .first()
    )
    if task is not None and not store.still_delegated(task, doing.at):
        raise Refusal(
            "不能办理：委托已经结束。",
            [_finding("委托", "已到期或者已收回", "委托在有效期内", "请由委托人本人办理，或者重新委托。")],
        )
    lost = None if task is None else lost_post(task, doing.act, doing.at)
    if lost is not None:
        raise Refusal("不能办理：岗位已经变动。", [lost])
    return task


def _moved(doing: Doing, matter: Matter, before: Position, move: Move) -> Position:
    try:
        return move(before)
    except OutOfOrderError as wrong:
        raise Conflict(f"不能{doing.act}：{wrong}", [out_of_order(matter, str(wrong))]) from wrong


def out_of_order(matter: Matter, sentence: str) -> Finding:
    holders = "、".join(
        Task.objects.filter(matter=matter, state="待办", kind="办理").values_list("person__name", flat=True)
    )
    return Finding(
        fact="状态",
        found=sentence,
        expected="按环节顺序办理",
        mend="请刷新页面，看清现在到了哪一步。",
        who=holders,
    )


def _overtaken(matter: Matter) -> Conflict:
    who = matter.last_actor.name if matter.last_actor else ""
    when = timezone.localtime(matter.last_at).strftime("%Y-%m-%d %H:%M") if matter.last_at else ""
    told = f"{who}已于{when}办理（{_last_said(matter)}），现在是“{matter.state}”"
    return Conflict(
        f"没有办理：{told}。", [_finding("状态", told, "与您打开页面时一致", "请刷新页面后再办。")]
    )


def _last_said(matter: Matter) -> str:
    """The word of the trail: a filing is no agreement; taking back leaves no word of its own."""
    if matter.last_at is None:
        return matter.last_act
    said = Opinion.objects.filter(matter=matter, person=matter.last_actor, at=matter.last_at).last()
    return said.act if said else matter.last_act


def say(doing: Doing, matter: Matter, before: Position, task: Task | None) -> Opinion:
    """The opinion that stands in the trail for good."""
    step = _step_of(matter, before, task)
    service = service_on(doing.actor, timezone.localdate(doing.at))
    return Opinion.objects.create(
        organ_id=matter.organ_id,
        matter=matter,
        step=step,
        person=doing.actor,
        post=service.title if service else "",
        on_behalf_of=task.on_behalf_of if task else None,
        act=doing.act,
        text=doing.text,
        at=doing.at,
        entry_seq=locked_head(matter.organ_id).seq + 1,
    )


def _step_of(matter: Matter, before: Position, task: Task | None) -> Step | None:
    if task is not None:
        return task.step
    place = before.current
    row = None if place is None else before.stops[place].row
    return None if row is None else Step.objects.filter(pk=row, matter=matter).first()


def enter(doing: Doing, matter: Matter, touched: Sequence[Model], payload: Mapping[str, str]) -> Receipt:
    service = service_on(doing.actor, timezone.localdate(doing.at))
    return write(
        organ=matter.organ_id,
        actor=store.in_service_name(doing.actor),
        office=service.title if service else "",
        action=doing.act,
        object_kind=KIND,
        object_id=str(matter.pk),
        payload={"编号": matter.number, "程序": matter.procedure, "意见": doing.text, **payload},
        at=doing.at,
        key=doing.key,
        rule=f"{matter.regulation}/{matter.edition or ''}",
        touched=touched,
    )


def _finding(fact: str, found: str, expected: str, mend: str) -> Finding:
    return Finding(fact=fact, found=found, expected=expected, mend=mend)


def is_under_way(matter: Matter) -> bool:
    return matter.state in machine.UNDER_WAY
