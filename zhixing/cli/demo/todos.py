"""People work through their to-dos: every open step of a matter is done some hours after it arrived."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from zhixing.cli.demo import seals_left
from zhixing.cli.demo.leave_data import AGREED, REFUSED
from zhixing.cli.demo.stage import Stage
from zhixing.office.matters.acts import agree, refuse
from zhixing.office.matters.models import Matter, Task

OWN, DISTRICT = "本人", "区级"
RARELY = 25  # in a thousand decisions is a 不同意
Own = Callable[[datetime, str], None]


def work_on(stage: Stage, matter: Matter, since: datetime, own: Own | None = None) -> None:
    """Puts the next act of the matter on the agenda; `own` is what the starter does at a step of his own."""
    day = since.date()
    later = stage.office_hour(stage.next_working(day) if stage.chance(600) else day)
    when = later if later > since else stage.office_hour(stage.next_working(day))
    stage.agenda.add(when, partial(_next, stage, matter, own))


def _next(stage: Stage, matter: Matter, own: Own | None, at: datetime, key: str) -> None:
    tasks = Task.objects.filter(matter=matter, kind="办理", state="待办").select_related("person", "step")
    task = tasks.order_by("pk").first()
    if task is None or task.step is None:
        return
    matter.refresh_from_db()
    if task.step.post == OWN:
        if own is not None:
            own(at, key)
        return
    filing = task.step.post == "办公室"
    if not filing and stage.chance(RARELY):
        refuse(matter=matter, actor=task.person, at=at, key=key, text=REFUSED)
        return
    if filing and not seals_left.handed_over(matter, at, key):
        work_on(stage, matter, at, own)
        return
    text = "已备案。" if filing else stage.dice.choice(AGREED)
    if task.step.post == DISTRICT:
        text = f"区里已批复同意，鹿干监〔{at.year}〕{matter.pk}号。"
    agree(matter=matter, actor=task.person, at=at, key=key, text=text)
    work_on(stage, matter, at, own)
