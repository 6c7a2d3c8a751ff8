"""请（休）假审批表 on the screen, in the order of the paper (domain 2.2); illness is covered as on paper (4.10)."""

from __future__ import annotations

from django.urls import reverse

from zhixing.office.matters.models import Matter
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.papers.leave_form import leave_form
from zhixing.regulations.attendance.papers.printed import Printing, moment
from zhixing.regulations.attendance.policies import sees_certificate
from zhixing.web.matter_record import LEAVES, SHAPES, Cell, Reading, Record, edited, leave_behind, row, typed

COVERED = "病情只有本人、审批人和办公室可以看"
SICK = "病假"


def of_leave(matter: Matter, reading: Reading) -> Record | None:
    leave = leave_behind(matter, reading.viewer)
    if leave is None:
        return None
    told = {name: str(text) for name, text in _form(leave, reading).items()}
    waits = leave.status == "已批" and leave.person_id == reading.person.pk
    return Record(
        rows=tuple(_rows(leave, told)),
        closing=tuple(_closing(told)),
        brief=_brief(leave, told),
        edit=edited(matter, reading, reverse("web:leave_draft", args=[leave.pk])),
        printed=reverse("web:leave_print", args=[leave.pk]) if matter.number else "",
        back=reverse("web:leave_back", args=[leave.pk]) if waits else "",
    )


def _form(leave: Leave, reading: Reading) -> dict[str, object]:
    told = leave_form(leave, Printing(reading.person, reading.at))
    if leave.kind == SICK and not sees_certificate(reading.viewer, leave):
        return told | {"reason": COVERED, "proof": COVERED}
    return told


def _rows(leave: Leave, told: dict[str, str]) -> list[tuple[Cell, ...]]:
    counted = bool(leave.halves)
    rows = [
        row(("姓名", told["name"]), ("科室", told["section"]), ("职务", told["post"])),
        row(("人员类别", told["category"]), ("参加工作", told["started_work"]), ("联系电话", told["phone"])),
        row(
            ("假别", told["kind"]),
            ("天数", told["days"] if counted else ""),
            ("冲抵", told["split"] if counted else ""),
        ),
        row(("起止", told["span"])),
        row(("事由", told["reason"])),
        row(("外出地点", told["place"]), ("工作代理人", told["stand_in"])),
        row(("年休余额", told["annual"]), ("补休余额", told["comp"])),
        row(("证明材料", told["proof"])),
    ]
    return [*rows, *_consent(leave)]


def _consent(leave: Leave) -> list[tuple[Cell, ...]]:
    """What 02-1.2c asks of papers that follow: whom, when, how."""
    if not leave.emergency:
        return []
    whom = leave.asked_whom.name if leave.asked_whom else ""
    return [row(("请示对象", whom), ("请示时间", moment(leave.asked_at)), ("请示方式", leave.asked_how))]


def _brief(leave: Leave, told: dict[str, str]) -> str:
    if not leave.halves:
        return ""
    offset = f"（{told['split']}）" if leave.offset_comp or leave.offset_annual else ""
    return f"{told['kind']}{told['days']}{offset}。事由：{told['reason']}"


def _closing(told: dict[str, str]) -> list[tuple[Cell, ...]]:
    rows = [row(("备案号", told["filed"]), ("销假时间", told["reported_back"]), ("实休天数", told["actual"]))]
    return [*rows, row(("备注", told["note"]))] if told["note"] else rows


def record_of(matter: Matter, reading: Reading) -> Record:
    """The record behind the matter, or what was typed where there is none to see."""
    shape = of_leave if matter.procedure in LEAVES else SHAPES.get(matter.procedure)
    return (shape(matter, reading) if shape else None) or Record(typed(matter))
