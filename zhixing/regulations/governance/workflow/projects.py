"""重点工作项目: one lead, targets with a person, supervision, a light by the date (01-14)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import refuse, words
from zhixing.office.duties.telling import tell
from zhixing.organ.acting import by_post, of_organ, within
from zhixing.organ.local_time import today
from zhixing.organ.models import Person, Section
from zhixing.organ.once import once
from zhixing.regulations.governance.models import Project, ProjectLine, Target
from zhixing.regulations.governance.workflow.kept import OFFICE, keep
from zhixing.regulations.governance.workflow.statute import own_of, ruling

LEAD, ONE, WATCH = "01-14.1", "01-14.2", "01-14.3"
WHOLE = 100
LEADERS = ("局长", "副局长", "党组成员", "党组副书记", "办公室主任")


@once
def begin(
    *, name: str, goal: str, leader: Person, section: Section, lead: Person, helpers: str = "", group: str = "",
    group_until: date | None = None, since: date, due: date, actor: Person, at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """One person answers for it; a leading group is for a time only."""
    findings = by_post(actor, LEADERS, today(at), LEAD) + of_organ(actor, leader, lead, clause=ONE)
    for fact, said in (("项目名称", name), ("目标", goal)):
        words(findings, said, fact=fact, clause=LEAD)
    if due < since:
        findings.append(
            Finding("完成时限", due.isoformat(), f"不早于开始（{since}）", "请核对时限。", clause=LEAD)
        )
    if bool(group.strip()) != (group_until is not None):
        findings.append(
            Finding(
                "临时领导小组",
                group or "没有填写",
                "成员和结束日期一起填",
                "请补上另一项，或者两项都不填。",
                clause=ONE,
            )
        )
    refuse("项目没有登记。", findings)
    made = Project.objects.create(
        organ_id=actor.organ_id, name=name.strip(), goal=goal.strip(), leader=leader, section=section, lead=lead,
        helpers=helpers.strip(), group=group.strip(), group_until=group_until, since=since, due=due, by=actor, at=at,
    )  # fmt: skip
    tell(
        [lead, leader],
        f"重点工作项目“{made.name}”由您负责，{due}前完成。",
        kind="重点工作项目",
        record=made,
        at=at,
        key=key,
    )
    return keep(made, "登记重点工作项目", actor=actor, at=at, key=key, rule=LEAD, payload={"项目": made.name})


@once
def add_target(
    *, project: Project, text: str, person: Person, quantity: int, unit: str, due: date, actor: Person, at: datetime,
    key: str,
) -> Receipt:  # fmt: skip
    """量化到岗、细化到人."""
    findings = _by(actor, project, "责任人或者领办领导", project.lead, project.leader) + _running(project)
    findings += of_organ(actor, person, clause=LEAD)
    for fact, said in (("任务", text), ("单位", unit)):
        words(findings, said, fact=fact, clause=LEAD)
    if quantity < 1:
        findings.append(Finding("数量", str(quantity), "至少1", "请填写数量。", clause=LEAD))
    if due > project.due:
        findings.append(
            Finding("时限", due.isoformat(), f"不晚于项目时限（{project.due}）", "请核对时限。", clause=LEAD)
        )
    refuse("任务没有登记。", findings)
    target = Target.objects.create(
        organ_id=actor.organ_id, project=project, text=text.strip(), person=person, quantity=quantity,
        unit=unit.strip(), due=due,
    )  # fmt: skip
    return keep(
        project,
        "分解项目任务",
        actor=actor,
        at=at,
        key=key,
        rule=LEAD,
        payload={"任务": target.text},
        touched=[target],
    )


@once
def count_done(*, target: Target, done: int, actor: Person, at: datetime, key: str) -> Receipt:
    """By the target's own person or the lead; what is done does not become less."""
    project = target.project
    findings = _by(actor, project, "任务责任人或者项目责任人", target.person, project.lead) + _running(
        project
    )
    if not target.done <= done <= target.quantity:
        findings.append(
            Finding("已完成", str(done), f"{target.done}到{target.quantity}", "请核对数量。", clause=LEAD)
        )
    refuse("进度没有登记。", findings)
    target.done = done
    target.save(update_fields=["done"])
    return keep(
        target,
        "登记任务进度",
        actor=actor,
        at=at,
        key=key,
        rule=LEAD,
        payload={"任务": target.text, "已完成": done},
    )


@once
def note(
    *,
    project: Project,
    kind: str,
    text: str,
    percent: int | None = None,
    actor: Person,
    at: datetime,
    key: str,
) -> Receipt:
    """进展 by the lead; 督查, 催办 by office and leaders; 完成, 终止 by the leader of the project."""
    findings = _running(project)
    words(findings, text, fact=kind, clause=WATCH)
    if kind == "进展":
        findings += _by(actor, project, "责任人", project.lead)
        if percent is None or not project.percent <= percent < WHOLE:
            findings.append(
                Finding("进度", f"{percent}", f"{project.percent}到99", "请核对进度。", clause=LEAD)
            )
    elif kind in {"督查", "催办"}:
        findings += by_post(actor, (*OFFICE, *LEADERS), today(at), WATCH) + within(actor, project, WATCH)
    else:
        findings += _by(actor, project, "领办领导", project.leader)
    refuse(f"{kind}没有登记。", findings)
    line = ProjectLine.objects.create(
        organ_id=actor.organ_id,
        project=project,
        kind=kind,
        text=text.strip(),
        percent=percent,
        by=actor,
        at=at,
    )
    project.percent = WHOLE if kind == "完成" else (project.percent if percent is None else percent)
    project.state = {"完成": "已完成", "终止": "已终止"}.get(kind, project.state)
    project.save(update_fields=["percent", "state"])
    if kind in {"催办", "督查"}:
        tell(
            [project.lead],
            f"重点工作项目“{project.name}”{kind}，请查看。",
            kind="重点工作项目",
            record=project,
            at=at,
            key=key,
        )
    return keep(
        project,
        f"项目{kind}",
        actor=actor,
        at=at,
        key=key,
        rule=WATCH,
        payload={"项目": project.name},
        touched=[line],
    )


def light(project: Project, day: date) -> str:
    """红、黄、绿 of a project on a day; nothing for one that was ended."""
    if project.state == "已终止":
        return "—"
    left = (project.due - day).days
    told = ruling(
        "项目状态",
        day,
        own_of(project.organ_id),
        已完成=project.state == "已完成",
        已逾期=left < 0,
        剩余日数=max(0, left),
    )
    return str(told.outcome["状态"])


def _running(project: Project) -> list[Finding]:
    if project.state == "进行中":
        return []
    return [Finding("项目状态", project.state, "进行中", "已经结束的项目不再登记。", clause=WATCH)]


def _by(actor: Person, project: Project, expected: str, *people: Person) -> list[Finding]:
    if actor.organ_id == project.organ_id and actor in people:
        return []
    return [Finding("办理人", actor.name, expected, f"请由{expected}登记。", clause=ONE, who=expected)]
