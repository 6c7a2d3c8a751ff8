"""加签: another speaks before (前) or after (后) this step."""

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.office.matters import machine
from zhixing.office.matters.acts.others import same_organ
from zhixing.office.matters.desk import Doing, perform
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person


def add_signer(
    *, matter: Matter, actor: Person, signer: Person, where: str, at: datetime, key: str, text: str = ""
) -> Receipt:
    same_organ("加签", actor, [signer], at)
    doing = Doing(matter, actor, "加签", at, key, text)
    return perform(
        doing,
        lambda position: machine.add_signer(position, actor.pk, signer.pk, where),
        also={"加签": signer.name, "位置": where},
    )
