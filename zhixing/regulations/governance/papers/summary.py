"""会议纪要 as plain data in the order of official minutes (GB/T 9704-2012, 10.3), and its print as PDF/A."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from zhixing.office.meetings.models import Minutes, Summary
from zhixing.office.papers.form import print_form
from zhixing.regulations.governance.papers.printed import HERE, Printing, full_day, half_of, in_chinese

TEMPLATE = HERE / "summary.typ"
EXTRACT = HERE / "extract.typ"


@dataclass(frozen=True, slots=True)
class Settled:
    """One topic: its heading, what was settled, and who carries it out ("" where nobody has to)."""

    heading: str
    text: str
    task: str


@dataclass(frozen=True, slots=True)
class SummarySheet:
    """Everything the printed summary shows; `number` is "" until it is issued."""

    head: str
    number: str
    organ: str
    date: str
    opening: str
    settled: tuple[Settled, ...]
    people: tuple[tuple[str, str], ...]
    sent_to: str
    issued: str
    signed: str


def summary_sheet(summary: Summary) -> SummarySheet:
    """From the sealed record and the text of the summary."""
    record = Minutes.objects.get(meeting=summary.meeting).content
    office = f"{summary.organ.name}办公室"
    day = full_day(summary.issued_at)
    return SummarySheet(
        head=f"{summary.organ.name}{summary.series}",
        number=f"〔{summary.year}〕第{summary.number}期" if summary.number else "",
        organ=office,
        date=day,
        opening=opening_of(summary, record),
        settled=settled_of(summary.content),
        people=people_of(record),
        sent_to=summary.sent_to,
        issued=f"{day}印发" if day else "",
        signed=summary.signed_by.name if summary.signed_by else "",
    )


def opening_of(summary: Summary, record: Mapping[str, Any]) -> str:
    """Who presided when and where over which meeting, and how many of those due were here."""
    meeting = summary.meeting
    began = meeting.opened_at or meeting.starts_at
    posts = {line.split("（")[0]: line.split("（")[1].rstrip("）") for line in record["应到"] if "（" in line}
    name = record["主持"]
    return (
        f"{full_day(began)}{half_of(began)}，{posts.get(name, '')}{name}在{record['地点']}主持召开"
        f"{record['届次']}{record['类别']}。会议应到{len(record['应到'])}人，实到{len(record['到会'])}人。"
        "会议议定事项纪要如下："
    )


def settled_of(content: Iterable[Mapping[str, str]]) -> tuple[Settled, ...]:
    return tuple(
        Settled(f"{in_chinese(place)}、{one['议题']}", one["议定事项"], task_of(one))
        for place, one in enumerate(content, 1)
    )


def task_of(one: Mapping[str, str]) -> str:
    if not one.get("责任科室"):
        return ""
    due = full_day(date.fromisoformat(one["时限"]))
    return (
        f"此项由{one['牵头领导']}牵头，{one['责任科室']}负责，责任人{one['责任人']}，{due}前完成"
        f"（{one['决定号']}）。"
    )


def people_of(record: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """出席、请假、缺席、列席; a line that would be empty is left out."""
    asked = [one["姓名"] for one in record["缺席"] if one.get("批复") == "准假"]
    away = [one["姓名"] for one in record["缺席"] if one.get("批复") != "准假"]
    lines = (("出席", record["到会"]), ("请假", asked), ("缺席", away), ("列席", record["列席"]))
    return tuple((label, "、".join(names)) for label, names in lines if names)


def print_summary(summary: Summary, printing: Printing) -> bytes:
    """PDF/A; 草稿 stands across it until it is issued."""
    issued = summary.issued_at is not None
    envelope = printing.envelope(
        summary.meeting, title=str(summary), state="已印发" if issued else "待签发", draft=not issued
    )
    return print_form(TEMPLATE, asdict(summary_sheet(summary)), envelope)


def print_extract(summary: Summary, section: str, printing: Printing) -> bytes:
    """议定事项摘编: what one section carries out, and nothing of the other topics (01-6.6)."""
    own = [one for one in summary.content if one.get("责任科室") == section]
    sheet = summary_sheet(summary)
    data = {
        "section": section, "source": str(summary), "opening": f"{sheet.opening.split('。')[0]}。",
        "rows": [
            (str(place), one["决定号"], f"{one['议题']}：{one['议定事项']}", one["牵头领导"], one["责任人"], one["时限"])
            for place, one in enumerate(own, 1)
        ],
        "office": sheet.organ, "date": sheet.date,
    }  # fmt: skip
    issued = summary.issued_at is not None
    envelope = printing.envelope(
        summary.meeting, title="议定事项摘编", state="已印发" if issued else "待签发", draft=not issued
    )
    return print_form(EXTRACT, data, envelope)
