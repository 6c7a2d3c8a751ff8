"""退回 to an earlier step or to the starter; then 重走, or 直送退回人."""

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.office.matters import machine
from zhixing.office.matters.acts.reasons import reason_given
from zhixing.office.matters.desk import Doing, perform
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person


def send_back(
    *,
    matter: Matter,
    actor: Person,
    at: datetime,
    key: str,
    text: str,
    to: int | None = None,
    mode: str = machine.AGAIN,
    seen: int | None = None,
) -> Receipt:
    """`to` is the place of an earlier step, None for the starter."""
    reason_given("退回", text)
    doing = Doing(matter, actor, "退回", at, key, text, seen)
    return perform(
        doing, lambda position: machine.send_back(position, actor.pk, to, mode), also={"退回方式": mode}
    )
