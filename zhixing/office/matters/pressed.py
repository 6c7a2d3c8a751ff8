"""From an act by its word to the act itself, for page and API alike. The acts check everything by themselves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters import acts
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person


@dataclass(frozen=True, slots=True)
class Pressed:
    """One act asked for: on which matter, by whom, when, under which key, and what was said."""

    matter: Matter
    actor: Person
    at: datetime
    key: str
    text: str
    seen: int | None
    people: tuple[Person, ...]
    to: int | None
    mode: str
    where: str

    def base(self) -> dict[str, Any]:
        return {"matter": self.matter, "actor": self.actor, "at": self.at, "key": self.key, "text": self.text}


Act = Callable[[Pressed], Receipt]


def _agree(pressed: Pressed) -> Receipt:
    return acts.agree(**pressed.base(), seen=pressed.seen)


def _refuse(pressed: Pressed) -> Receipt:
    return acts.refuse(**pressed.base(), seen=pressed.seen)


def _send_back(pressed: Pressed) -> Receipt:
    return acts.send_back(**pressed.base(), to=pressed.to, mode=pressed.mode, seen=pressed.seen)


def _transfer(pressed: Pressed) -> Receipt:
    return acts.transfer(**pressed.base(), to=one(pressed, "转办"))


def _add_signer(pressed: Pressed) -> Receipt:
    return acts.add_signer(**pressed.base(), signer=one(pressed, "加签"), where=pressed.where)


def _circulate(pressed: Pressed) -> Receipt:
    return acts.circulate(**pressed.base(), people=pressed.people)


def _copy_to(pressed: Pressed) -> Receipt:
    return acts.copy_to(**pressed.base(), people=pressed.people)


def _plain(act: Callable[..., Receipt]) -> Act:
    return lambda pressed: act(**pressed.base())


ACTS: Mapping[str, Act] = {
    "同意": _agree,
    "不同意": _refuse,
    "退回": _send_back,
    "转办": _transfer,
    "加签": _add_signer,
    "传阅": _circulate,
    "抄送": _copy_to,
    "撤回": _plain(acts.withdraw),
    "取回": _plain(acts.take_back),
    "催办": _plain(acts.urge),
    "批注": _plain(acts.note),
    "作废": _plain(acts.void),
    "已阅": _plain(acts.read),
}


def one(pressed: Pressed, act: str) -> Person:
    """The one person chosen; raises Refusal where nobody was, or more than one."""
    if len(pressed.people) == 1:
        return pressed.people[0]
    found = "没有选择" if not pressed.people else f"选了{len(pressed.people)}人"
    raise Refusal(f"不能{act}：要选定一人。", [Finding("人员", found, "一人", "请选择一位同事。")])
