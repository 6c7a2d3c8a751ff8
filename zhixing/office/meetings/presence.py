"""Who is in the room, computed from what was recorded: arrive, leave, come back, withdraw, go for good."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

IN, OUT, WITHDRAWN, GONE = "在场", "不在场", "回避", "退席"
AFTER = {"到会": IN, "返回": IN, "离席": OUT, "回避": WITHDRAWN, "退席": GONE}
ALLOWED = {
    "到会": frozenset({OUT}),
    "返回": frozenset({OUT, WITHDRAWN}),
    "离席": frozenset({IN}),
    "回避": frozenset({IN}),
    "退席": frozenset({IN, OUT, WITHDRAWN}),
}


@dataclass(frozen=True, slots=True)
class Happened:
    """One event: whose, what, and for which topic where it is a withdrawal."""

    person: int
    kind: str
    item: int | None = None


def whereabouts(happened: Iterable[Happened], *, open_item: int | None = None) -> dict[int, str]:
    """{person: where} after all of it, in order. A withdrawal ends with the topic it was for."""
    found: dict[int, str] = {}
    for one in happened:
        over = one.kind == "回避" and one.item != open_item
        found[one.person] = IN if over else AFTER[one.kind]
    return found


def may_follow(where: str, kind: str) -> bool:
    """Whether an event makes sense for somebody who is `where`; OUT for who has not come yet."""
    return where in ALLOWED[kind]
