"""转办: another does it for good; both names stay in the trail."""

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.office.matters import machine
from zhixing.office.matters.acts.others import same_organ
from zhixing.office.matters.desk import Doing, perform
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person


def transfer(*, matter: Matter, actor: Person, to: Person, at: datetime, key: str, text: str = "") -> Receipt:
    same_organ("转办", actor, [to], at)
    doing = Doing(matter, actor, "转办", at, key, text)
    return perform(
        doing, lambda position: machine.transfer(position, actor.pk, to.pk), also={"转给": to.name}
    )
