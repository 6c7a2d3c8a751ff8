"""退回: who sent the matter back, why, and whether it may go straight back to that person."""

from __future__ import annotations

from dataclasses import dataclass

from zhixing.office.matters import machine
from zhixing.office.matters.models import Matter, Opinion


@dataclass(frozen=True, slots=True)
class Returned:
    """`straight` holds where earlier steps stand and only whoever returned it is to act again."""

    said: Opinion
    straight: bool


def returned(matter: Matter) -> Returned | None:
    """None where the matter did not come back."""
    if matter.state != machine.RETURNED:
        return None
    said = matter.opinions.filter(act="退回").select_related("person").last()
    if said is None:
        return None
    steps = matter.steps.filter(round=matter.round)
    first = steps.filter(state=machine.AHEAD).first()
    straight = first is not None and steps.filter(state=machine.DONE).exists()
    return Returned(said, straight)
