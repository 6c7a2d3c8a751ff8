"""财务印鉴 apart from each other: nobody keeps two of them, for a while included (17-2b)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from zhixing.law.refusal import Finding
from zhixing.office.registers.models import GONE, Kept
from zhixing.organ.models import Person
from zhixing.regulations.seals.models import Seal
from zhixing.regulations.seals.models.choices import FINANCE
from zhixing.regulations.seals.workflow.statute import finding, own_of, ruling

CLAUSE = "17-2b"


def finance_seals_of(person: Person, *, but: Kept | None = None) -> list[Seal]:
    """Those the person answers for or has in hand now."""
    kept = Q(kept__keeper=person) | Q(kept__holder=person)
    rows = Seal.objects.filter(kept, organ_id=person.organ_id, kind__in=FINANCE).exclude(kept__state__in=GONE)
    return list(rows.exclude(kept=but).select_related("kept"))


def two_in_one_hand(
    person: Person, day: date, *, finance: bool, but: Kept | None = None
) -> Iterator[Finding]:
    others = finance_seals_of(person, but=but) if finance else []
    facts = {"财务印鉴": finance, "已管另一枚财务印鉴": bool(others)}
    if ruling("印鉴保管", day, own_of(person.organ_id), **facts).outcome["可以保管"]:
        return
    names = "、".join(one.kept.name for one in others)
    yield finding(
        day=day, clause=CLAUSE, fact="财务印鉴", found=f"{person.name}已经保管{names}",
        expected="财务印鉴由不同的人分开保管", mend="请换一位手里没有财务印鉴的同志，临时代管也一样。", who="办公室",
    )  # fmt: skip
