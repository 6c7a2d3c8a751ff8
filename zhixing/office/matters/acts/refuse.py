"""不同意: the matter ends here; the reason is said."""

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.office.matters import machine
from zhixing.office.matters.acts.reasons import reason_given
from zhixing.office.matters.desk import Doing, perform
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person


def refuse(
    *, matter: Matter, actor: Person, at: datetime, key: str, text: str, seen: int | None = None
) -> Receipt:
    reason_given("不同意", text)
    doing = Doing(matter, actor, "不同意", at, key, text, seen)
    return perform(doing, lambda position: machine.refuse(position, actor.pk))
