"""移交: the office hands on what waits for a person who has left or is leaving; all of it or nothing."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Findings
from zhixing.office.matters import machine
from zhixing.office.matters.acts.others import same_organ
from zhixing.office.matters.desk import Doing, perform
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Holding, Person

KEEPERS = ("办公室主任", "考勤管理员")


def hand_over(
    *, leaver: Person, heir: Person, actor: Person, at: datetime, key: str, text: str
) -> tuple[Receipt, ...]:
    """One receipt for every matter handed on. Raises Refusal with every finding."""
    same_organ("移交", actor, [heir], at)
    waiting = waiting_for(leaver)
    refuse_if_unfit(leaver, heir, actor, waiting, timezone.localdate(at), text)
    with transaction.atomic():
        return tuple(_hand_on(matter, leaver, heir, actor, at, key, text) for matter in waiting)


def waiting_for(person: Person) -> list[Matter]:
    """Every matter that stands with this person, the oldest first."""
    return list(
        Matter.objects.filter(
            organ_id=person.organ_id, tasks__person=person, tasks__state="待办", tasks__kind="办理"
        )
        .select_related("starter")
        .distinct()
        .order_by("pk")
    )


def refuse_if_unfit(
    leaver: Person, heir: Person, actor: Person, waiting: list[Matter], day: date, text: str
) -> None:
    faults = Findings()
    if not Holding.objects.on(day).filter(person=actor, post__in=KEEPERS).exists():
        faults.add(Finding("办理人", actor.name, "由办公室办理", "请交办公室办理。", who="办公室"))
    if leaver.organ_id != actor.organ_id or leaver == heir:
        faults.add(Finding("移交人", leaver.name, "本单位另一位人员", "请重新选择移交人和接收人。"))
    if not text.strip():
        faults.add(Finding("移交原因", "没有填写", "写明原因", "请写明调离、退休或者其他原因。"))
    if not waiting:
        faults.add(Finding("待办", f"{leaver.name}没有待办", "有待办才需要移交", "不用移交。"))
    for matter in waiting:
        if matter.starter_id == heir.pk:
            faults.add(
                Finding(
                    "接收人",
                    f"{heir.name}是《{matter.title}》的申请人",
                    "申请人以外的人员",
                    "请另选一位接收人。",
                )
            )
    faults.refuse_if_any("没有移交。")


def _hand_on(
    matter: Matter, leaver: Person, heir: Person, actor: Person, at: datetime, key: str, text: str
) -> Receipt:
    return perform(
        Doing(matter, actor, "移交", at, f"{key}/{matter.pk}", text),
        lambda position: machine.reassign(position, leaver.pk, heir.pk),
        also={"移交人": leaver.name, "接收人": heir.name},
    )
