"""What shows that a duty was done: asked of the regulation's own records, or said by whoever bears it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from zhixing.journal.write import Receipt, already_done, locked_head
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.duties.bearers import bearers_of
from zhixing.office.duties.entries import enter
from zhixing.office.duties.models import DutyDue
from zhixing.organ.models import Organ, Person
from zhixing.organ.who import service_on

Evidence = Callable[[DutyDue], str]
_sources: dict[tuple[str, str], Evidence] = {}


def register(regulation: str, duty: str, source: Evidence) -> None:
    """`source` says in one sentence what shows that the turn was done, "" while nothing does."""
    _sources[regulation, duty] = source


def gather(*, organ: Organ, at: datetime) -> list[DutyDue]:
    """Close every open turn whose records speak for it; returns those."""
    found = list[DutyDue]()
    for due in DutyDue.objects.filter(organ=organ, state="待办").select_related("organ"):
        source = _sources.get((due.regulation, due.duty))
        shows = source(due) if source else ""
        if shows:
            found += _close_by_records(due, shows, at)
    return found


def _close_by_records(due: DutyDue, shows: str, at: datetime) -> list[DutyDue]:
    """Nothing where a person has closed it in the meantime."""
    with transaction.atomic():
        locked_head(due.organ_id)
        open_still = DutyDue.objects.select_for_update().filter(pk=due.pk, state="待办").first()
        if open_still is None:
            return []
        _close(open_still, shows, None, at)
        enter(open_still, action="凭据到位", at=at, key=f"duty-evidence:{due.pk}")
    return [open_still]


def finish(*, due: DutyDue, actor: Person, evidence: str, at: datetime, key: str) -> Receipt:
    """办结 by a bearer of the duty, with the evidence named; raises Refusal with every reason against it."""
    with transaction.atomic():
        locked_head(due.organ_id)
        earlier = already_done(due.organ_id, key)
        if earlier:
            return earlier
        own = DutyDue.objects.select_for_update().get(pk=due.pk)
        _refuse(own, actor, evidence, at)
        _close(own, evidence.strip(), actor, at)
        service = service_on(actor, timezone.localdate(at))
        title = service.title if service else ""
        return enter(own, action="任务办结", at=at, key=key, actor=actor, office=title)


def _close(due: DutyDue, evidence: str, by: Person | None, at: datetime) -> None:
    due.state, due.evidence, due.done_by, due.done_at = "已办", evidence[:400], by, at
    due.save(update_fields=["state", "evidence", "done_by", "done_at"])


def _refuse(due: DutyDue, actor: Person, evidence: str, at: datetime) -> None:
    found = list[Finding]()
    if due.organ_id != actor.organ_id or actor not in bearers_of(due, timezone.localdate(at)):
        mend = f"请交{due.post}办理。"
        found.append(Finding("办理人", actor.name, due.post, mend, due.clause, due.cite, who=due.post))
    if due.state == "已办":
        who = due.done_by.name if due.done_by else "系统"
        said = f"{who}已于{timezone.localtime(due.done_at):%Y-%m-%d %H:%M}办结" if due.done_at else "已办结"
        found.append(Finding("状态", said, "待办", "不用再办。", due.clause, due.cite))
    if not evidence.strip():
        wanted = due.wanted or "办理凭据"
        found.append(Finding("凭据", "没有填写", wanted, f"请写明{wanted}。", due.clause, due.cite))
    if found:
        raise Refusal(f"不能办结“{due}”。", found)
