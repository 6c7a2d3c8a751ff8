"""流转记录: every opinion with its receipt and how long it took, and who has the matter now since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from zhixing.journal.models import Entry
from zhixing.journal.receipts import receipt_of
from zhixing.office.matters.models import Matter, Opinion, Task

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Said:
    """`receipt` is the text of the entry; `took` is how long the to-do lay with the person."""

    opinion: Opinion
    receipt: str
    took: str


@dataclass(frozen=True, slots=True)
class Waiting:
    task: Task
    since: str


def trail_of(matter: Matter) -> list[Said]:
    opinions = list(matter.opinions.select_related("person", "on_behalf_of", "step"))
    receipts = receipts_of(matter.organ_id, [one.entry_seq for one in opinions])
    done = matter.tasks.filter(kind="办理").exclude(done_at=None)
    arrived = {(task.step_id, task.person_id, task.done_at): task.arrived_at for task in done}
    return [
        Said(one, receipts.get(one.entry_seq, ""), lay(arrived.get((one.step_id, one.person_id, one.at)), one.at))
        for one in opinions
    ]  # fmt: skip


def receipts_of(organ: str, numbers: list[int]) -> dict[int, str]:
    entries = Entry.objects.filter(organ=organ, seq__in=numbers)
    return {entry.seq: receipt_of(entry).text() for entry in entries}


def waiting_on(matter: Matter, at: datetime) -> list[Waiting]:
    """Whose desk it lies on, and for how long."""
    open_ = matter.tasks.filter(kind="办理", state="待办").select_related("person", "step", "on_behalf_of")
    return [Waiting(task, lay(task.arrived_at, at)) for task in open_]


def lay(since: datetime | None, until: datetime) -> str:
    """不到1分钟, 30分钟, 5小时, 3天; "" where nobody knows since when."""
    if since is None:
        return ""
    gone = max(until - since, timedelta())
    if gone >= DAY:
        return f"{gone // DAY}天"
    if gone >= HOUR:
        return f"{gone // HOUR}小时"
    minutes = gone // timedelta(minutes=1)
    return f"{minutes}分钟" if minutes else "不到1分钟"
