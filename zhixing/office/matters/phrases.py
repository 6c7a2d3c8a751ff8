"""常用意见: a person's own list, with defaults; none is ever written for the person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from zhixing.journal.write import Receipt, already_done, locked_head, write
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters import store
from zhixing.office.matters.models import Phrase
from zhixing.organ.models import Person
from zhixing.organ.who import service_on

DEFAULTS = (
    "同意。",
    "拟同意，请××审批。",
    "已阅。",
    "请××同志阅处。",
    "请××科室牵头办理。",
    "按规定办理。",
    "不同意，理由：",
    "请补充材料后再报。",
)
MOST, LONGEST = 20, 200


def phrases_of(person: Person) -> list[str]:
    own = list(Phrase.objects.filter(organ_id=person.organ_id, person=person).values_list("text", flat=True))
    return own or list(DEFAULTS)


@transaction.atomic
def set_phrases(*, actor: Person, texts: Sequence[str], at: datetime, key: str) -> Receipt:
    """The actor's own list, in this order; an empty one brings the defaults back. Raises Refusal."""
    locked_head(actor.organ_id)
    done = already_done(actor.organ_id, key)
    if done is not None:
        return done
    kept = list(dict.fromkeys(text.strip() for text in texts if text.strip()))
    _refuse_unfit(kept)
    Phrase.objects.filter(organ_id=actor.organ_id, person=actor).delete()
    Phrase.objects.bulk_create(
        Phrase(organ_id=actor.organ_id, person=actor, text=text, order=order)
        for order, text in enumerate(kept)
    )
    service = service_on(actor, timezone.localdate(at))
    return write(
        organ=actor.organ_id, actor=store.in_service_name(actor), office=service.title if service else "",
        action="改常用意见", object_kind="常用意见", object_id=str(actor.pk), payload={"常用意见": kept}, at=at, key=key,
    )  # fmt: skip


def _refuse_unfit(kept: Sequence[str]) -> None:
    faults = [
        Finding("常用意见", f"“{text[:20]}…”有{len(text)}字", f"不超过{LONGEST}字", "请改短。")
        for text in kept
        if len(text) > LONGEST
    ]
    if len(kept) > MOST:
        faults.append(Finding("常用意见", f"{len(kept)}条", f"不超过{MOST}条", "请删去不常用的。"))
    if faults:
        raise Refusal("常用意见没有保存。", faults)
