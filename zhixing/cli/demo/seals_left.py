"""Before a keeper's leave is filed, the seals are entrusted to a colleague for those days (17-3, B17-07)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from zhixing.cli.demo.seals_data import DEPUTIES
from zhixing.law.refusal import Refusal
from zhixing.office.before_leave import left_open
from zhixing.office.matters.acts import agree
from zhixing.office.matters.models import Matter, Task
from zhixing.office.registers.models import Kept
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.seals.models import Custody
from zhixing.regulations.seals.workflow.custody import CustodyRequest, request_custody
from zhixing.regulations.seals.workflow.register import REGISTER

MINUTE = timedelta(minutes=1)


def handed_over(matter: Matter, at: datetime, key: str) -> bool:
    """Whether nothing keeps the leave from being filed; what can be entrusted is entrusted first."""
    leave = Leave.objects.filter(matter=matter).select_related("person").first()
    if leave is None or leave.first is None or leave.last is None:
        return True
    first = max(leave.first, today(at))
    if first > leave.last or not left_open(leave.person, first, leave.last):
        return True
    _entrust(leave.person, first, leave.last, at - 5 * MINUTE, key)
    return not left_open(leave.person, first, leave.last)


def _entrust(keeper: Person, first: date, last: date, at: datetime, key: str) -> None:
    mine = Kept.objects.filter(organ=keeper.organ, register=REGISTER, keeper=keeper, holder=keeper)
    for number, kept in enumerate(
        mine.exclude(state__in=("停用", "已上交", "已销毁")).select_related("seal")
    ):
        if left_open(keeper, first, last):
            entrusted(kept, first, last, "请假", at, f"{key}:{number}")


def entrusted(kept: Kept, first: date, last: date, reason: str, at: datetime, key: str) -> Custody | None:
    """Asked for and agreed to; None where something stands against it."""
    deputy = Person.objects.get(organ=kept.organ, number=DEPUTIES[kept.keeper.number])
    request = CustodyRequest(kept.seal, deputy, first, last, reason)
    try:
        custody = request_custody(request=request, actor=kept.keeper, at=at, key=f"{key}:custody")
    except Refusal:  # nobody to agree, or the deputy keeps a finance seal meanwhile
        return None
    task = (
        Task.objects.filter(matter=custody.matter, state="待办", kind="办理").select_related("person").first()
    )
    if task is not None:
        matter = Matter.objects.get(pk=custody.matter_id)
        agree(matter=matter, actor=task.person, at=at + MINUTE, key=f"{key}:agreed", text="同意")
    custody.refresh_from_db()
    return custody
