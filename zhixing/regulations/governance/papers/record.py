"""会议记录 on paper: exactly what was sealed, with the corrections that stand beside it."""

from __future__ import annotations

from typing import Any

from zhixing.office.meetings.models import Meeting, Minutes
from zhixing.office.meetings.record import record_of
from zhixing.office.papers.form import print_form
from zhixing.regulations.governance.papers.printed import HERE, Printing, full_day, moment

TEMPLATE = HERE / "record.typ"


def record_sheet(meeting: Meeting, minutes: Minutes | None) -> dict[str, Any]:
    """Everything record.typ shows: the kept record, or before it is handed in what it would be now."""
    content = record_of(meeting) if minutes is None else minutes.content
    corrections = [] if minutes is None else minutes.corrections.select_related("by", "confirmed_by")
    return {
        "记录": plain(content),
        "更正": [
            {
                "何处": one.place, "更正为": one.text, "原因": one.reason, "更正人": one.by.name,
                "时间": moment(one.at), "确认人": one.confirmed_by.name if one.confirmed_by else "",
            }
            for one in corrections
        ],
        "校验": f"{minutes.alg}：{minutes.hash}" if minutes and minutes.sealed_at else "",
        "核对人": minutes.checked_by.name if minutes and minutes.checked_by else "",
        "锁定": full_day(minutes.sealed_at) if minutes else "",
    }  # fmt: skip


def print_record(meeting: Meeting, minutes: Minutes | None, printing: Printing) -> bytes:
    """PDF/A; 草稿 stands across it until it is sealed."""
    sealed = minutes is not None and minutes.sealed_at is not None
    state = "已锁定" if sealed else "未锁定"
    envelope = printing.envelope(meeting, title=f"{meeting.kind}记录", state=state, draft=not sealed)
    return print_form(TEMPLATE, record_sheet(meeting, minutes), envelope)


def plain(value: Any) -> Any:
    """What is not yet known is shown as nothing."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value
