"""退回重签: what was decided has changed since, so whoever decided decides once more before it goes on."""

from collections.abc import Sequence
from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.office.matters import machine
from zhixing.office.matters.acts.others import same_organ
from zhixing.office.matters.desk import Doing, perform
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person


def decide_again(
    *, matter: Matter, actor: Person, signers: Sequence[Person], act: str, at: datetime, key: str, text: str
) -> Receipt:
    """`act` is the deciding word of the step, 签发 for one; `text` says what has changed."""
    same_organ("退回重签", actor, signers, at)
    asked = tuple(one.pk for one in signers)
    return perform(
        Doing(matter, actor, "退回重签", at, key, text),
        lambda position: machine.decide_again(position, actor.pk, asked, act),
        also={"重签": "、".join(one.name for one in signers)},
    )
