"""岗位责任书 (01-13) and 核定职数 (01-20.3)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import refuse, words
from zhixing.organ.acting import by_post, of_organ
from zhixing.organ.authority import holds
from zhixing.organ.headcount import Approved, approved_on, filled_on, register_headcount
from zhixing.organ.local_time import today
from zhixing.organ.models import Holding, Organ, Person, Section
from zhixing.organ.once import once
from zhixing.regulations.governance.models import DutySheet, Headcount
from zhixing.regulations.governance.workflow.kept import OFFICE, keep

SHEET, PLAN = "01-13", "01-20.3"


@once
def enter_sheet(
    *, section: Section, post: str, holder: Person, backup: Person | None = None, duties: str, measures: str,
    task: str = "", due: date | None = None, since: date, actor: Person, at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """A newer sheet of the same post ends the older one the day before; a head enters those of the own section."""
    findings = _by_head_or_office(actor, section, today(at)) + of_organ(actor, holder, backup, clause=SHEET)
    for fact, said in (("岗位", post), ("职责", duties), ("工作举措", measures)):
        words(findings, said, fact=fact, clause=SHEET)
    if backup is not None and backup.pk == holder.pk:
        findings.append(Finding("B岗", backup.name, "责任人以外的人", "请另选B岗。", clause=SHEET))
    if bool(task.strip()) != (due is not None):
        findings.append(
            Finding(
                "限期事项",
                task or "没有填写",
                "事项和完成时限一起填",
                "请补上另一项，或者两项都不填。",
                clause=SHEET,
            )
        )
    refuse("岗位责任书没有登记。", findings)
    older = list(
        DutySheet.objects.filter(organ_id=actor.organ_id, section=section, post=post.strip(), ended=None)
    )
    for one in older:
        one.ended = max(one.since, since - timedelta(days=1))
        one.save(update_fields=["ended"])
    made = DutySheet.objects.create(
        organ_id=actor.organ_id, section=section, post=post.strip(), holder=holder, backup=backup,
        duties=duties.strip(), measures=measures.strip(), task=task.strip(), due=due, since=since, by=actor, at=at,
    )  # fmt: skip
    return keep(
        made,
        "登记岗位责任书",
        actor=actor,
        at=at,
        key=key,
        rule=SHEET,
        payload={"岗位": made.post},
        touched=older,
    )


@once
def finish_task(*, sheet: DutySheet, text: str, actor: Person, at: datetime, key: str) -> Receipt:
    """完成限期事项, by the holder or the stand-in."""
    findings: list[Finding] = []
    words(findings, text, fact="完成情况", clause=SHEET)
    if actor.pk not in {sheet.holder_id, sheet.backup_id}:
        findings.append(Finding("办理人", actor.name, "责任人或者B岗", "请由责任人登记。", clause=SHEET))
    if not sheet.task or sheet.done_at is not None:
        findings.append(
            Finding("限期事项", "没有待办的事项", "还没有完成的限期事项", "请刷新页面再看。", clause=SHEET)
        )
    refuse("没有登记完成。", findings)
    sheet.done_at, sheet.done_text = at, text.strip()
    sheet.save(update_fields=["done_at", "done_text"])
    return keep(
        sheet, "完成岗位限期事项", actor=actor, at=at, key=key, rule=SHEET, payload={"事项": sheet.task}
    )


@once
def approve_number(
    *,
    section: Section,
    post: str,
    number: int,
    document: str,
    since: date,
    actor: Person,
    at: datetime,
    key: str,
) -> Receipt:
    """The number of the approved plan from a day on; the earlier one stays readable up to the day before."""
    findings = by_post(actor, OFFICE, today(at), PLAN)
    words(findings, document, fact="依据", clause=PLAN)
    if section.organ_id != actor.organ_id:
        findings.append(Finding("科室", section.name, "本单位的科室", "请重新选择。", clause=PLAN))
    before = Headcount.objects.filter(organ_id=actor.organ_id, section=section, post=post, until=None).first()
    if before is not None and before.since >= since:
        findings.append(
            Finding("起", since.isoformat(), f"{before.since}以后", "请填写新方案的施行日期。", clause=PLAN)
        )
    refuse("职数没有登记。", findings)
    ended = []
    if before is not None:
        before.until = since - timedelta(days=1)
        before.save(update_fields=["until"])
        ended.append(before)
    made = Headcount.objects.create(
        organ_id=actor.organ_id, section=section, post=post, number=number, document=document.strip(), since=since,
        by=actor, at=at,
    )  # fmt: skip
    return keep(made, "登记核定职数", actor=actor, at=at, key=key, rule=PLAN,
                payload={"科室": section.name, "岗位": post, "职数": number}, touched=ended)  # fmt: skip


def approved(organ: Organ, section: Section, post: str, day: date) -> Approved | None:
    """The number in force on that day; 0 where the plan has the section and not the post."""
    rows = Headcount.objects.filter(organ=organ, since__lte=day).exclude(until__lt=day)
    if not rows.exists():
        return None
    row = rows.filter(section=section, post=post).first()
    return Approved(row.number, row.document) if row else Approved(0, "“三定”方案没有列入这个岗位")


def faults_of(organ: Organ, section: Section, post: str, day: date) -> list[Finding]:
    """Why nobody more may take up the post: beyond the number, or not in the plan."""
    found = approved_on(organ, section, post, day)
    filled = filled_on(organ, section, post, day)
    if found is None or filled < found.number:
        return []
    return [
        Finding("职数", f"{section.name}{post}已配{filled}名", f"不超过核定{found.number}名（{found.document}）",
                "请先核对“三定”方案，空出职数再任职。", clause=PLAN)
    ]  # fmt: skip


def _by_head_or_office(actor: Person, section: Section, day: date) -> list[Finding]:
    heads = Holding.objects.on(day).filter(organ_id=actor.organ_id, post="科室负责人", section=section)
    if section.organ_id == actor.organ_id and (
        holds(actor, OFFICE, day) or heads.filter(person=actor).exists()
    ):
        return []
    wanted = "办公室主任、本科室负责人"
    return [Finding("办理人", actor.name, wanted, f"请由{wanted}登记。", clause=SHEET, who=wanted)]


def overview(organ: Organ, day: date) -> list[tuple[Headcount, int]]:
    """Every number in force with how many hold the post."""
    rows = (
        Headcount.objects.filter(organ=organ, since__lte=day).exclude(until__lt=day).select_related("section")
    )
    return [(row, filled_on(organ, row.section, row.post, day)) for row in rows]


def register() -> None:
    """Called once by the app when it is ready."""
    register_headcount(approved)
