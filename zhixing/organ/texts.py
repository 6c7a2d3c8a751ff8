"""制度原文：the organ enters the wording of its own regulation, clause by clause; the former wording stays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from zhixing.journal.write import Receipt, already_done, write
from zhixing.law.refusal import Finding, Findings
from zhixing.organ.models import Organ, RegulationText


def texts_of(organ: Organ, number: str) -> dict[str, RegulationText]:
    """The wording in force of a regulation, by clause: {"02-1.2a": …}."""
    rows = RegulationText.objects.filter(organ=organ, number=number, superseded_at=None)
    return {row.clause: row for row in rows}


@transaction.atomic
def enter_texts(
    *, organ: Organ, number: str, texts: Mapping[str, str], source: str, actor: str, at: datetime, key: str
) -> Receipt:
    """Enter the wording of some clauses; one that is the same as before is left alone.

    Raises Refusal with every empty text, and where nothing is new.
    """
    done = already_done(organ.pk, key)
    if done is not None:
        return done
    held = texts_of(organ, number)
    fresh = {clause: text for clause, text in texts.items() if _differs(held.get(clause), text)}
    findings = Findings()
    findings.extend(_faults(actor, texts, fresh))
    findings.refuse_if_any("原文没有录入。")
    former = [held[clause] for clause in fresh if clause in held]
    for row in former:
        row.superseded_at = at
        row.save(update_fields=["superseded_at"])
    rows = [
        RegulationText.objects.create(
            organ=organ,
            number=number,
            clause=clause,
            text=text.strip(),
            source=source,
            entered_by=actor,
            at=at,
        )
        for clause, text in fresh.items()
    ]
    return write(
        organ=organ.pk, actor=actor, office="", action="录入制度原文", object_kind="制度原文", object_id=number,
        payload={"制度": number, "来源": source, "条款": sorted(fresh)}, at=at, key=key, touched=[*former, *rows],
    )  # fmt: skip


def _differs(row: RegulationText | None, text: str) -> bool:
    return row is None or row.text != text.strip()


def _faults(actor: str, texts: Mapping[str, str], fresh: Mapping[str, str]) -> list[Finding]:
    found = [
        Finding("原文", f"{clause}没有文字", "这一条的原文", "请补上文字。", clause=clause)
        for clause, text in texts.items()
        if not text.strip()
    ]
    if not actor.strip():
        found.append(Finding("录入人", "没有填写", "写明谁录入", "请写明录入人。"))
    if not fresh:
        found.append(Finding("原文", "和已经录入的一样", "新的文字", "不用再录入。"))
    return found
