"""撤回: the starter takes the matter back before anybody has acted."""

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters import machine
from zhixing.office.matters.desk import Doing, perform
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person


def withdraw(*, matter: Matter, actor: Person, at: datetime, key: str, text: str = "") -> Receipt:
    if matter.starter_id != actor.pk:
        found = Finding(
            "办理人", actor.name, matter.starter.name, "请由申请人撤回。", who=matter.starter.name
        )
        raise Refusal("不能撤回：只有申请人本人可以撤回。", [found])
    return perform(Doing(matter, actor, "撤回", at, key, text), machine.withdraw)
