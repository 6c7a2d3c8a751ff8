"""同意（签署意见、备案、知悉也是它）: a bearer acts at the open step."""

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.office.matters import machine
from zhixing.office.matters.desk import Doing, perform
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person


def agree(
    *, matter: Matter, actor: Person, at: datetime, key: str, text: str = "", seen: int | None = None
) -> Receipt:
    doing = Doing(matter, actor, "同意", at, key, text, seen)
    return perform(doing, lambda position: machine.agree(position, actor.pk))


def finish_step(
    *, matter: Matter, actor: Person, act: str, at: datetime, key: str, text: str = ""
) -> Receipt:
    """The same move under the word of the procedure: 销假, 备案, 登记."""
    doing = Doing(matter, actor, act, at, key, text)
    return perform(doing, lambda position: machine.agree(position, actor.pk))
