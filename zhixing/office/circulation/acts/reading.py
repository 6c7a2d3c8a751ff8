"""送阅、阅读、阅退、收回: everybody at the same time, each back by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.circulation.acts.asking import (
    back_to_the_clerk,
    give,
    in_state,
    let_go,
    managed_by,
    note,
    of_the_organ,
    only,
    refuse,
    running,
    tell,
)
from zhixing.office.circulation.kinds import kind_of
from zhixing.office.circulation.models import UNREAD, Reader, Sheet
from zhixing.office.circulation.models.readers import READ, READING, SENT, TAKEN_BACK
from zhixing.organ.models import Person
from zhixing.organ.once import once


@once
def send_to_read(
    *, sheet: Sheet, people: Sequence[Person], why: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """送阅 to more people, all at once; nobody gets it twice."""
    clause = kind_of(sheet).clause("reading")
    findings = running(sheet) + of_the_organ(actor, sheet, *people) + managed_by(actor, sheet, at, "reading")
    if not people:
        findings.append(Finding("传阅人", "没有选人", "至少一人", "请选传阅的人。", clause=clause))
    twice = [one.name for one in people if one.pk in reached_already(sheet)]
    if twice:
        findings.append(
            Finding("传阅人", f"{'、'.join(twice)}已经送过", "还没有送过的人", "请去掉已经送过的人。")
        )
    refuse("没有送阅。", findings)
    rows = [*let_go(sheet, actor, at), *send_readers(sheet, people, why, actor, at, key)]
    payload = {"传阅人": "、".join(one.name for one in people), "原因": why.strip()}
    return note(sheet, "送阅", actor=actor, at=at, key=key, rule="reading", payload=payload, touched=rows)


@once
def begin_reading(*, reader: Reader, actor: Person, at: datetime, key: str) -> Receipt:
    """在阅: it was opened."""
    sheet = reader.sheet
    findings = running(sheet) + in_state(reader, SENT) + _by_the_reader(reader, actor)
    refuse("没有登记。", findings)
    reader.state, reader.opened_at = READING, at
    reader.save(update_fields=["state", "opened_at"])
    return note(sheet, "开始阅读", actor=actor, at=at, key=key, rule="reading", record=reader)


@once
def finish_reading(*, reader: Reader, remark: str, actor: Person, at: datetime, key: str) -> Receipt:
    """已阅, with a word or without."""
    sheet = reader.sheet
    findings = running(sheet) + in_state(reader, *UNREAD) + _by_the_reader(reader, actor)
    refuse("没有阅退。", findings)
    reader.state, reader.read_at, reader.remark = READ, at, remark.strip()
    reader.opened_at = reader.opened_at or at
    reader.save(update_fields=["state", "read_at", "remark", "opened_at"])
    held = [*let_go(sheet, actor, at), *back_to_the_clerk(sheet, actor, at)]
    payload = {"意见": reader.remark}
    return note(
        sheet,
        "阅退",
        actor=actor,
        at=at,
        key=key,
        rule="reading",
        record=reader,
        payload=payload,
        touched=held,
    )


@once
def take_back_reading(*, reader: Reader, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """收回 what went to the wrong one; the line stays and says why (09-1.4)."""
    sheet = reader.sheet
    findings = running(sheet) + in_state(reader, *UNREAD) + of_the_organ(actor, sheet)
    findings += managed_by(actor, sheet, at, "hands")
    words(findings, reason, fact="收回原因", clause=kind_of(sheet).clause("hands"))
    refuse("没有收回。", findings)
    reader.state, reader.taken_back_at, reader.taken_back_why = TAKEN_BACK, at, reason.strip()
    reader.save(update_fields=["state", "taken_back_at", "taken_back_why"])
    held = [*let_go(sheet, reader.person, at), *back_to_the_clerk(sheet, reader.person, at)]
    payload = {"传阅人": reader.person.name, "原因": reader.taken_back_why}
    return note(
        sheet,
        "收回送阅",
        actor=actor,
        at=at,
        key=key,
        rule="hands",
        record=reader,
        payload=payload,
        touched=held,
    )


def reached_already(sheet: Sheet) -> set[int]:
    """Who has it in the reading circulation, or had it."""
    return set(sheet.readers.exclude(state=TAKEN_BACK).values_list("person", flat=True))


def send_readers(
    sheet: Sheet, people: Sequence[Person], why: str, actor: Person, at: datetime, key: str
) -> list[Model]:
    rows: list[Model] = [
        Reader.objects.create(
            organ_id=sheet.organ_id, sheet=sheet, person=person, sent_by=actor, sent_at=at, why=why.strip()
        )
        for person in dict.fromkeys(people)
    ]
    if not rows:
        return rows
    rows += give(sheet, giver=actor, to=people, why="送阅", at=at)
    tell(sheet, people, f"{sheet.number}请您阅。", at, f"{key}-read")
    return rows


def _by_the_reader(reader: Reader, actor: Person) -> list[Finding]:
    return only(actor, reader.person, kind_of(reader.sheet).clause("reading"))
