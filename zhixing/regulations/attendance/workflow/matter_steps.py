"""A step of a matter that an act of this regulation completes: 销假, 确认时长."""

from __future__ import annotations

from datetime import datetime

from zhixing.office.matters.acts import finish_step
from zhixing.office.matters.models import Matter, Task
from zhixing.organ.models import Person


def finish_own_step(matter: Matter, step: str, *, actor: Person, at: datetime, key: str) -> None:
    """Complete the open step of that name where the actor holds it; otherwise nothing is to be done."""
    held = Task.objects.filter(
        matter=matter, person=actor, kind="办理", state="待办", step__name=step, step__state="办理中"
    )
    if held.exists():
        finish_step(matter=matter, actor=actor, act=step, at=at, key=key)
