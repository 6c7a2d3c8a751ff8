"""保存草稿: what was typed is kept; nothing is checked yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from zhixing.journal.write import Receipt, already_done
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters import machine
from zhixing.office.matters.desk import Doing, enter, locked
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person


@transaction.atomic
def begin(
    *,
    regulation: str,
    procedure: str,
    title: str,
    form: Mapping[str, Any],
    actor: Person,
    at: datetime,
    key: str,
) -> Matter:
    """A new draft of the actor's own."""
    matter = Matter.objects.create(
        organ_id=actor.organ_id,
        regulation=regulation,
        procedure=procedure,
        title=title,
        starter=actor,
        form=dict(form),
        created_at=at,
    )
    enter(Doing(matter, actor, "保存草稿", at, key), matter, [matter], {"标题": title})
    return matter


@transaction.atomic
def save_draft(
    *, matter: Matter, title: str, form: Mapping[str, Any], actor: Person, at: datetime, key: str
) -> Receipt:
    """Change what was typed in a draft, a returned or a withdrawn matter."""
    done = already_done(actor.organ_id, key)
    if done is not None:
        return done
    doing = Doing(matter, actor, "保存草稿", at, key)
    held = locked(doing)
    if held.state not in machine.EDITABLE or held.starter_id != actor.pk:
        raise Refusal(
            "不能修改：这件事项不是您的草稿。",
            [Finding("状态", held.state, "本人的草稿，或者已退回、已撤回的事项", "需要修改的，请先撤回。")],
        )
    held.title, held.form = title, dict(form)
    held.version += 1
    held.save()
    matter.refresh_from_db()
    return enter(doing, held, [held], {"标题": title})
