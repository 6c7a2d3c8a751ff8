"""会议纪要: drafted from the sealed record, signed by the host, numbered within its series."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.meetings.acts.asking import by, by_host, in_state, refuse
from zhixing.office.meetings.acts.entered import note
from zhixing.office.meetings.kinds import kind_of
from zhixing.office.meetings.models import Meeting, Summary
from zhixing.organ.local_time import local
from zhixing.organ.models import Person
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once


@once
def draft_summary(
    *, meeting: Meeting, texts: Mapping[int, str], sent_to: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """One paragraph for each topic with a result to tell ({topic: text}); changed until it is signed."""
    kind = kind_of(meeting)
    findings = in_state(meeting, "已锁定") + by(actor, "记录人", (meeting.recorder,), kind.clause("record"))
    told = {item.pk: item for item in meeting.items.filter(result__in=("通过", "未通过", "暂缓", "已传达"))}
    for item in told.values():
        words(
            findings, texts.get(item.pk, ""), fact=f"“{item.title}”的议定事项", clause=kind.clause("record")
        )
    words(findings, sent_to, fact="分送", clause=kind.clause("record"))
    earlier = Summary.objects.filter(meeting=meeting).first()
    if earlier is not None and earlier.issued_at is not None:
        findings.append(
            Finding(
                "会议纪要", "已经印发", "还没有印发", "印发的纪要不能改；需要更正的，在记录旁登记更正说明。"
            )
        )
    if not kind.summary_series:
        findings.append(Finding("会议纪要", kind.name, "编发纪要的会议", "这类会议只存记录，不编发纪要。"))
    refuse("会议纪要没有保存。", findings)
    content = [
        {"议题": item.title, "结果": item.result, "议定事项": texts[item.pk].strip(), **_task(item)}
        for item in told.values()
    ]
    values = {
        "organ_id": meeting.organ_id, "series": kind.summary_series, "year": local(meeting.starts_at).year,
        "content": content, "sent_to": sent_to.strip(), "drafted_by": actor, "drafted_at": at,
    }  # fmt: skip
    summary, _ = Summary.objects.update_or_create(meeting=meeting, defaults=values)
    return note(meeting, summary, "起草会议纪要", actor=actor, at=at, key=key, rule="record")


@once
def issue_summary(*, summary: Summary, actor: Person, at: datetime, key: str) -> Receipt:
    """签发: by the host; the number is taken in the same transaction and never again."""
    meeting = summary.meeting
    findings = in_state(meeting, "已锁定") + by_host(meeting, actor)
    if summary.issued_at is not None:
        findings.append(Finding("会议纪要", "已经印发", "还没有印发", "请刷新页面再看。"))
    refuse("会议纪要没有签发。", findings)
    summary.number = next_number(meeting.organ, summary.series, summary.year)
    summary.signed_by, summary.issued_at = actor, at
    summary.save(update_fields=["number", "signed_by", "issued_at"])
    return note(
        meeting,
        summary,
        "签发会议纪要",
        actor=actor,
        at=at,
        key=key,
        rule="record",
        payload={"编号": str(summary)},
    )


def _task(item: object) -> dict[str, str]:
    resolution = getattr(item, "resolution", None)
    if resolution is None:
        return {}
    return {
        "决定号": resolution.number, "牵头领导": resolution.lead.name, "责任科室": resolution.section.name,
        "责任人": resolution.person.name, "时限": resolution.due.isoformat(),
    }  # fmt: skip
