"""作废: by the starter or the office, with a reason; the number is kept and never used again."""

from datetime import datetime

from django.utils import timezone

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters import machine
from zhixing.office.matters.acts.reasons import reason_given
from zhixing.office.matters.desk import Doing, perform
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person
from zhixing.organ.who import holders


def void(*, matter: Matter, actor: Person, at: datetime, key: str, text: str) -> Receipt:
    reason_given("作废", text)
    _entitled(matter, actor, at)
    doing = Doing(matter, actor, "作废", at, key, text)
    return perform(doing, lambda position: machine.void(position, actor.pk))


def may_void(matter: Matter, actor: Person, at: datetime) -> bool:
    """Before it is agreed the starter may, after that only the head of the office."""
    office = holders(actor.organ, "办公室主任", about=actor, day=timezone.localdate(at))
    own = matter.starter_id == actor.pk and matter.state not in {machine.AGREED, machine.CLOSED}
    return own or (actor in office and matter.starter_id != actor.pk)


def _entitled(matter: Matter, actor: Person, at: datetime) -> None:
    if not may_void(matter, actor, at):
        raise Refusal(
            "不能作废：无权作废这件事项。",
            [
                Finding(
                    "办理人",
                    actor.name,
                    "未批准前由申请人，批准后由办公室主任",
                    "请提请办公室主任办理。",
                    who="办公室主任",
                )
            ],
        )
