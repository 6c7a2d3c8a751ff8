"""交接、更正、催办: where it lies is always known; a wrong hand-over is corrected by a new line (09-1.4)."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.circulation.acts.asking import (
    managed_by,
    note,
    of_the_organ,
    pass_on,
    refuse,
    running,
    tell,
)
from zhixing.office.circulation.kinds import kind_of
from zhixing.office.circulation.models import UNREAD, Hand, Sheet, Urging
from zhixing.office.circulation.models.assignments import OPEN
from zhixing.office.circulation.models.sheet import WAITING
from zhixing.office.circulation.stand_in import stand_in
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once


@once
def hand_on(*, sheet: Sheet, to: Person, why: str, actor: Person, at: datetime, key: str) -> Receipt:
    """交接, by whoever has it in hand."""
    clause = kind_of(sheet).clause("hands")
    findings = running(sheet) + of_the_organ(actor, sheet, to)
    words(findings, why, fact="交接事由", clause=clause)
    if not sheet.hands.filter(holder=actor, until=None).exists():
        held = "、".join(one.holder.name for one in sheet.hands.filter(until=None).select_related("holder"))
        findings.append(Finding("在谁手里", held, actor.name, f"请由{held}交出。", clause=clause, who=held))
    if to.pk == actor.pk:
        findings.append(Finding("接收人", to.name, "另一位同志", "请另选接收人。", clause=clause))
    refuse("没有交接。", findings)
    rows = pass_on(sheet, giver=actor, to=[to], why=why.strip(), at=at)
    tell(sheet, [to], f"{sheet.number}已经交到您手里。", at, key)
    payload = {"交出人": actor.name, "接收人": to.name, "事由": why.strip()}
    return note(sheet, "交接", actor=actor, at=at, key=key, rule="hands", payload=payload, touched=rows)


@once
def correct_hand(*, hand: Hand, to: Person, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """更正: the wrong line stays, a new one says where it goes instead and why."""
    sheet = hand.sheet
    clause = kind_of(sheet).clause("hands")
    findings = running(sheet) + of_the_organ(actor, sheet, to) + managed_by(actor, sheet, at, "hands")
    words(findings, reason, fact="更正原因", clause=clause)
    if hand.until is not None:
        mend = "已经离手的不用更正，请另记一笔交接。"
        findings.append(Finding("去向", f"{hand.holder.name}已经交出", "还在手里", mend, clause=clause))
    if to.pk == hand.holder_id:
        findings.append(Finding("改送", to.name, "另一位同志", "请另选接收人。", clause=clause))
    refuse("没有更正。", findings)
    rows = pass_on(
        sheet, giver=hand.holder, to=[to], why=f"更正：{reason.strip()}"[:200], at=at, corrects=hand
    )
    tell(sheet, [to], f"{sheet.number}已经交到您手里。", at, key)
    payload = {"原送": hand.holder.name, "改送": to.name, "原因": reason.strip()}
    return note(
        sheet,
        "更正去向",
        actor=actor,
        at=at,
        key=key,
        rule="hands",
        record=hand,
        payload=payload,
        touched=rows,
    )


@once
def urge(*, sheet: Sheet, person: Person, text: str, actor: Person, at: datetime, key: str) -> Receipt:
    """催办 whoever has to sign, read or do something; by the office or whoever urges it by name."""
    kind = kind_of(sheet)
    findings = running(sheet) + of_the_organ(actor, sheet, person)
    if actor.pk != sheet.watcher_id and not kind.manages(actor, today(at)):
        findings += managed_by(actor, sheet, at, "urge")
    about = waiting_for(sheet, at).get(person.pk, "")
    if not about:
        mend = "请只催还没有办完的人。"
        findings.append(Finding("被催办人", f"{person.name}没有待办的事", "还没有签、阅、办的人", mend))
    refuse("没有催办。", findings)
    row = Urging.objects.create(
        organ_id=sheet.organ_id, sheet=sheet, urged=person, about=about, text=text.strip(), by=actor, at=at
    )
    said = f"{sheet.number}请您尽快{about}。" + (f"{row.text}" if row.text else "")
    tell(sheet, [person], said, at, key)
    payload = {"被催办人": person.name, "催什么": about, "内容": row.text}
    return note(sheet, "催办", actor=actor, at=at, key=key, rule="urge", record=row, payload=payload)


@once
def urge_readers(*, sheet: Sheet, actor: Person, at: datetime, key: str) -> Receipt:
    """催阅: everybody who has not read it yet, at one press."""
    kind = kind_of(sheet)
    findings = running(sheet) + of_the_organ(actor, sheet)
    if actor.pk != sheet.watcher_id and not kind.manages(actor, today(at)):
        findings += managed_by(actor, sheet, at, "urge")
    people = [one.person for one in sheet.readers.filter(state__in=UNREAD).select_related("person")]
    if not people:
        findings.append(Finding("传阅人", "都已经阅退", "还没有阅退的人", "不用催阅。"))
    refuse("没有催阅。", findings)
    rows = [
        Urging.objects.create(organ_id=sheet.organ_id, sheet=sheet, urged=one, about="阅退", by=actor, at=at)
        for one in people
    ]
    tell(sheet, people, f"{sheet.number}请您尽快阅退。", at, key)
    payload = {"被催办人": "、".join(one.name for one in people), "催什么": "阅退"}
    return note(
        sheet, "催阅", actor=actor, at=at, key=key, rule="urge", record=rows[0], payload=payload,
        touched=rows[1:],
    )  # fmt: skip


def waiting_for(sheet: Sheet, at: datetime) -> dict[int, str]:
    """{person: what is waited for}: 批示 of a stand-in is waited for from the stand-in."""
    found: dict[int, str] = {}
    for box in sheet.boxes.filter(state=WAITING).select_related("leader"):
        delegation = stand_in(box.leader, sheet.kind, at)
        found[delegation.receiver_id if delegation else box.leader_id] = "签批"
        found.setdefault(box.leader_id, "签批")
    for reader in sheet.readers.filter(state__in=UNREAD):
        found.setdefault(reader.person_id, "阅退")
    for one in sheet.assignments.filter(state=OPEN):
        found[one.doer_id] = "办理"
    return found
