"""第三步 考察: a team of at least two, its material, what bars the candidate, whom the matter concerns (04-3, G-05)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from zhixing.files.models import StoredFile
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.organ.authority import holds
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.organ.who import service_on
from zhixing.regulations.appointments.models import Case, Inspection, Restriction, TeamMember, Tie
from zhixing.regulations.appointments.models.inspection import RELATIONS
from zhixing.regulations.appointments.workflow.entered import not_later, note, refuse, running, written
from zhixing.regulations.appointments.workflow.parties import (
    by_office,
    by_office_or_leader,
    group_members,
    is_office,
)
from zhixing.regulations.appointments.workflow.requirements import enough
from zhixing.regulations.appointments.workflow.restrictions import CLAUSE as RESTRICTED
from zhixing.regulations.appointments.workflow.statute import own_of, value
from zhixing.regulations.appointments.workflow.validity import expired

CLAUSE, DECISION = "04-3", "04-4"
STEP = "考察"


@once
def set_team(
    *, case: Case, people: Sequence[Person], leader: Person, actor: Person, at: datetime, key: str
) -> Receipt:
    """组建考察组; who is left out of a new list has left the team, and stays in the record."""
    day = today(at)
    findings = running(case, actor, CLAUSE, STEP) + by_office_or_leader(actor, day, CLAUSE)
    findings += _chosen(case) + _fit_for_the_team(case, people, leader, day)
    refuse("考察组没有登记。", findings)
    rows = []
    for one in people:
        row, _ = TeamMember.objects.get_or_create(
            organ_id=case.organ_id, case=case, person=one, defaults={"leads": False}
        )
        row.leads, row.left_at = one == leader, None
        row.save(update_fields=["leads", "left_at"])
        rows.append(row)
    left = list(case.team.filter(left_at=None).exclude(pk__in=[row.pk for row in rows]))
    for row in left:
        row.left_at, row.leads = at, False
        row.save(update_fields=["left_at", "leads"])
    payload = {"考察组": [one.number for one in people], "组长": leader.number}
    return note(
        case, "组建考察组", actor=actor, at=at, key=key, rule=CLAUSE, payload=payload, touched=[*rows, *left]
    )


@once
def file_inspection(
    *, case: Case, first: date, last: date, talked: int, findings: str, shortcomings: str, archive: str,
    integrity: str, material: StoredFile | None, actor: Person, at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """登记考察情况, with the material as a file; by the team's leader or the office."""
    day = today(at)
    faults = running(case, actor, CLAUSE, STEP) + _by_team(case, actor, day) + _chosen(case)
    faults += written(
        {
            "考察情况": findings,
            "主要缺点和不足": shortcomings,
            "档案审核情况": archive,
            "廉洁情况意见": integrity,
        },
        CLAUSE,
    )
    faults += not_later(last, day, "考察结束日期", CLAUSE) + expired(case, day)
    if last < first:
        faults.append(
            Finding("考察日期", f"{first}至{last}", "结束不早于开始", "请核对日期。", clause=CLAUSE)
        )
    if not enough(case, case.team.filter(left_at=None).count()):
        faults.append(_too_few(case, case.team.filter(left_at=None).count(), day))
    if material is None:
        faults.append(Finding("考察材料", "没有上传", "考察材料的文件", "请上传考察材料。", clause=CLAUSE))
    if Inspection.objects.filter(case=case).exists():
        faults.append(Finding("考察材料", "已经登记", "还没有登记", "不用再登记。", clause=CLAUSE))
    refuse("考察情况没有登记。", faults)
    assert material is not None
    row = Inspection.objects.create(
        organ_id=case.organ_id, case=case, first=first, last=last, talked=talked, findings=findings.strip(),
        shortcomings=shortcomings.strip(), archive=archive.strip(), integrity=integrity.strip(), material=material,
        by=actor, at=at,
    )  # fmt: skip
    payload = {"考察日期": f"{first}至{last}", "谈话人数": talked}
    return note(case, "登记考察情况", actor=actor, at=at, key=key, rule=CLAUSE, record=row, payload=payload)


@once
def check_restrictions(
    *, case: Case, penalty: str, penalty_until: date | None, relative: Person | None, explanation: str,
    source: str, actor: Person, at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """任职限制核查: what was found is entered as it is; what it bars, the later steps refuse (B4-09, B4-10)."""
    day = today(at)
    faults = running(case, actor, RESTRICTED) + _chosen(case) + written({"核查来源": source}, RESTRICTED)
    if not (is_office(actor, day) or holds(actor, ("纪检组长",), day)):
        faults.append(
            Finding(
                "办理人",
                actor.name,
                "办公室主任或者纪检组长",
                "请由办公室主任或者纪检组长登记。",
                clause=RESTRICTED,
            )
        )
    if bool(penalty.strip()) != (penalty_until is not None):
        faults.append(
            Finding(
                "处分",
                penalty or str(penalty_until),
                "处分种类和影响期满日都写明",
                "两项都填，或者都不填。",
                clause=RESTRICTED,
            )
        )
    if relative is not None and (relative.organ_id != case.organ_id or relative == case.candidate):
        faults.append(Finding("亲属", relative.name, "本单位的另一名同志", "请核对亲属。", clause=RESTRICTED))
    refuse("核查情况没有登记。", faults)
    row, _ = Restriction.objects.update_or_create(
        case=case,
        defaults={
            "organ_id": case.organ_id, "penalty": penalty.strip(), "penalty_until": penalty_until,
            "relative": relative, "explanation": explanation.strip(), "source": source.strip(), "by": actor, "at": at,
        },
    )  # fmt: skip
    payload = {
        "处分": row.penalty,
        "影响期满日": str(penalty_until or ""),
        "亲属": relative.number if relative else "",
    }
    return note(
        case, "核查任职限制", actor=actor, at=at, key=key, rule=RESTRICTED, record=row, payload=payload
    )


@once
def declare_tie(
    *, case: Case, person: Person, relation: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """登记回避: by the member or the office; at the meeting the member leaves the room before the vote (G-05)."""
    day = today(at)
    faults = running(case, actor, DECISION, STEP, "讨论决定")
    if actor.pk != person.pk:
        faults += by_office(actor, day, DECISION)
    if person not in group_members(case.organ, day):
        faults.append(
            Finding("回避人", person.name, "党组成员", "只有参加表决的成员要登记回避。", clause=DECISION)
        )
    if relation not in dict(RELATIONS):
        wanted = "、".join(dict(RELATIONS))
        faults.append(Finding("关系", relation or "没有选择", wanted, "请选一种关系。", clause=DECISION))
    if case.ties.filter(person=person).exists():
        faults.append(
            Finding("回避", f"{person.name}已经登记", "还没有登记", "不用再登记。", clause=DECISION)
        )
    refuse("回避没有登记。", faults)
    row = Tie.objects.create(
        organ_id=case.organ_id, case=case, person=person, relation=relation, by=actor, at=at
    )
    payload = {"回避人": person.number, "关系": relation}
    return note(case, "登记回避", actor=actor, at=at, key=key, rule=DECISION, record=row, payload=payload)


def _chosen(case: Case) -> list[Finding]:
    if case.candidate is not None:
        return []
    return [
        Finding(
            "考察对象", "还没有确定", "党组会议研究确定的考察对象", "请先提请党组会议研究。", clause=CLAUSE
        )
    ]


def _fit_for_the_team(case: Case, people: Sequence[Person], leader: Person, day: date) -> list[Finding]:
    findings = [] if enough(case, len(set(people))) else [_too_few(case, len(set(people)), day)]
    if leader not in people:
        findings.append(Finding("组长", leader.name, "考察组成员", "请从成员里选组长。", clause=CLAUSE))
    tied = {one.person_id for one in case.ties.all()}
    for one in people:
        if one.organ_id != case.organ_id or service_on(one, day) is None:
            findings.append(
                Finding("考察组成员", one.name, "在职的本单位人员", "请核对成员。", clause=CLAUSE)
            )
        if one == case.candidate or one.pk in tied:
            findings.append(
                Finding(
                    "考察组成员",
                    f"{one.name}应当回避",
                    "跟考察对象没有亲属关系的同志",
                    "请另选成员。",
                    clause=CLAUSE,
                )
            )
    return findings


def _too_few(case: Case, number: int, day: date) -> Finding:
    least = value("考察组最少人数", day, own_of(case.organ_id))
    return Finding("考察组", f"{number}人", f"至少{least}人", "请补足考察组成员。", clause=CLAUSE)


def _by_team(case: Case, actor: Person, day: date) -> list[Finding]:
    if is_office(actor, day) or case.team.filter(person=actor, left_at=None).exists():
        return []
    return [Finding("办理人", actor.name, "考察组成员或者办公室主任", "请由考察组登记。", clause=CLAUSE)]
