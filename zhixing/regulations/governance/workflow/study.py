"""中心组学习: plan, notice with its roll, seats, and what the year comes to (01-20.1a to c)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import refuse, words
from zhixing.office.duties.telling import tell
from zhixing.organ.acting import by_post, not_future, of_organ, within
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.governance.models import SelfStudy, StudyPlan, StudySeat, StudySession
from zhixing.regulations.governance.workflow.kept import OFFICE, keep
from zhixing.regulations.governance.workflow.standing import party_group, secretary
from zhixing.regulations.governance.workflow.statute import own_of, ruling

GROUP, DAYS, SELF = "01-20.1a", "01-20.1b", "01-20.1c"
HERE, ABSENT, LEAVE = "到会", "缺席", "请假"


@once
def plan(
    *, year: int, month: int, topic: str, form: str, speaker: Person | None = None, wider: str = "", actor: Person,
    at: datetime, key: str,
) -> Receipt:  # fmt: skip
    findings = by_post(actor, OFFICE, today(at), GROUP) + of_organ(actor, speaker, clause=GROUP)
    words(findings, topic, fact="专题", clause=GROUP)
    if not 1 <= month <= 12:  # noqa: PLR2004 -- months of a year
        findings.append(Finding("月份", str(month), "1到12月", "请核对月份。", clause=GROUP))
    refuse("学习计划没有登记。", findings)
    made = StudyPlan.objects.create(
        organ_id=actor.organ_id, year=year, month=month, topic=topic.strip(), form=form, speaker=speaker,
        wider=wider.strip(), by=actor, at=at,
    )  # fmt: skip
    return keep(made, "登记学习计划", actor=actor, at=at, key=key, rule=GROUP, payload={"专题": made.topic})


@once
def call(
    *, day: date, halves: int, place: str, topic: str, form: str, host: Person, host_basis: str = "",
    speaker: Person, wider: Iterable[Person] = (), expert: str = "", materials: str = "", actor: Person, at: datetime,
    key: str,
) -> Receipt:  # fmt: skip
    """A session is told to the group of its day and to whom it is widened; the host is the secretary or entrusted."""
    findings = by_post(actor, OFFICE, today(at), GROUP)
    findings += of_organ(actor, host, speaker, *wider, clause=GROUP) + _host_faults(host, host_basis, day)
    for fact, said in (("地点", place), ("专题", topic)):
        words(findings, said, fact=fact, clause=GROUP)
    if halves < 1:
        findings.append(Finding("折合天数", str(halves), "至少半天", "请填写半天的倍数。", clause=DAYS))
    group = party_group(actor.organ, day)
    if not group:
        findings.append(
            Finding("中心组", "没有成员", "党组成员在册", "请先核对党组成员的任职。", clause=GROUP)
        )
    refuse("学习没有安排。", findings)
    session = StudySession.objects.create(
        organ_id=actor.organ_id, day=day, halves=halves, place=place.strip(), topic=topic.strip(), form=form,
        host=host, host_basis=host_basis.strip(), speaker=speaker, expert=expert.strip(), materials=materials.strip(),
        by=actor, at=at,
    )  # fmt: skip
    seats = _seats(session, group, wider)
    tell((seat.person for seat in seats), f"{day}中心组学习：{session.topic}，请准时参加。", kind="中心组学习",
         record=session, at=at, key=key)  # fmt: skip
    return keep(session, "安排中心组学习", actor=actor, at=at, key=key, rule=GROUP, touched=seats)


@once
def excuse(*, seat: StudySeat, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """会前请假, to the secretary, who enters it as agreed; it does not lower what is due (B1-19)."""
    session = seat.session
    findings = within(actor, session, GROUP)
    if secretary(actor.organ, today(at)) != actor:
        findings.append(Finding("批假人", actor.name, "党组书记", "请向书记请假，由书记登记。", clause=GROUP))
    words(findings, reason, fact="请假原因", clause=GROUP)
    if session.state != "已通知":
        findings.append(Finding("状态", session.state, "已通知", "学习以后不再补假。", clause=GROUP))
    refuse("请假没有登记。", findings)
    seat.state, seat.reason, seat.agreed_by = LEAVE, reason.strip(), actor
    seat.save(update_fields=["state", "reason", "agreed_by"])
    return keep(
        seat,
        "批准中心组学习请假",
        actor=actor,
        at=at,
        key=key,
        rule=GROUP,
        payload={"姓名": seat.person.number},
    )


@once
def record(
    *, session: StudySession, present: Iterable[Person], actor: Person, at: datetime, key: str
) -> Receipt:
    """Who was there; who was not and had no leave stands as 缺席."""
    came = {one.pk for one in present}
    findings = by_post(actor, OFFICE, today(at), DAYS) + within(actor, session, DAYS)
    findings += not_future(session.day, today(at), "日期", DAYS)
    seats = list(session.seats.select_related("person"))
    if session.state != "已通知":
        findings.append(Finding("状态", session.state, "已通知", "请刷新页面再看。", clause=DAYS))
    strangers = came - {seat.person_id for seat in seats}
    if strangers:
        findings.append(
            Finding("到会", f"{len(strangers)}人不在名单", "名单里的人", "请核对到会人员。", clause=DAYS)
        )
    refuse("学习没有登记。", findings)
    for seat in seats:
        seat.state = HERE if seat.person_id in came else (LEAVE if seat.state == LEAVE else ABSENT)
    StudySeat.objects.bulk_update(seats, ["state"])
    session.state, session.recorded_at = "已学习", at
    session.save(update_fields=["state", "recorded_at"])
    due, here = attendance(seats)
    payload = {"应到": due, "实到": here, "达标": meets(session, due, here)}
    return keep(
        session, "登记中心组学习", actor=actor, at=at, key=key, rule=DAYS, payload=payload, touched=seats
    )


@once
def cancel(*, session: StudySession, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """A session that is not held counts for nobody; everybody who was told is told again."""
    findings = by_post(actor, OFFICE, today(at), GROUP) + within(actor, session, GROUP)
    words(findings, reason, fact="取消原因", clause=GROUP)
    if session.state != "已通知":
        findings.append(
            Finding("状态", session.state, "已通知", "已经登记到会的学习不能取消。", clause=GROUP)
        )
    refuse("学习没有取消。", findings)
    session.state, session.cancel_reason = "已取消", reason.strip()
    session.save(update_fields=["state", "cancel_reason"])
    tell((seat.person for seat in session.seats.select_related("person")),
         f"{session.day}中心组学习“{session.topic}”取消：{session.cancel_reason}", kind="中心组学习",
         record=session, at=at, key=key)  # fmt: skip
    return keep(session, "取消中心组学习", actor=actor, at=at, key=key, rule=GROUP)


@once
def self_study(
    *,
    person: Person,
    year: int,
    text: str,
    hours: int,
    finished: bool = False,
    actor: Person,
    at: datetime,
    key: str,
) -> Receipt:
    """By the person or the office."""
    findings = of_organ(actor, person, clause=SELF)
    words(findings, text, fact="学习内容", clause=SELF)
    if actor.pk != person.pk:
        findings += by_post(actor, OFFICE, today(at), SELF)
    if hours < 1 and not finished:
        findings.append(Finding("学时", str(hours), "至少1学时", "请核对学时。", clause=SELF))
    refuse("自学没有登记。", findings)
    made = SelfStudy.objects.create(
        organ_id=actor.organ_id, person=person, year=year, text=text.strip(), hours=hours, finished=finished,
        by=actor, at=at,
    )  # fmt: skip
    return keep(
        made,
        "登记自学",
        actor=actor,
        at=at,
        key=key,
        rule=SELF,
        payload={"姓名": person.number, "学时": hours},
    )


def attendance(seats: Iterable[StudySeat]) -> tuple[int, int]:
    """Due and present of the group itself; whoever it was widened to is shown apart (G-40)."""
    core = [seat for seat in seats if seat.core]
    return len(core), sum(seat.state == HERE for seat in core)


def meets(session: StudySession, due: int, here: int) -> bool:
    told = ruling("中心组出席", session.day, own_of(session.organ_id), 应到=due, 实到=here)
    return told.outcome["达标"] is True


def _seats(session: StudySession, group: Mapping[Person, str], wider: Iterable[Person]) -> list[StudySeat]:
    more = [one for one in wider if one not in group]
    rows = [(one, True) for one in group] + [(one, False) for one in more]
    return StudySeat.objects.bulk_create(
        StudySeat(organ_id=session.organ_id, session=session, person=one, core=core) for one, core in rows
    )


def _host_faults(host: Person, basis: str, day: date) -> list[Finding]:
    """The secretary, or a member or somebody named, with a word why (B1-25)."""
    if host == secretary(host.organ, day):
        return []
    role = "党组成员" if host in party_group(host.organ, day) else "其他"
    told = ruling("中心组主持", day, own_of(host.organ_id), 主持人身份=role, 有委托=bool(basis.strip()))
    if told.outcome["可以主持"] is True:
        return []
    return [
        Finding(
            "主持人",
            host.name,
            "党组书记，或者书记委托的人",
            "请写明书记委托的说明，或者改由书记主持。",
            clause=GROUP,
        )
    ]
