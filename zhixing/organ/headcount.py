"""职数: how many may hold a post in a section. Which regulation keeps the register says so here; others ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from zhixing.organ.models import Holding, Organ, Section


@dataclass(frozen=True, slots=True)
class Approved:
    """How many the register allows, and by which document."""

    number: int
    document: str


Register = Callable[[Organ, Section, str, date], Approved | None]
_registers: list[Register] = []


def register_headcount(register: Register) -> None:
    """`register(organ, section, post, day)`: None where it holds nothing about this post of the section."""
    if register not in _registers:
        _registers.append(register)


def approved_on(organ: Organ, section: Section, post: str, day: date) -> Approved | None:
    """What the organ's register allows on that day; None where nobody keeps one, or not for this post."""
    found = (register(organ, section, post, day) for register in _registers)
    return next((one for one in found if one is not None), None)


def filled_on(organ: Organ, section: Section, post: str, day: date) -> int:
    """How many hold the post in the section on that day, or will hold it from a later day on."""
    held = Holding.objects.filter(organ=organ, section=section, post=post).exclude(until__lt=day)
    return held.values("person").distinct().count()
