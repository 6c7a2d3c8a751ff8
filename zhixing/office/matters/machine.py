"""The pure states of a matter. No storage: the acts load a position, move it, and store what changed.

What holds after every move (and is property-tested): while a matter is under way exactly one stop is open,
and each of its bearers who has not acted holds exactly one open to-do; a matter that rests has none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

DRAFT, RUNNING, AGREED, REFUSED = "草稿", "审批中", "已同意", "不同意"
RETURNED, WITHDRAWN, CLOSED, VOID = "已退回", "已撤回", "已办结", "已作废"
UNDER_WAY = frozenset({RUNNING, AGREED})
EDITABLE = frozenset({DRAFT, RETURNED, WITHDRAWN})
AHEAD, OPEN, DONE, SKIPPED = "未到", "办理中", "已办", "跳过"
TODO, HANDED, DROPPED = "待办", "已转办", "已取消"
DECIDING = frozenset({"审批", "批准", "同意", "签发"})
JOINT = frozenset({"会签"})  # every bearer acts; elsewhere any one of them does
AGAIN, STRAIGHT = "重走", "直送退回人"


class OutOfOrderError(Exception):
    """A move that the position does not allow; the sentence says what is the case."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One step of the frozen plan; `row` is its stored identity, None for one just added."""

    row: int | None
    act: str
    bearers: tuple[int, ...]
    state: str = AHEAD

    @property
    def decides(self) -> bool:
        return self.act in DECIDING


@dataclass(frozen=True, slots=True)
class Todo:
    """One person's to-do at a stop, named by the stop's place in the plan."""

    row: int | None
    person: int
    stop: int
    state: str = TODO


@dataclass(frozen=True, slots=True)
class Position:
    starter: int
    status: str = DRAFT
    stops: tuple[Stop, ...] = ()
    todos: tuple[Todo, ...] = ()
    last: tuple[int, str, int] | None = None  # who moved it last, by which act, at which stop

    @property
    def current(self) -> int | None:
        """The place of the open stop."""
        return next((place for place, stop in enumerate(self.stops) if stop.state == OPEN), None)

    @property
    def undecided(self) -> bool:
        return any(stop.decides and stop.state in {AHEAD, OPEN} for stop in self.stops)

    def waiting(self, person: int) -> bool:
        return any(todo.person == person and todo.state == TODO for todo in self.todos)


def submit(position: Position, stops: tuple[Stop, ...]) -> Position:
    """The starter sends it off along `stops`; after a return 重走 it goes the whole way again."""
    _need(position.status in EDITABLE, f"这件事项现在是“{position.status}”，不能提交。")
    begun = replace(position, status=RUNNING, stops=stops, last=(position.starter, "提交", -1))
    return _advance(begun)


def resubmit(position: Position) -> Position:
    """After a return 直送退回人: straight to whoever returned it; what others did stands."""
    _need(position.status == RETURNED, "只有退回的事项可以直送退回人。")
    return _advance(replace(position, status=RUNNING, last=(position.starter, "提交", -1)))


def agree(position: Position, person: int) -> Position:
    """A bearer acts; the stop is done with the first of them, a joint one with the last."""
    place = _acting(position, person)
    moved = replace(_finish(position, person), last=(person, "同意", place))
    if position.stops[place].act in JOINT and any(_open_at(todo, place) for todo in moved.todos):
        return moved
    return _advance(_set_stop(_drop(moved), place, DONE))


def refuse(position: Position, person: int) -> Position:
    """不同意 ends the matter; it is only for a matter that is not decided yet."""
    place = _acting(position, person)
    _need(position.status == RUNNING, "这件事项已经批准，不能再作不同意；可以退回或者作废。")
    ended = _set_stop(_drop(_finish(position, person)), place, DONE)
    return replace(ended, status=REFUSED, last=(person, "不同意", place))


def send_back(position: Position, person: int, to: int | None, mode: str) -> Position:
    """退回 to an earlier stop, or to the starter (`to` None); 重走 or 直送退回人."""
    place = _acting(position, person)
    _need(position.status == RUNNING, "这件事项已经批准，不能退回；可以作废。")
    _need(to is None or 0 <= to < place, "只能退回到前面已经办过的环节。")
    _need(mode in {AGAIN, STRAIGHT}, "退回要选重走或者直送退回人。")
    rested = _set_stop(_drop(_finish(position, person)), place, AHEAD)
    first = 0 if to is None else to
    again = range(first, place) if mode == AGAIN else range(first, first if to is None else first + 1)
    for earlier in again:
        rested = _set_stop(rested, earlier, AHEAD)
    rested = replace(rested, last=(person, "退回", place))
    return replace(rested, status=RETURNED) if to is None else _advance(rested)


def withdraw(position: Position) -> Position:
    """撤回: the starter, before anybody has acted."""
    _need(position.status in UNDER_WAY, f"这件事项现在是“{position.status}”，不能撤回。")
    untouched = position.last is not None and position.last[1] == "提交"
    _need(untouched, "下一环节已经办理，不能撤回；可以请办理人退回。")
    place = position.current
    rested = _drop(position) if place is None else _set_stop(_drop(position), place, AHEAD)
    return replace(rested, status=WITHDRAWN, last=(position.starter, "撤回", -1))


def take_back(position: Position, person: int) -> Position:
    """取回: a handler, before the next act; the stop opens for that handler again."""
    taken = position.last
    mine = taken is not None and taken[0] == person and taken[1] == "同意"
    _need(mine and position.status in UNDER_WAY, "下一环节已经办理，或者不是您最后办理，不能取回。")
    assert taken is not None
    place, now = taken[2], position.current
    rested = position
    if now is not None and now != place:
        rested = _set_stop(_drop(position), now, AHEAD)
    reopened = _set_stop(rested, place, OPEN)
    todos = (*reopened.todos, Todo(None, person, place))
    status = RUNNING if reopened.undecided else AGREED
    return replace(reopened, status=status, todos=todos, last=(person, "取回", place))


def transfer(position: Position, person: int, to: int) -> Position:
    """转办: another does it for good."""
    place = _acting(position, person)
    _need(to != position.starter, "不能转给申请人本人。")
    _need(not position.waiting(to), "对方已经有这件待办。")
    handed = replace(position, todos=_mark(position.todos, person, HANDED))
    todos = (*handed.todos, Todo(None, to, place))
    stop = handed.stops[place]
    bearers = tuple(to if one == person else one for one in stop.bearers)
    return replace(
        handed,
        todos=todos,
        stops=_put(handed.stops, place, replace(stop, bearers=bearers)),
        last=(person, "转办", place),
    )


def add_signer(position: Position, person: int, signer: int, where: str) -> Position:
    """加签: 前 lets the signer speak first and then comes back; 后 lets the signer speak next."""
    place = _acting(position, person)
    _need(signer not in {position.starter, person}, "不能请申请人或者本人加签。")
    _need(where in {"前", "后"}, "加签要选前或者后。")
    added = Stop(None, "签署意见", (signer,))
    if where == "后":
        stops = (*position.stops[: place + 1], added, *position.stops[place + 1 :])
        todos = tuple(_shifted(todo, place + 1) for todo in position.todos)
        return replace(position, stops=stops, todos=todos, last=(person, "加签", place))
    rested = _set_stop(_drop(position), place, AHEAD)
    stops = (*rested.stops[:place], added, *rested.stops[place:])
    todos = tuple(_shifted(todo, place) for todo in rested.todos)
    return _advance(replace(rested, stops=stops, todos=todos, last=(person, "加签", place + 1)))


def decide_again(position: Position, person: int, signers: tuple[int, ...], act: str) -> Position:
    """What was decided has changed since: whoever decided does so again, then it comes back to this step."""
    place = _acting(position, person)
    _need(act in DECIDING, f"“{act}”不是作决定的环节。")
    _need(bool(signers) and person not in signers, "不能请本人重新决定。")
    rested = _set_stop(_drop(position), place, AHEAD)
    added = tuple(Stop(None, act, (signer,)) for signer in signers)
    stops = (*rested.stops[:place], *added, *rested.stops[place:])
    todos = tuple(_shifted(todo, place, len(added)) for todo in rested.todos)
    return _advance(replace(rested, stops=stops, todos=todos, last=(person, "退回重签", place + len(added))))


def void(position: Position, person: int) -> Position:
    """作废: the number stays, the reason stands; whoever may do it is asked above."""
    _need(position.status not in {VOID, DRAFT}, f"“{position.status}”的事项不能作废。")
    place = position.current
    rested = _drop(position) if place is None else _set_stop(_drop(position), place, SKIPPED)
    return replace(rested, status=VOID, last=(person, "作废", -1))


def reassign(position: Position, leaver: int, heir: int) -> Position:
    """Whoever leaves hands over the open to-do; the matter stays where it is. An heir who has it already keeps one."""
    place = _acting(position, leaver)
    if not position.waiting(heir):
        return replace(transfer(position, leaver, heir), last=(leaver, "移交", place))
    stop = position.stops[place]
    left = tuple(one for one in stop.bearers if one != leaver)
    return replace(
        position,
        todos=_mark(position.todos, leaver, HANDED),
        stops=_put(position.stops, place, replace(stop, bearers=left)),
        last=(leaver, "移交", place),
    )


def _need(holds: bool, sentence: str) -> None:  # noqa: FBT001 -- a condition is a truth value
    if not holds:
        raise OutOfOrderError(sentence)


def _acting(position: Position, person: int) -> int:
    place = position.current
    _need(
        place is not None and position.status in UNDER_WAY, f"这件事项现在是“{position.status}”，不用办理。"
    )
    _need(position.waiting(person), "这件事项现在不由您办理。")
    assert place is not None
    return place


def _open_at(todo: Todo, place: int) -> bool:
    return todo.stop == place and todo.state == TODO


def _mark(todos: tuple[Todo, ...], person: int, state: str) -> tuple[Todo, ...]:
    return tuple(
        replace(todo, state=state) if todo.person == person and todo.state == TODO else todo for todo in todos
    )


def _finish(position: Position, person: int) -> Position:
    return replace(position, todos=_mark(position.todos, person, DONE))


def _drop(position: Position) -> Position:
    todos = tuple(replace(todo, state=DROPPED) if todo.state == TODO else todo for todo in position.todos)
    return replace(position, todos=todos)


def _put(stops: tuple[Stop, ...], place: int, stop: Stop) -> tuple[Stop, ...]:
    return (*stops[:place], stop, *stops[place + 1 :])


def _set_stop(position: Position, place: int, state: str) -> Position:
    return replace(position, stops=_put(position.stops, place, replace(position.stops[place], state=state)))


def _shifted(todo: Todo, place: int, by: int = 1) -> Todo:
    return replace(todo, stop=todo.stop + by) if todo.stop >= place else todo


def _advance(position: Position) -> Position:
    """Open the next stop ahead; agreed once nothing is left to decide, closed once nothing is left at all."""
    ahead = next((place for place, stop in enumerate(position.stops) if stop.state == AHEAD), None)
    if ahead is None:
        return replace(position, status=CLOSED)
    opened = _set_stop(position, ahead, OPEN)
    todos = tuple(Todo(None, person, ahead) for person in position.stops[ahead].bearers)
    status = RUNNING if opened.undecided else AGREED
    return replace(opened, status=status, todos=(*opened.todos, *todos))


Move = Callable[[Position], Position]


def done_between(before: Position, after: Position) -> list[str]:
    """The acts of the stops that were open before a move and are done after it."""
    opened = {stop.row for stop in before.stops if stop.state == OPEN}
    return [stop.act for stop in after.stops if stop.row in opened and stop.state == DONE]
