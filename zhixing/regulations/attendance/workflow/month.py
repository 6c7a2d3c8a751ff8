"""月考勤：the office opens, each confirms or objects, the office answers and locks (domain 2.3 F)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import refused, words
from zhixing.organ.authority import office_only, own_only, same_organ
from zhixing.organ.days import calendar_of
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.organ.who import service_on
from zhixing.regulations.attendance.models import Month, MonthLine, Talk
from zhixing.regulations.attendance.workflow.day_facts import on_staff_between
from zhixing.regulations.attendance.workflow.day_status import HalfStatus
from zhixing.regulations.attendance.workflow.day_view import bounds
from zhixing.regulations.attendance.workflow.figures import CONFIRM_DAYS, whole
from zhixing.regulations.attendance.workflow.month_count import count
from zhixing.regulations.attendance.workflow.month_figures import note_of, statuses
from zhixing.regulations.attendance.workflow.statute import own_of
from zhixing.regulations.attendance.workflow.talks import follow, propose_talks

CLAUSE = "02-3.1"


@once
def open_month(*, actor: Person, year: int, month: int, at: datetime, key: str) -> Receipt:
    """Draft lines for everyone who served in the month; talks are proposed where the count asks for one."""
    office_only(actor, today(at), clause=CLAUSE)
    _refuse_open(actor, year, month, today(at))
    first, last = bounds(year, month)
    people = on_staff_between(actor.organ, first, last)
    found = statuses(actor.organ, people, year, month, at)
    day = today(at)
    sheet = Month.objects.create(
        organ_id=actor.organ_id, year=year, month=month, opened_by=actor, opened_at=at,
        confirm_by=calendar_of(actor.organ).due(day, whole(CONFIRM_DAYS, day, own_of(actor.organ_id))).day,
    )  # fmt: skip
    lines = MonthLine.objects.bulk_create(_line(sheet, person, found[person.pk], last) for person in people)
    talks = propose_talks(sheet, at=at)
    payload = {
        "月份": str(sheet),
        "人数": len(lines),
        "确认截止": str(sheet.confirm_by),
        "提请谈话": len(talks),
    }
    return enter(
        actor=actor, action="开启月考勤", kind="月考勤", record=sheet, payload=payload, at=at, key=key,
        rule=CLAUSE, touched=[*lines, *talks],
    )  # fmt: skip


@once
def confirm(*, actor: Person, line: MonthLine, at: datetime, key: str) -> Receipt:
    """The person says the line is right."""
    own_only(actor, line.person, clause=CLAUSE)
    _refuse_line(line, "没有确认。", ("待确认", "已答复"))
    line.state, line.confirmed_at = "已确认", at
    line.save(update_fields=["state", "confirmed_at"])
    return _enter_line(line, actor=actor, at=at, key=key, action="确认月考勤", text="")


@once
def object_to(*, actor: Person, line: MonthLine, text: str, at: datetime, key: str) -> Receipt:
    """The person says what is wrong; the office must answer before the month is locked."""
    own_only(actor, line.person, clause=CLAUSE)
    _refuse_line(line, "异议没有提交。", ("待确认", "已答复"), text=text, fact="异议内容")
    line.state, line.objection, line.objected_at = "有异议", text.strip(), at
    line.save(update_fields=["state", "objection", "objected_at"])
    return _enter_line(line, actor=actor, at=at, key=key, action="提出异议", text=text.strip())


@once
def answer(*, actor: Person, line: MonthLine, text: str, at: datetime, key: str) -> Receipt:
    """The office answers; the figures are counted anew from the records as they now stand."""
    same_organ(actor, organ_id=line.organ_id, clause=CLAUSE)
    office_only(actor, today(at), clause=CLAUSE)
    _refuse_line(line, "没有答复。", ("有异议",), text=text, fact="答复")
    sheet, person = line.sheet, line.person
    found = statuses(sheet.organ, [person], sheet.year, sheet.month, at)[person.pk]
    figures = count(found)
    for column, value in asdict(figures).items():
        setattr(line, column, value)
    line.note, line.state = note_of(found), "已答复"
    line.answer, line.answered_by, line.answered_at = text.strip(), actor, at
    line.save()
    talks = follow(sheet, person, figures, at=at, why="答复异议时重新统计")
    return _enter_line(line, actor=actor, at=at, key=key, action="答复异议", text=text.strip(), talks=talks)


@once
def lock(*, actor: Person, sheet: Month, at: datetime, key: str) -> Receipt:
    """No objection open, and everyone confirmed or the days to confirm are over."""
    same_organ(actor, organ_id=sheet.organ_id, clause=CLAUSE)
    office_only(actor, today(at), clause=CLAUSE)
    lines = list(sheet.lines.select_related("person"))
    findings = _lock_findings(sheet, lines, today(at))
    if findings:
        raise Refusal(f"{sheet}考勤没有锁定。", findings)
    sheet.state, sheet.locked_by, sheet.locked_at = "已锁定", actor, at
    sheet.save(update_fields=["state", "locked_by", "locked_at"])
    silent = [line.person.name for line in lines if line.state == "待确认"]
    payload = {"月份": str(sheet), "人数": len(lines), "期满未表示": silent}
    return enter(
        actor=actor, action="锁定月考勤", kind="月考勤", record=sheet, payload=payload, at=at, key=key,
        rule=CLAUSE, touched=lines,
    )  # fmt: skip


def _refuse_open(actor: Person, year: int, month: int, day: date) -> None:
    findings = []
    if month not in range(1, 13):
        raise refused("月考勤没有开启。", "月份", str(month), "1到12", "请选月份。", clause=CLAUSE)
    if bounds(year, month)[1] >= day:
        mend = "请在月末以后开启。"
        findings.append(
            Finding("月份", f"{year}年{month}月还没有过完", "已经过完的月份", mend, clause=CLAUSE)
        )
    if Month.objects.filter(organ_id=actor.organ_id, year=year, month=month).exists():
        mend = "请打开已有的月考勤。"
        findings.append(Finding("月份", f"{year}年{month}月已经开启", "每月一份", mend, clause=CLAUSE))
    if findings:
        raise Refusal("月考勤没有开启。", findings)


def _line(sheet: Month, person: Person, found: list[HalfStatus], last: date) -> MonthLine:
    service = service_on(person, last) or person.services.order_by("-since").first()
    section = service.section.name if service else ""
    return MonthLine(
        organ_id=sheet.organ_id, sheet=sheet, person=person, section=section, note=note_of(found),
        **asdict(count(found)),
    )  # fmt: skip


def _refuse_line(
    line: MonthLine, conclusion: str, states: tuple[str, ...], *, text: str = "—", fact: str = ""
) -> None:
    findings: list[Finding] = []
    words(findings, text, fact=fact, clause=CLAUSE)
    if line.sheet.state != "确认中":
        mend = "锁定以后只能由办公室更正。"
        findings.append(Finding("月考勤", line.sheet.state, "确认中", mend, clause=CLAUSE, who="办公室"))
    if line.state not in states:
        findings.append(Finding("本人意见", line.state, "、".join(states), "请刷新页面再看。", clause=CLAUSE))
    if findings:
        raise Refusal(conclusion, findings)


def _lock_findings(sheet: Month, lines: list[MonthLine], day: date) -> list[Finding]:
    if sheet.state != "确认中":
        return [Finding("月考勤", sheet.state, "确认中", "已经锁定，不用再锁。", clause=CLAUSE)]
    found = [
        Finding(
            f"{line.person.name}的异议",
            line.objection.rstrip("。"),  # the page puts its own punctuation after what was found
            "已经答复",
            "请先答复。",
            clause=CLAUSE,
            who="办公室",
        )
        for line in lines
        if line.state == "有异议"
    ]
    waiting = [line.person.name for line in lines if line.state in {"待确认", "已答复"}]
    if waiting and day <= sheet.confirm_by:
        mend = f"请等他们确认，或者过了{sheet.confirm_by}再锁定。"
        found.append(
            Finding("本人确认", f"{'、'.join(waiting)}还没有确认", "每人已确认", mend, clause=CLAUSE)
        )
    return found


def _enter_line(
    line: MonthLine,
    *,
    actor: Person,
    at: datetime,
    key: str,
    action: str,
    text: str,
    talks: Sequence[Talk] = (),
) -> Receipt:
    payload = {"月份": str(line.sheet), "人员": line.person.number, "状态": line.state, "内容": text}
    return enter(
        actor=actor,
        action=action,
        kind="月考勤明细",
        record=line,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
        touched=talks,
    )
