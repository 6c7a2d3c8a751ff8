"""第一步 动议: proposed by the personnel leader, accepted by the secretary, talked over, approved in number (04-1)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.files.models import StoredFile
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.organ.headcount import approved_on, filled_on
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ, Person, Section
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once
from zhixing.regulations.appointments.models import (
    POSTS,
    Case,
    Consultation,
    DepartmentContact,
    HeadcountApproval,
)
from zhixing.regulations.appointments.workflow.entered import not_later, note, refuse, running, written
from zhixing.regulations.appointments.workflow.parties import (
    by_leader,
    by_office_or_leader,
    by_secretary,
    office_directors,
    secretaries,
)
from zhixing.regulations.appointments.workflow.requirements import motion_needs, unmet
from zhixing.regulations.appointments.workflow.statute import own_of, ruling
from zhixing.regulations.appointments.workflow.telling import told

CLAUSE, HEADCOUNT = "04-1", "01-20.3"
MOTION = "动议"


@once
def propose(
    *, section: Section, post: str, title: str, qualifications: str, pool: str, reason: str, actor: Person,
    at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """提出动议; a post that is full is not even proposed (B4-07)."""
    day = today(at)
    findings = by_leader(actor, day, CLAUSE)
    findings += written(
        {"拟任职务": title, "资格条件": qualifications, "人选范围": pool, "动议理由": reason}, CLAUSE
    )
    findings += _seat(actor.organ, section, post, day)
    refuse("没有提出动议。", findings)
    number = next_number(actor.organ, "干部任用", day.year)
    case = Case.objects.create(
        organ_id=actor.organ_id, number=f"干〔{day.year}〕{number}号", section=section, post=post, title=title.strip(),
        qualifications=qualifications.strip(), pool=pool.strip(), reason=reason.strip(), proposed_by=actor,
        proposed_at=at,
    )  # fmt: skip
    told(case, secretaries(actor.organ, day), "干部任用动议，请审定。", at=at, key=key)
    payload = {"科室": section.name, "岗位": post}
    return note(case, "提出动议", actor=actor, at=at, key=key, rule=CLAUSE, payload=payload)


@once
def accept(*, case: Case, actor: Person, at: datetime, key: str) -> Receipt:
    """党组书记同意启动."""
    findings = running(case, actor, CLAUSE, MOTION) + by_secretary(actor, today(at), CLAUSE)
    if case.accepted_at is not None:
        findings.append(Finding("动议", "书记已经同意", "等书记同意的动议", "不用再办。", clause=CLAUSE))
    refuse("没有办理。", findings)
    case.accepted_by, case.accepted_at = actor, at
    case.save(update_fields=["accepted_by", "accepted_at"])
    told(case, office_directors(case.organ, today(at)), "动议已经同意，请组织酝酿。", at=at, key=key)
    return note(case, "同意动议", actor=actor, at=at, key=key, rule=CLAUSE)


@once
def consult(
    *, case: Case, person: Person, day: date, opinion: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """登记酝酿: once a person, with what was said."""
    findings = _by_hand(case, actor, at) + written({"意见": opinion}, CLAUSE)
    findings += not_later(day, today(at), "酝酿日期", CLAUSE)
    if person.organ_id != case.organ_id or case.consultations.filter(person=person).exists():
        findings.append(
            Finding("酝酿对象", person.name, "本单位还没有登记过的同志", "请核对酝酿名单。", clause=CLAUSE)
        )
    refuse("酝酿没有登记。", findings)
    row = Consultation.objects.create(
        organ_id=case.organ_id, case=case, person=person, day=day, opinion=opinion.strip(), by=actor, at=at
    )
    payload = {"酝酿对象": person.number}
    return note(case, "登记酝酿", actor=actor, at=at, key=key, rule=CLAUSE, record=row, payload=payload)


@once
def set_plan(
    *, case: Case, text: str, file: StoredFile | None = None, actor: Person, at: datetime, key: str
) -> Receipt:
    """形成工作方案; until the recommendation begins it may be written anew, and the journal keeps the former."""
    refuse("工作方案没有保存。", _by_hand(case, actor, at) + written({"工作方案": text}, CLAUSE))
    case.plan, case.planned_at = text.strip(), at
    if file is not None:
        case.plan_file = file
    case.save(update_fields=["plan", "plan_file", "planned_at"])
    return note(
        case, "形成工作方案", actor=actor, at=at, key=key, rule=CLAUSE, payload={"工作方案": case.plan}
    )


@once
def contact(
    *, case: Case, day: date, whom: str, content: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """向区委组织部沟通汇报: when, with whom, what came of it."""
    findings = _by_hand(case, actor, at) + written({"沟通对象": whom, "沟通情况": content}, CLAUSE)
    findings += not_later(day, today(at), "沟通日期", CLAUSE)
    refuse("沟通情况没有登记。", findings)
    row = DepartmentContact.objects.create(
        organ_id=case.organ_id,
        case=case,
        day=day,
        whom=whom.strip(),
        content=content.strip(),
        by=actor,
        at=at,
    )
    return note(case, "登记组织部沟通", actor=actor, at=at, key=key, rule=CLAUSE, record=row)


@once
def approve_headcount(
    *, case: Case, document: str, day: date, approved: int, actor: Person, at: datetime, key: str
) -> Receipt:
    """登记职数核准: checked against the organ's own register and against who is in post (01-20.3, B4-07)."""
    findings = _by_hand(case, actor, at) + written({"核准文号或者依据": document}, CLAUSE)
    findings += not_later(day, today(at), "核准日期", CLAUSE)
    register = approved_on(case.organ, case.section, case.post, today(at))
    if register is not None and register.number != approved:
        findings.append(
            Finding("核定职数", f"{approved}名", f"{register.number}名（{register.document}）",
                    "请核对组织部的回复和职数台账，两边要一致。", clause=HEADCOUNT)
        )  # fmt: skip
    if HeadcountApproval.objects.filter(case=case).exists():
        findings.append(Finding("职数核准", "已经登记", "还没有登记", "不用再登记。", clause=CLAUSE))
    taken = taken_seats(case.organ, case.section, case.post, today(at), but=case)
    findings += _no_free_seat(case.organ, approved, taken, today(at))
    refuse("职数核准没有登记。", findings)
    row = HeadcountApproval.objects.create(
        organ_id=case.organ_id, case=case, document=document.strip(), day=day, approved=approved, filled=taken,
        from_register=register is not None, by=actor, at=at,
    )  # fmt: skip
    payload = {"核定职数": approved, "已配人数": taken, "依据": row.document}
    return note(case, "登记职数核准", actor=actor, at=at, key=key, rule=CLAUSE, record=row, payload=payload)


@once
def begin_recommendation(*, case: Case, actor: Person, at: datetime, key: str) -> Receipt:
    """进入民主推荐: nothing of the first step may be missing, above all not the approved headcount."""
    findings = running(case, actor, CLAUSE, MOTION) + by_leader(actor, today(at), CLAUSE)
    if not findings:
        findings += unmet(motion_needs(case))
    refuse("还不能进入民主推荐。", findings)
    case.step = 2
    case.save(update_fields=["step"])
    told(case, office_directors(case.organ, today(at)), "可以组织民主推荐了。", at=at, key=key)
    return note(case, "进入民主推荐", actor=actor, at=at, key=key, rule=CLAUSE)


def taken_seats(organ: Organ, section: Section, post: str, day: date, but: Case | None = None) -> int:
    """Who holds such a post in the section, and who is on the way to one by another case."""
    others = Case.objects.filter(organ=organ, section=section, post=post, state__in=("办理中", "已中止"))
    return filled_on(organ, section, post, day) + others.exclude(pk=but.pk if but else 0).count()


def _by_hand(case: Case, actor: Person, at: datetime) -> list[Finding]:
    return running(case, actor, CLAUSE, MOTION) + by_office_or_leader(actor, today(at), CLAUSE)


def _seat(organ: Organ, section: Section, post: str, day: date) -> list[Finding]:
    if section.organ_id != organ.pk or (section.until is not None and section.until < day):
        return [Finding("科室", section.name, "本单位现有的科室", "请核对科室。", clause=CLAUSE)]
    if post not in dict(POSTS):
        wanted = "、".join(name for _, name in POSTS)
        return [Finding("岗位", post or "没有选择", wanted, "请选一个岗位。", clause=CLAUSE)]
    register = approved_on(organ, section, post, day)
    if register is None:
        return []
    return _no_free_seat(organ, register.number, taken_seats(organ, section, post, day), day)


def _no_free_seat(organ: Organ, approved: int, taken: int, day: date) -> list[Finding]:
    found = ruling("职数核定", day, own_of(organ.pk), 核定职数=approved, 已配人数=taken)
    if found.outcome["可以动议"]:
        return []
    return [
        Finding("职数", f"核定{approved}名，已配和正在任用的共{taken}名", "有空缺的职数",
                "职数已满，不得超职数配备；有人离任以后再动议。", clause=HEADCOUNT)
    ]  # fmt: skip
