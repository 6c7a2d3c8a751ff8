"""议程: topics whose procedure is done are put on, in their order; what is taken off says why."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.meetings.acts.asking import by, in_state, refuse
from zhixing.office.meetings.acts.entered import note
from zhixing.office.meetings.kinds import Ready, kind_of
from zhixing.office.meetings.models import Invitation, Item, Meeting
from zhixing.organ.models import Person
from zhixing.organ.once import once

BEFORE = ("筹备", "已通知")


@once
def put_on(*, meeting: Meeting, source: str, actor: Person, at: datetime, key: str) -> Receipt:
    """列入会议: only what has gone its whole way, and still may be discussed here (01-6.3, 01-8.3, 01-9.3)."""
    kind = kind_of(meeting)
    ready = next((one for one in kind.ready(meeting.organ) if one.source == source), None)
    findings = in_state(meeting, *BEFORE) + _by_office(meeting, actor)
    if ready is None:
        findings.append(
            Finding("议题", "手续没有走完，或者已经列入别的会议", "审核、同意、汇总都已办完的议题",
                    "请在议题里看清还差哪一步。", clause=kind.clause("topics"))
        )  # fmt: skip
    findings += kind.gate(source, meeting)
    refuse("议题没有列入议程。", findings)
    assert ready is not None
    return _listed(meeting, ready, actor=actor, at=at, key=key)


@once
def add_free(
    *,
    meeting: Meeting,
    title: str,
    proposal: str,
    reporter: Person | None,
    actor: Person,
    at: datetime,
    key: str,
) -> Receipt:
    """A topic without a procedure, for kinds of meeting whose regulation asks for none (G-91)."""
    kind = kind_of(meeting)
    findings = in_state(meeting, *BEFORE) + _by_office(meeting, actor)
    words(findings, title, fact="议题", clause=kind.clause("topics"))
    if not kind.free_topics:
        findings.append(
            Finding(
                "议题",
                "没有经过审核",
                "按程序审核、同意、汇总的议题",
                "请先申报议题。",
                clause=kind.clause("topics"),
            )
        )
    refuse("议题没有列入议程。", findings)
    free = Ready("", title.strip(), "", proposal.strip(), None, reporter)
    return _listed(meeting, free, actor=actor, at=at, key=key)


@once
def take_off(*, item: Item, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """撤出议程: before it was discussed; the topic may be listed again later."""
    meeting = item.meeting
    findings = in_state(meeting, *BEFORE, "进行中") + _by_office(meeting, actor)
    words(findings, reason, fact="撤出的原因", clause=kind_of(meeting).clause("topics"))
    if item.state != "待议":
        findings.append(Finding("议题状态", item.state, "还没有讨论", "已经讨论的议题只能按结果处理。"))
    refuse("议题没有撤出。", findings)
    item.state, item.result, item.reason = "已议", "撤回", reason.strip()
    item.taken_off_at = item.closed_at = at
    item.source = f"{item.source}#{item.pk}" if item.source else ""
    item.save()
    return note(
        meeting, item, "撤出议程", actor=actor, at=at, key=key, rule="topics", payload={"原因": item.reason}
    )


@once
def move(*, item: Item, place: int, actor: Person, at: datetime, key: str) -> Receipt:
    """Another place on the agenda, from 1; only before the meeting opens."""
    meeting = item.meeting
    refuse("次序没有改动。", in_state(meeting, *BEFORE) + _by_office(meeting, actor))
    others = list(meeting.items.exclude(pk=item.pk).filter(state="待议"))
    others.insert(max(0, min(place - 1, len(others))), item)
    for order, one in enumerate(others, 1):
        one.order = order
    Item.objects.bulk_update(others, ["order"])
    item.refresh_from_db()
    return note(
        meeting,
        item,
        "调整议题次序",
        actor=actor,
        at=at,
        key=key,
        touched=[one for one in others if one != item],
    )


@once
def invite(
    *, meeting: Meeting, person: Person, item: Item | None, actor: Person, at: datetime, key: str
) -> Receipt:
    """邀请列席: to the whole meeting or for one topic only; whoever sits in has no vote."""
    findings = in_state(meeting, *BEFORE) + _by_office(meeting, actor)
    if person.organ_id != meeting.organ_id or Invitation.objects.filter(
        meeting=meeting, person=person, item=item
    ):
        findings.append(Finding("列席人", person.name, "还没有通知的本单位人员", "请核对名单。"))
    refuse("没有邀请。", findings)
    sent = at if meeting.notified_at else None
    invitation = Invitation.objects.create(
        organ_id=meeting.organ_id, meeting=meeting, person=person, capacity="邀请", item=item, sent_at=sent
    )
    payload = {"列席人": person.number, "议题": item.title if item else ""}
    return note(
        meeting, meeting, "邀请列席", actor=actor, at=at, key=key, rule="sitting_in", payload=payload,
        touched=[invitation],
    )  # fmt: skip


def _listed(meeting: Meeting, ready: Ready, *, actor: Person, at: datetime, key: str) -> Receipt:
    item = Item.objects.create(
        organ_id=meeting.organ_id, meeting=meeting, order=meeting.items.count() + 1, title=ready.title,
        category=ready.category, proposal=ready.proposal, section=ready.section, reporter=ready.reporter,
        source=ready.source, revises=ready.revises,
    )  # fmt: skip
    return note(
        meeting, item, "列入议程", actor=actor, at=at, key=key, rule="topics", payload={"议题": item.title}
    )


def _by_office(meeting: Meeting, actor: Person) -> list[Finding]:
    return by(actor, "办公室主任", (meeting.recorder, meeting.created_by), kind_of(meeting).clause("topics"))
