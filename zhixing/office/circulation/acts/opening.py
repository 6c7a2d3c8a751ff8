"""开办文单、送拟办、停止、办结."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.circulation.acts.asking import (
    back_to_the_clerk,
    let_go,
    managed_by,
    note,
    of_the_organ,
    pass_on,
    refuse,
    running,
    tell,
)
from zhixing.office.circulation.kinds import kind_of
from zhixing.office.circulation.models import UNREAD, Box, Sheet
from zhixing.office.circulation.models.assignments import OPEN
from zhixing.office.circulation.models.sheet import ADVICE, AHEAD, CLOSED, STOPPED, WAITING
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.organ.who import service_on


@once
def open_sheet(
    *,
    kind: str,
    source: str,
    number: str,
    title: str,
    due: date | None,
    actor: Person,
    at: datetime,
    key: str,
) -> Receipt:
    """A sheet about a record of the regulation; it lies with whoever opened it."""
    sheet = Sheet(
        organ_id=actor.organ_id, kind=kind, source=source, number=number, title=title, due=due, opened_by=actor,
        opened_at=at,
    )  # fmt: skip
    refuse("没有建立办文单。", managed_by(actor, sheet, at, "open"))
    sheet.save()
    touched = pass_on(sheet, giver=None, to=[actor], why="登记", at=at)
    return note(sheet, "建立办文单", actor=actor, at=at, key=key, rule="open", touched=touched)


@once
def send_for_advice(*, sheet: Sheet, adviser: Person, actor: Person, at: datetime, key: str) -> Receipt:
    """送拟办: the first box, before any leader's."""
    findings = running(sheet) + of_the_organ(actor, sheet, adviser) + managed_by(actor, sheet, at, "advice")
    if sheet.boxes.exists():
        findings.append(Finding("拟办", "已经送过", "还没有送拟办", "请看办文单上的拟办意见。"))
    refuse("没有送拟办。", findings)
    box = Box.objects.create(
        organ_id=sheet.organ_id, sheet=sheet, label=ADVICE, order=1, leader=adviser, post=title_of(adviser, at),
        state=WAITING, arrived_at=at,
    )  # fmt: skip
    held = pass_on(sheet, giver=actor, to=[adviser], why="送拟办", at=at)
    tell(sheet, [adviser], f"{sheet.number}请您提出拟办意见。", at, key)
    return note(
        sheet, "送拟办", actor=actor, at=at, key=key, rule="advice", payload={"拟办人": adviser.name},
        touched=[box, *held],
    )  # fmt: skip


@once
def stop(*, sheet: Sheet, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """停止流转, with the reason: it goes back where it came from, or was never ours."""
    findings = running(sheet) + of_the_organ(actor, sheet) + managed_by(actor, sheet, at, "open")
    words(findings, reason, fact="停止原因", clause=kind_of(sheet).clause("open"))
    refuse("没有停止流转。", findings)
    return _ended(sheet, STOPPED, reason, "停止流转", actor, at, key)


@once
def close(*, sheet: Sheet, remark: str, actor: Person, at: datetime, key: str) -> Receipt:
    """办结: nobody still has to sign, read or do anything, and the regulation misses nothing."""
    day = today(at)
    findings = running(sheet) + of_the_organ(actor, sheet) + managed_by(actor, sheet, at, "close")
    findings += unfinished(sheet) + kind_of(sheet).closing(sheet, day)
    refuse("没有办结。", findings)
    return _ended(sheet, CLOSED, remark, "办结", actor, at, key)


def unfinished(sheet: Sheet) -> list[Finding]:
    """Who still has to sign, read or do something."""
    clause = kind_of(sheet).clause("close")
    signing = [
        box.leader.name for box in sheet.boxes.filter(state__in=(AHEAD, WAITING)).select_related("leader")
    ]
    reading = [one.person.name for one in sheet.readers.filter(state__in=UNREAD).select_related("person")]
    doing = [
        one.responsible for one in sheet.assignments.filter(state=OPEN).select_related("doer", "section")
    ]
    waiting = (("签批", signing, "签完"), ("传阅", reading, "阅退"), ("承办", doing, "办好并填写办理结果"))
    return [
        Finding(
            what, f"{'、'.join(names)}还没有{done}", f"都{done}", "请催办，或者写明原因收回。", clause=clause
        )
        for what, names, done in waiting
        if names
    ]


def title_of(person: Person, at: datetime) -> str:
    service = service_on(person, today(at))
    return service.title if service else ""


def _ended(
    sheet: Sheet, state: str, reason: str, action: str, actor: Person, at: datetime, key: str
) -> Receipt:
    sheet.state, sheet.closed_at, sheet.end_reason = state, at, reason.strip()
    sheet.save(update_fields=["state", "closed_at", "end_reason"])
    elsewhere = sheet.hands.filter(until=None).exclude(holder=sheet.opened_by)
    held = [row for hand in elsewhere for row in let_go(sheet, hand.holder, at)]
    held_back = back_to_the_clerk(sheet, None, at)
    return note(
        sheet, action, actor=actor, at=at, key=key, rule="close", payload={"说明": sheet.end_reason},
        touched=[*held, *held_back],
    )  # fmt: skip
