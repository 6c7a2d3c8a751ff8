"""请（休）假审批表, in the columns of domain 2.2."""

from __future__ import annotations

from datetime import date

from zhixing.law.values import show_days
from zhixing.office.matters.desk import KIND
from zhixing.office.matters.models import Matter, Opinion
from zhixing.office.papers.form import print_form
from zhixing.organ.local_time import today
from zhixing.organ.who import service_on
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.papers.printed import HERE, Printing, moment, receipt_about
from zhixing.regulations.attendance.workflow.balance_reading import buckets
from zhixing.regulations.attendance.workflow.span import Span

TITLE = "请（休）假审批表"
TEMPLATE = HERE / "leave.typ"


def leave_form(leave: Leave, printing: Printing) -> dict[str, object]:
    """Everything leave.typ shows, as text."""
    known = {**_person(leave), **_request(leave), **_balances(leave, printing), **_closing(leave)}
    return known | {"opinions": opinions_of(leave.matter), "basis": basis_of(leave.matter)}


def print_leave(leave: Leave, printing: Printing) -> bytes:
    """The form as PDF/A."""
    matter = leave.matter
    envelope = printing.envelope(
        leave.organ, title=TITLE, number=matter.number, state=matter.state,
        receipt=receipt_about(matter, leave.organ, KIND),
    )  # fmt: skip
    return print_form(TEMPLATE, leave_form(leave, printing), envelope)


def opinions_of(matter: Matter) -> list[dict[str, object]]:
    """One box for each step of the plan, with what was said at it."""
    said: dict[int | None, list[Opinion]] = {}
    for opinion in matter.opinions.select_related("person", "on_behalf_of"):
        said.setdefault(opinion.step_id, []).append(opinion)
    steps = [step for step in matter.steps.all() if step.post != "本人"]
    return [
        {"label": f"{step.post}意见", "rows": [_said(one) for one in said.get(step.pk, [])]} for step in steps
    ]


def basis_of(matter: Matter) -> str:
    """The clauses the ruling of the matter rests on."""
    because = matter.ruling.get("because", [])
    return "、".join(dict.fromkeys(str(one["cite"]) for one in because)) or "—"


def _said(opinion: Opinion) -> dict[str, str]:
    proxy = f"（代{opinion.on_behalf_of.name}）" if opinion.on_behalf_of else ""
    text = f"{opinion.act}：{opinion.text}" if opinion.text else opinion.act
    return {"意见": text, "姓名": f"{opinion.person.name}{proxy}", "日期": moment(opinion.at)}


def _person(leave: Leave) -> dict[str, object]:
    person = leave.person
    on = leave.first or today(leave.matter.created_at)
    service = service_on(person, on)
    return {
        "name": person.name,
        "section": service.section.name if service else "",
        "post": service.title if service else "",
        "category": service.category if service else "",
        "started_work": f"{person.started_work:%Y-%m}" if person.started_work else "",
    }


def _request(leave: Leave) -> dict[str, object]:
    asked = (
        Span(leave.first, leave.first_half, leave.last, leave.last_half)
        if leave.first and leave.last
        else None
    )
    return {
        "kind": leave.kind,
        "reason": leave.reason,
        "span": asked.shown() if asked else "",
        "days": f"{show_days(leave.halves)}天{'（暂估）' if leave.estimated else ''}",
        "split": _split(leave),
        "place": leave.place,
        "phone": leave.phone,
        "stand_in": leave.stand_in.name if leave.stand_in else "",
        "proof": _proof(leave),
    }


def _split(leave: Leave) -> str:
    parts = (("补休", leave.offset_comp), ("年休", leave.offset_annual), (leave.kind, leave.rest))
    return "，".join(f"{name}{show_days(halves)}天" for name, halves in parts if halves) or "不冲抵"


def _proof(leave: Leave) -> str:
    hospital = " ".join(part for part in (leave.hospital, leave.hospital_grade, leave.doctor_title) if part)
    asked = f"先请示后补办：{leave.asked_how}" if leave.emergency else ""
    attached = "证明材料已附" if leave.certificate_id or leave.proof_id else ""
    return "；".join(part for part in (hospital, asked, attached) if part) or "无"


def _balances(leave: Leave, printing: Printing) -> dict[str, object]:
    on = today(printing.at)
    return {
        "annual": f"剩余{show_days(_left(leave, '年休', on))}天",
        "comp": f"{show_days(_left(leave, '补休', on))}天",
    }


def _left(leave: Leave, account: str, on: date) -> int:
    return sum(bucket.left for bucket in buckets(leave.person, account) if bucket.covers(on))


def _closing(leave: Leave) -> dict[str, object]:
    matter = leave.matter
    recounted = "节假日安排变动，天数已重算。" if leave.recounts.exists() else ""
    actual = "" if leave.actual_halves is None else f"{show_days(leave.actual_halves)}天"
    return {
        "filed": matter.number if matter.state == "已办结" else "",
        "reported_back": moment(leave.reported_back_at),
        "actual": actual,
        "note": recounted,
    }
