"""取回: a handler takes the own act back before the next one."""

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.office.matters import machine
from zhixing.office.matters.desk import Doing, perform
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person


def take_back(*, matter: Matter, actor: Person, at: datetime, key: str, text: str = "") -> Receipt:
    doing = Doing(matter, actor, "取回", at, key, text)
    return perform(doing, lambda position: machine.take_back(position, actor.pk))
