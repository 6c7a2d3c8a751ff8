"""What stands behind a matter: its rows on the paper form, where it is filled in again, its printed paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from zhixing.office.matters.machine import EDITABLE
from zhixing.office.matters.models import Matter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.policy import Viewer, visible
from zhixing.organ.who import service_on
from zhixing.regulations.attendance.models import Leave, LeaveCancellation, Outing, Overtime
from zhixing.regulations.documents.models import IssuedDocument
from zhixing.regulations.governance.models import Topic
from zhixing.regulations.seals.models import CarryOut, Custody, SealUse

WIDE = 6  # columns of the form: each cell has one for its label, the rest for what it says


@dataclass(frozen=True, slots=True)
class Cell:
    label: str
    text: str
    span: int


@dataclass(frozen=True, slots=True)
class Record:
    """`rows` stand above the opinions, `closing` below, `brief` is what a leader reads first; an empty address means there is no such page."""

    rows: tuple[tuple[Cell, ...], ...] = ()
    closing: tuple[tuple[Cell, ...], ...] = ()
    brief: str = ""
    edit: str = ""
    printed: str = ""
    back: str = ""
    more: str = ""
    more_label: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Who reads the matter, and when."""

    viewer: Viewer
    person: Person
    at: datetime


def row(*pairs: tuple[str, object]) -> tuple[Cell, ...]:
    """One, two or three labelled cells over the whole width."""
    share = WIDE // len(pairs) - 1
    return tuple(Cell(label, str(text or ""), share) for label, text in pairs)


def head(matter: Matter) -> tuple[Cell, ...]:
    service = service_on(matter.starter, today(matter.submitted_at or matter.created_at))
    section, title = (service.section.name, service.title) if service else ("", "")
    return row(("姓名", matter.starter.name), ("科室", section), ("职务", title))


def typed(matter: Matter) -> tuple[tuple[Cell, ...], ...]:
    """What was typed, line by line: the form of a procedure that has no shape of its own here."""
    return (
        head(matter),
        *(row((name, text)) for name, text in matter.form.items() if text not in ("", None)),
    )


def edited(matter: Matter, reading: Reading, address: str) -> str:
    """The address for the starter of a matter that may still be changed."""
    mine = matter.starter_id == reading.person.pk and matter.state in EDITABLE
    return address if mine else ""


def of_outing(matter: Matter, reading: Reading) -> Record | None:
    outing = visible(reading.viewer, Outing).filter(matter=matter).first()
    if outing is None:
        return None
    return Record(
        typed(matter),
        edit=edited(matter, reading, reverse("web:outing_draft", args=[outing.pk])),
        printed=reverse("web:outing_print", args=[outing.pk]) if matter.number else "",
    )


def of_overtime(matter: Matter, reading: Reading) -> Record | None:
    overtime = visible(reading.viewer, Overtime).filter(matter=matter).first()
    if overtime is None:
        return None
    return Record(
        typed(matter),
        edit=edited(matter, reading, reverse("web:overtime_draft", args=[overtime.pk])),
        more=reverse("web:overtime", args=[overtime.pk]) if matter.number else "",
        more_label="时长和补休",
    )


def of_cancellation(matter: Matter, reading: Reading) -> Record | None:
    asked = visible(reading.viewer, LeaveCancellation).filter(matter=matter).select_related("leave").first()
    if asked is None:
        return None
    return Record(
        typed(matter),
        edit=edited(matter, reading, reverse("web:leave_cancel", args=[asked.leave_id])),
        more=reverse("web:matter", args=[asked.leave.matter_id]),
        more_label="原假单",
    )


def of_topic(matter: Matter, reading: Reading) -> Record | None:
    topic = visible(reading.viewer, Topic).filter(matter=matter).first()
    if topic is None:
        return None
    return Record(
        typed(matter),
        edit=edited(matter, reading, reverse("web:topic_draft", args=[topic.pk])),
        more=reverse("web:topics_one", args=[topic.pk]),
        more_label="附件和上会情况",
    )


def of_use(matter: Matter, reading: Reading) -> Record | None:
    use = visible(reading.viewer, SealUse).filter(matter=matter).first()
    if use is None:
        return None
    return Record(
        typed(matter),
        edit=edited(matter, reading, reverse("web:seal_use_draft", args=[use.pk])),
        printed=reverse("web:seal_use_print", args=[use.pk]) if matter.number else "",
        more=reverse("web:seal_uses_one", args=[use.pk]),
        more_label="材料和盖印",
    )


def of_carry(matter: Matter, reading: Reading) -> Record | None:
    carry = visible(reading.viewer, CarryOut).filter(matter=matter).first()
    if carry is None:
        return None
    return Record(
        typed(matter),
        edit=edited(matter, reading, reverse("web:seal_carry_draft", args=[carry.pk])),
        printed=reverse("web:seal_carry_print", args=[carry.pk]) if matter.number else "",
        more=reverse("web:seal_carries_one", args=[carry.pk]),
        more_label="带出和归还",
    )


def of_custody(matter: Matter, reading: Reading) -> Record | None:
    custody = visible(reading.viewer, Custody).filter(matter=matter).first()
    if custody is None:
        return None
    return Record(
        typed(matter),
        edit=edited(matter, reading, reverse("web:seal_custody_draft", args=[custody.pk])),
        more=reverse("web:seal_custodies_one", args=[custody.pk]),
        more_label="交接",
    )


def of_issued(matter: Matter, reading: Reading) -> Record | None:
    document = visible(reading.viewer, IssuedDocument).filter(matter=matter).first()
    if document is None:
        return None
    return Record(
        typed(matter),
        edit=edited(matter, reading, reverse("web:issued_draft", args=[document.pk])),
        printed=reverse("web:issued_print", args=[document.pk, "pdf"]) if document.body else "",
        more=reverse("web:issued_one", args=[document.pk]),
        more_label="发文稿纸",
    )


Shape = Callable[[Matter, Reading], Record | None]
SHAPES: dict[str, Shape] = {
    "因公外出": of_outing,
    "加班补休": of_overtime,
    "撤销请假": of_cancellation,
    "党组会议题": of_topic,
    "局长办公会议题": of_topic,
    "用印": of_use,
    "急用": of_use,
    "外带": of_carry,
    "代管": of_custody,
    "发文": of_issued,
}
LEAVES = frozenset({"请假", "续假", "补办", "病假补报"})


def leave_behind(matter: Matter, viewer: Viewer) -> Leave | None:
    rows = visible(viewer, Leave).filter(matter=matter)
    return rows.select_related("matter", "person", "organ", "stand_in", "asked_whom").first()
