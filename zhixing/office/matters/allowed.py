"""Which acts are open to a person now: the buttons of the matter page. The acts check again by themselves."""

from collections.abc import Callable
from datetime import datetime

from zhixing.office.matters import machine, store
from zhixing.office.matters.acts.party import is_party
from zhixing.office.matters.acts.void import may_void
from zhixing.office.matters.machine import OutOfOrderError, Position
from zhixing.office.matters.models import Matter, Task
from zhixing.organ.models import Person

HANDLING = ("同意", "不同意", "退回", "转办", "加签")
FILING = ("同意", "转办")


def acts_open(matter: Matter, person: Person, at: datetime) -> tuple[str, ...]:
    position = store.load(matter)
    acts: list[str] = []
    if position.waiting(person.pk):
        acts += HANDLING if position.status == machine.RUNNING else FILING
    if matter.starter_id == person.pk:
        acts += _starter_acts(position)
    if _moves(lambda: machine.take_back(position, person.pk)):
        acts.append("取回")
    if is_party(matter, person):
        acts += ["批注", "传阅", "抄送", *(["催办"] if matter.state in machine.UNDER_WAY else [])]
    if Task.objects.filter(matter=matter, person=person, state="待办").exclude(kind="办理").exists():
        acts.append("已阅")
    if matter.state not in {machine.DRAFT, machine.VOID} and may_void(matter, person, at):
        acts.append("作废")
    return tuple(acts)


def _starter_acts(position: Position) -> list[str]:
    if position.status in machine.EDITABLE:
        return ["修改", "提交"]
    return ["撤回"] if _moves(lambda: machine.withdraw(position)) else []


def _moves(attempt: Callable[[], Position]) -> bool:
    try:
        attempt()
    except OutOfOrderError:
        return False
    return True
