"""整改: problems listed, measures with person and day, progress, struck off; grave ones reported first (13-7)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.office.duties.telling import tell
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.democratic_life.facts import MAJOR
from zhixing.regulations.democratic_life.models import (
    LEVELS,
    SOURCES,
    Followup,
    LifeMeeting,
    Measure,
    Problem,
)
from zhixing.regulations.democratic_life.workflow.entered import (
    after_opening,
    not_later,
    note,
    one_of,
    ours,
    refuse,
    running,
    written,
)
from zhixing.regulations.democratic_life.workflow.parties import (
    by_office_or_member,
    by_secretary,
    is_office,
)
from zhixing.regulations.democratic_life.workflow.statute import own_of, ruling

CLAUSE = "13-7"
KIND = "整改"


@once
def list_problem(
    *, case: LifeMeeting, text: str, source: str, level: str, actor: Person, at: datetime, key: str
) -> Receipt:
    findings = running(case, actor, CLAUSE) + by_office_or_member(actor, today(at), CLAUSE)
    findings += after_opening(case, CLAUSE) + written({"问题": text}, CLAUSE)
    findings += one_of(source, SOURCES, "来源", CLAUSE) + one_of(level, LEVELS, "程度", CLAUSE)
    refuse("问题没有登记。", findings)
    problem = Problem.objects.create(
        organ_id=case.organ_id, case=case, order=case.problems.count() + 1, text=text.strip(), source=source,
        level=level, by=actor, at=at,
    )  # fmt: skip
    payload = {"序号": problem.order, "程度": level}
    return note(case, "列出问题", actor=actor, at=at, key=key, rule=CLAUSE, record=problem, payload=payload)


@once
def set_measure(
    *, problem: Problem, text: str, person: Person, due: date, actor: Person, at: datetime, key: str
) -> Receipt:
    """One thing to do, by one person until one day."""
    case = problem.case
    findings = running(case, actor, CLAUSE) + by_office_or_member(actor, today(at), CLAUSE)
    findings += _open(problem) + written({"整改措施": text}, CLAUSE)
    findings += ours(actor, {"责任人": person}, CLAUSE)
    if due < today(at):
        findings.append(Finding("完成时限", str(due), "今天或者今天以后", "请重新填写时限。", clause=CLAUSE))
    refuse("整改措施没有登记。", findings)
    measure = Measure.objects.create(
        organ_id=case.organ_id, problem=problem, text=text.strip(), person=person, due=due, by=actor, at=at
    )
    problem.state = "整改中"
    problem.save(update_fields=["state"])
    tell(
        [person], f"{case.number}有一项整改由您负责，{due}前完成。", kind=KIND, record=measure, at=at, key=key
    )
    payload = {"序号": problem.order, "责任人": person.number, "时限": str(due)}
    return note(
        case, "定整改措施", actor=actor, at=at, key=key, rule=CLAUSE, record=measure, payload=payload,
        touched=[problem],
    )  # fmt: skip


@once
def follow_up(
    *, measure: Measure, day: date, text: str, done: bool, actor: Person, at: datetime, key: str
) -> Receipt:
    """进展, by whoever bears the measure or by the office."""
    case = measure.problem.case
    findings = running(case, actor, CLAUSE) + _open(measure.problem)
    findings += written({"进展": text}, CLAUSE) + not_later(day, today(at), "日期", CLAUSE)
    if actor != measure.person and not is_office(actor, today(at)):
        findings.append(
            Finding("办理人", actor.name, "责任人或者办公室主任", "请由责任人登记。", clause=CLAUSE)
        )
    if measure.done_on is not None:
        findings.append(Finding("整改措施", "已经完成", "还没有完成", "不用再登记。", clause=CLAUSE))
    refuse("进展没有登记。", findings)
    line = Followup.objects.create(
        organ_id=measure.organ_id, measure=measure, day=day, text=text.strip(), done=done, by=actor, at=at
    )
    if done:
        measure.done_on = day
        measure.save(update_fields=["done_on"])
    return note(
        case, "登记整改进展", actor=actor, at=at, key=key, rule=CLAUSE, record=line, payload={"完成": done},
        touched=[measure],
    )  # fmt: skip


@once
def strike_off(*, problem: Problem, remark: str, actor: Person, at: datetime, key: str) -> Receipt:
    """销号, by the secretary: every measure carried out, and a grave problem reported upward."""
    case = problem.case
    findings = running(case, actor, CLAUSE) + by_secretary(actor, today(at), CLAUSE)
    findings += _open(problem) + written({"销号意见": remark}, CLAUSE) + strike_findings(problem, today(at))
    refuse("问题没有销号。", findings)
    problem.state, problem.struck_by, problem.struck_at = "已销号", actor, at
    problem.struck_note = remark.strip()
    problem.save(update_fields=["state", "struck_by", "struck_at", "struck_note"])
    payload = {"序号": problem.order}
    return note(case, "问题销号", actor=actor, at=at, key=key, rule=CLAUSE, record=problem, payload=payload)


def strike_findings(problem: Problem, day: date) -> list[Finding]:
    """Everything that keeps a problem on the list."""
    measures = list(problem.measures.select_related("person"))
    left = [one for one in measures if one.done_on is None]
    sent = problem.reports.exists()
    done = bool(measures) and not left
    asked = ruling(
        "销号", day, own_of(problem.organ_id), 问题程度=problem.level, 措施全部完成=done, 已向上级报告=sent
    )
    if asked.outcome["可以销号"]:
        return []
    findings = []
    if not measures:
        findings.append(Finding("整改措施", "没有", "至少一项", "请先定整改措施。", clause=CLAUSE))
    if left:
        names = "、".join(f"{one.person.name}负责的一项" for one in left)
        findings.append(Finding("整改措施", f"{names}没有完成", "全部完成", "请等措施完成。", clause=CLAUSE))
    if problem.level == MAJOR and not sent:
        findings.append(
            Finding(
                "报告上级", "没有登记", "重大问题已经报告上级党组织", "请先报告上级党组织。", clause=CLAUSE
            )
        )
    return findings


def _open(problem: Problem) -> list[Finding]:
    if problem.state != "已销号":
        return []
    return [Finding("问题", "已销号", "还没有销号", "请刷新页面再看。", clause=CLAUSE)]
