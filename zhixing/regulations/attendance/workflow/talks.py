"""诫勉谈话：proposed to the chief, who says who talks; taken back when the count falls (02-3.1, G-73)."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import words
from zhixing.law.ruling import Ruling
from zhixing.office.duties.telling import chiefs, tell
from zhixing.organ.authority import chief_only, same_organ
from zhixing.organ.entries import enter
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.organ.parameters import OwnValues
from zhixing.regulations.attendance.models import Month, Talk
from zhixing.regulations.attendance.workflow.day_view import bounds
from zhixing.regulations.attendance.workflow.figures import ask
from zhixing.regulations.attendance.workflow.month_count import MonthCount
from zhixing.regulations.attendance.workflow.month_figures import month_of, written
from zhixing.regulations.attendance.workflow.statute import own_of

CLAUSE = "02-3.1"


def late_ruling(times: int, allowance: int, year: int, month: int, own: OwnValues) -> Ruling:
    """迟到处置 of a month; `allowance` in fen."""
    return ask("迟到处置", bounds(year, month)[1], own, 当月次数=times, 当月津补贴=allowance)


def calls_for_talk(times: int, year: int, month: int, own: OwnValues) -> Ruling | None:
    ruling = late_ruling(times, 0, year, month, own)
    return ruling if ruling.outcome["诫勉谈话"] is True else None


def propose_talks(sheet: Month, *, at: datetime) -> list[Talk]:
    """One proposal for each line whose late and early marks call for a talk; the caller journals it."""
    lines = sheet.lines.select_related("person")
    return [talk for line in lines for talk in follow(sheet, line.person, written(line), at=at, why="")]


def follow(sheet: Month, person: Person, figures: MonthCount, *, at: datetime, why: str) -> list[Talk]:
    """A count that calls for a talk proposes one, a count that does not takes it back. The caller journals it."""
    times = figures.late_and_early
    ruling = calls_for_talk(times, sheet.year, sheet.month, own_of(sheet.organ_id))
    standing = _standing(person, sheet.year, sheet.month)
    if ruling is None:
        return _taken_back(standing, times, at=at, why=why)
    return [] if standing else [_proposed(person, sheet, times, ruling, at)]


def reconsider(person: Person, year: int, month: int, *, at: datetime, why: str) -> list[Talk]:
    """Counts the month anew; a talk that is no longer called for is taken back. The caller journals it."""
    times = month_of(person, year, month, at).late_and_early
    if calls_for_talk(times, year, month, own_of(person.organ_id)) is not None:
        return []
    return _taken_back(_standing(person, year, month), times, at=at, why=why)


def _taken_back(talks: list[Talk], times: int, *, at: datetime, why: str) -> list[Talk]:
    for talk in talks:
        talk.state, talk.reversed_at = "已撤销", at
        talk.reverse_reason = f"{why}，当月次数变为{times}次。"
        talk.save(update_fields=["state", "reversed_at", "reverse_reason"])
    return talks


@once
def assign(*, actor: Person, talk: Talk, talker: Person, at: datetime, key: str) -> Receipt:
    """The chief says who talks: himself or a leader he names."""
    same_organ(actor, organ_id=talk.organ_id, clause=CLAUSE)
    chief_only(actor, today(at), clause=CLAUSE)
    findings = _state_findings(talk, ("待安排", "待谈话"))
    if talker.organ_id != talk.organ_id or talker.pk == talk.person_id:
        findings.append(Finding("谈话人", talker.name, "本单位的另一名同志", "请另选谈话人。", clause=CLAUSE))
    if findings:
        raise Refusal("谈话没有安排。", findings)
    talk.state, talk.talker, talk.assigned_by, talk.assigned_at = "待谈话", talker, actor, at
    talk.save(update_fields=["state", "talker", "assigned_by", "assigned_at"])
    text = "局长请您进行一次诫勉谈话，谈后请记录。"
    tell([talker], text, kind="诫勉谈话", record=talk, at=at, key=key)
    return _enter(talk, actor=actor, at=at, key=key, action="安排诫勉谈话", text=talker.name)


@once
def hold(
    *, actor: Person, talk: Talk, held_at: datetime, content: str, stance: str, at: datetime, key: str
) -> Receipt:
    """The talker writes down what was said and how the person took it."""
    same_organ(actor, organ_id=talk.organ_id, clause=CLAUSE)
    findings = _state_findings(talk, ("待谈话",))
    words(findings, content, fact="谈话内容", clause=CLAUSE)
    words(findings, stance, fact="本人表态", clause=CLAUSE)
    if talk.talker_id != actor.pk:
        talker = talk.talker.name if talk.talker else "局长安排的谈话人"
        findings.append(
            Finding("记录人", actor.name, talker, f"请由{talker}记录。", clause=CLAUSE, who=talker)
        )
    if held_at > at:
        shown = f"{local(held_at):%Y-%m-%d %H:%M}"
        findings.append(Finding("谈话时间", shown, "不晚于现在", "请核对时间。", clause=CLAUSE))
    if findings:
        raise Refusal("谈话没有记录。", findings)
    talk.state, talk.held_at, talk.content, talk.stance = "已谈话", held_at, content.strip(), stance.strip()
    talk.save(update_fields=["state", "held_at", "content", "stance"])
    return _enter(talk, actor=actor, at=at, key=key, action="记录诫勉谈话", text="")


def _standing(person: Person, year: int, month: int) -> list[Talk]:
    found = Talk.objects.filter(organ_id=person.organ_id, person=person, year=year, month=month)
    return list(found.exclude(state="已撤销"))


def _proposed(person: Person, sheet: Month, times: int, ruling: Ruling, at: datetime) -> Talk:
    talk = Talk.objects.create(
        organ_id=sheet.organ_id, person=person, year=sheet.year, month=sheet.month, count=times,
        proposed_at=at, ruling=ruling.as_json(),
    )  # fmt: skip
    text = f"{sheet}有一次诫勉谈话，请您安排谈话人。"
    tell(chiefs(person, today(at)), text, kind="诫勉谈话", record=talk, at=at, key="提请")
    return talk


def _state_findings(talk: Talk, states: tuple[str, ...]) -> list[Finding]:
    if talk.state in states:
        return []
    return [Finding("谈话状态", talk.state, "、".join(states), "请刷新页面再看。", clause=CLAUSE)]


def _enter(talk: Talk, *, actor: Person, at: datetime, key: str, action: str, text: str) -> Receipt:
    payload = {
        "对象": talk.person.number,
        "月份": f"{talk.year}年{talk.month}月",
        "次数": talk.count,
        "内容": text,
    }
    return enter(
        actor=actor, action=action, kind="诫勉谈话", record=talk, payload=payload, at=at, key=key, rule=CLAUSE
    )
