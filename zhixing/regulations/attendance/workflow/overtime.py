"""加班补休: asked of the chief, actual hours confirmed by the office, credited by the table (02-1.5b)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from zhixing.journal.models import Entry
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.values import show_duration
from zhixing.office.matters.acts import begin, save_draft, submit
from zhixing.office.matters.route import Route, preview
from zhixing.organ.entries import enter
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.organ.parameters import OwnValues
from zhixing.organ.turn import in_turn
from zhixing.regulations.attendance.models import Overtime
from zhixing.regulations.attendance.workflow.away import is_away
from zhixing.regulations.attendance.workflow.comp import duty_credit
from zhixing.regulations.attendance.workflow.gate import not_chief, not_of_office, other_organ
from zhixing.regulations.attendance.workflow.matter_steps import finish_own_step
from zhixing.regulations.attendance.workflow.overtime_checks import (
    claimed_before,
    faults_of,
    is_overnight,
    minutes_between,
)
from zhixing.regulations.attendance.workflow.overtime_request import OvertimeRequest, typed_into
from zhixing.regulations.attendance.workflow.statute import edition, finding, own_of, ruling, value

REGULATION, PROCEDURE, CLAUSE, STEP = "attendance", "加班补休", "02-1.5b", "确认时长"


@dataclass(frozen=True, slots=True)
class OvertimeAssessment:
    """What the start page shows: what it would earn, who decides, what is wrong; `as_duty` names G-13's choice."""

    minutes: int
    overnight: bool
    credit: int
    as_duty: int | None
    route: Route
    findings: tuple[Finding, ...]


def assess_overtime(
    *, person: Person, request: OvertimeRequest, at: datetime, overtime: Overtime | None = None
) -> OvertimeAssessment:
    """A pure reading of the claim."""
    day, own = today(at), own_of(person.organ_id)
    route = way(person, at)
    findings = (*faults_of(person, request, at, own=overtime), *route.findings)
    began, ended = request.began, request.ended
    if began is None or ended is None or ended <= began:
        return OvertimeAssessment(0, overnight=False, credit=0, as_duty=None, route=route, findings=findings)
    minutes, overnight = minutes_between(began, ended), is_overnight(began, ended, own)
    credit = 0
    if request.nature:
        outcome = ruling(
            PROCEDURE, day, own, 性质=request.nature, 小时=minutes, 通宵=overnight, 局长批准=True
        ).outcome
        credit = int(str(outcome["补休天数"]))
    as_duty = duty_credit("日班", "突发", day, own) if may_count_as_duty(began, ended, own) else None
    return OvertimeAssessment(minutes, overnight, credit, as_duty, route, findings)


def way(person: Person, at: datetime) -> Route:
    return preview(
        organ=person.organ, procedure=PROCEDURE, edition=edition(today(at)), rulings={},
        starter=person, at=at, absent=is_away,
    )  # fmt: skip


@in_turn
def draft_overtime(
    *, request: OvertimeRequest, actor: Person, at: datetime, key: str, overtime: Overtime | None = None
) -> Overtime:
    """保存草稿; `overtime` is the draft being changed."""
    earlier = Entry.objects.filter(organ=actor.organ_id, key=key).first()
    if earlier is not None:
        return Overtime.objects.get(matter_id=int(earlier.object_id))
    title, form = f"{actor.name}加班：{request.reason}"[:200], paper_of(request)
    if overtime is None:
        matter = begin(
            regulation=REGULATION, procedure=PROCEDURE, title=title, form=form, actor=actor, at=at, key=key
        )
        overtime = Overtime(organ_id=actor.organ_id, matter=matter, person=actor)
    else:
        save_draft(matter=overtime.matter, title=title, form=form, actor=actor, at=at, key=key)
    typed_into(overtime, request)
    overtime.save()
    enter(
        actor=actor, action="填写加班单", kind="加班", record=overtime, payload=form,
        at=at, key=f"{key}:overtime", rule=CLAUSE,
    )  # fmt: skip
    return overtime


@in_turn
def request_overtime(
    *, request: OvertimeRequest, actor: Person, at: datetime, key: str, overtime: Overtime | None = None
) -> Overtime:
    """Draft and submit in one; a refusal leaves nothing behind."""
    kept = draft_overtime(request=request, actor=actor, at=at, key=f"{key}:draft", overtime=overtime)
    assessed = assess_overtime(person=actor, request=request, at=at, overtime=kept)
    if assessed.findings and kept.status == "草稿":
        raise Refusal("不能提交加班申请。", assessed.findings)
    submit(
        matter=kept.matter, actor=actor, at=at, key=key, route=assessed.route,
        edition=edition(today(at)).in_force,
    )  # fmt: skip
    return Overtime.objects.select_related("matter").get(pk=kept.pk)


@once
def count_as_duty(*, overtime: Overtime, actor: Person, at: datetime, key: str) -> Receipt:
    """The chief has a long day's work counted as one duty instead (G-13), before the office confirms."""
    day = today(at)
    overtime = Overtime.objects.select_for_update().select_related("matter").get(pk=overtime.pk)
    faults = [*not_chief(actor, day, CLAUSE), *other_organ(actor, overtime.organ_id, day, CLAUSE)]
    if overtime.status not in {"待批", "已批"}:
        faults.append(_fault(at, "状态", overtime.status, "还没有确认时长", "已经入账的不能再改。"))
    assert overtime.began is not None
    assert overtime.ended is not None
    own = own_of(overtime.organ_id)
    if not may_count_as_duty(overtime.began, overtime.ended, own):
        least = show_duration(value("按值班提示", day, own))
        mend = "不到这个时长、或者通宵的，按加班计补休。"
        faults.append(_fault(at, "时长", overtime_shown(overtime), f"没有通宵、不少于{least}", mend))
    if actor.pk == overtime.person_id:
        faults.append(_fault(at, "办理人", "本人", "由别人决定", "本人的加班不能由本人改按值班。"))
    if faults:
        raise Refusal("不能改按值班。", faults)
    overtime.counted_as_duty = True
    overtime.save(update_fields=["counted_as_duty"])
    payload = {"编号": overtime.matter.number, "姓名": overtime.person.name}
    return enter(
        actor=actor,
        action="改按值班",
        kind="加班",
        record=overtime,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
    )


@once
def confirm_hours(
    *, overtime: Overtime, began: datetime, ended: datetime, actor: Person, at: datetime, key: str
) -> Receipt:
    """确认时长: the office enters the actual hours; filing the step credits them."""
    day = today(at)
    overtime = Overtime.objects.select_for_update().select_related("matter", "person").get(pk=overtime.pk)
    faults = [*not_of_office(actor, day, CLAUSE), *other_organ(actor, overtime.organ_id, day, CLAUSE)]
    if overtime.status != "已批":
        faults.append(
            _fault(at, "状态", overtime.status, "局长已经批准、还没有确认", "没有批准的加班不折算补休。")
        )
    if ended <= began or ended > at:
        found = f"{local(began):%Y-%m-%d %H:%M}至{local(ended):%Y-%m-%d %H:%M}"
        faults.append(_fault(at, "实际起止", found, "结束晚于开始、不晚于现在", "请改正实际起止时间。"))
    else:
        faults += claimed_before(overtime.person, began, ended, at, own=overtime)
    if faults:
        raise Refusal("不能确认加班时长。", faults)
    overtime.actual_began, overtime.actual_ended = began, ended
    overtime.save(update_fields=["actual_began", "actual_ended"])
    payload = {"编号": overtime.matter.number, "实际起": str(local(began)), "实际止": str(local(ended))}
    receipt = enter(
        actor=actor,
        action="核实加班时长",
        kind="加班",
        record=overtime,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
    )
    finish_own_step(overtime.matter, STEP, actor=actor, at=at, key=f"{key}:step")
    return receipt


def may_count_as_duty(began: datetime, ended: datetime, own: OwnValues) -> bool:
    """Hours so long that the chief may count them as one duty; a night worked through earns a day as it is (G-13)."""
    return not is_overnight(began, ended, own) and minutes_between(began, ended) >= value(
        "按值班提示", today(began), own
    )


def overtime_shown(overtime: Overtime) -> str:
    assert overtime.began is not None
    assert overtime.ended is not None
    return show_duration(minutes_between(overtime.began, overtime.ended))


def paper_of(request: OvertimeRequest) -> dict[str, str]:
    return {
        "加班事由": request.reason,
        "性质": request.nature,
        "开始时间": f"{local(request.began):%Y-%m-%d %H:%M}" if request.began else "",
        "结束时间": f"{local(request.ended):%Y-%m-%d %H:%M}" if request.ended else "",
    }


def _fault(at: datetime, fact: str, found: str, expected: str, mend: str) -> Finding:
    return finding(
        day=today(at), clause=CLAUSE, fact=fact, found=found, expected=expected, mend=mend, who="办公室"
    )
