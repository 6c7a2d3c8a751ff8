"""Whoever is brought into a matter serves in the same organ that day."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.models import Person
from zhixing.organ.who import service_on


def same_organ(act: str, actor: Person, others: Sequence[Person], at: datetime) -> None:
    """Raises Refusal naming everybody who is not here."""
    day = timezone.localdate(at)
    missing = [one for one in others if one.organ_id != actor.organ_id or service_on(one, day) is None]
    found = [
        Finding("人员", f"{one.name}不在本单位在册", "本单位在册人员", "请重新选择。") for one in missing
    ]
    if not others:
        found = [Finding("人员", "没有选择", "至少选择一人", "请选择人员。")]
    if found:
        raise Refusal(f"不能{act}：选择的人员不合要求。", found)
