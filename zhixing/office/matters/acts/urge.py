"""催办: the starter asks whoever holds the matter; once in an hour is enough."""

from datetime import datetime, timedelta

from zhixing.journal.write import Receipt, already_done
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters import machine
from zhixing.office.matters.acts.party import party_only
from zhixing.office.matters.acts.side import beside
from zhixing.office.matters.desk import Doing
from zhixing.office.matters.models import Matter, Opinion
from zhixing.organ.models import Person

REST = timedelta(hours=1)


def urge(*, matter: Matter, actor: Person, at: datetime, key: str, text: str = "") -> Receipt:
    done = already_done(actor.organ_id, key)
    if done is not None:
        return done
    party_only("催办", matter, actor)
    findings = list(_faults(matter, at))
    if findings:
        raise Refusal("不用催办。", findings)
    return beside(Doing(matter, actor, "催办", at, key, text))


def _faults(matter: Matter, at: datetime) -> list[Finding]:
    found = []
    if matter.state not in machine.UNDER_WAY:
        found.append(Finding("状态", matter.state, "正在办理", "这件事项不在办理中，无人可催。"))
    if Opinion.objects.filter(matter=matter, act="催办", at__gt=at - REST).exists():
        found.append(
            Finding("催办", "一小时内已经催办过", "每小时催办一次", "请过一会儿再催，或者直接电话联系。")
        )
    return found
