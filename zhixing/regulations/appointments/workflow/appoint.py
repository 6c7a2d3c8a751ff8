"""第七步 任职: after the notice, with document and talk; the post changes on its day, what was before stays (04-7)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.office.publication.acts.publish import take_down
from zhixing.organ.appointed import take_up
from zhixing.organ.headcount import approved_on, filled_on
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.organ.who import service_on
from zhixing.regulations.appointments.models import Appointment, Case
from zhixing.regulations.appointments.rules.recommendation import last_day
from zhixing.regulations.appointments.workflow.announce import not_yet, notice_of
from zhixing.regulations.appointments.workflow.entered import not_later, note, refuse, running, written
from zhixing.regulations.appointments.workflow.parties import by_office, personnel_leaders
from zhixing.regulations.appointments.workflow.restrictions import barred_on
from zhixing.regulations.appointments.workflow.statute import own_of, value
from zhixing.regulations.appointments.workflow.telling import told

CLAUSE, HEADCOUNT = "04-7", "01-20.3"
DONE = "公示期满，已办理任职。"


@once
def appoint(
    *, case: Case, document: str, effective_on: date, talked_on: date, talked_by: Person, actor: Person,
    at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """办理任职: refused before the period has ended or with an objection open; the headcount is looked at again."""
    day = today(at)
    findings = running(case, actor, CLAUSE, "任前公示", "任职") + by_office(actor, day, CLAUSE)
    findings += written({"任职文号": document}, CLAUSE) + not_later(talked_on, day, "任职谈话日期", CLAUSE)
    findings += _talk(case, talked_by)
    if not running(case, actor, CLAUSE, "任前公示", "任职"):
        findings += not_yet(case, day) + barred_on(case, effective_on)
        findings += _seat_free(case, effective_on) + _effective(case, effective_on, day)
    refuse("不能办理任职。", findings)
    person, notice = case.candidate, notice_of(case)
    assert person is not None
    assert notice is not None
    taken = take_up(
        person=person, section=case.section, post=case.post, title=title_in_section(case), since=effective_on,
        basis=document.strip(),
    )  # fmt: skip
    row = Appointment.objects.create(
        organ_id=case.organ_id, case=case, person=person, document=document.strip(), effective_on=effective_on,
        probation_until=_probation(case, effective_on), talked_on=talked_on, talked_by=talked_by,
        service=taken.service, holding=taken.holding, by=actor, at=at,
    )  # fmt: skip
    case.step, case.state, case.closed_at = 7, "已任职", at
    case.save(update_fields=["step", "state", "closed_at"])
    take_down(notice=notice, reason=DONE, actor=actor, at=at, key=f"{key}/撤下公示")
    told(case, personnel_leaders(case.organ, day), "任职手续已办理。", at=at, key=key)
    payload = {"任职文号": row.document, "任职日期": str(effective_on), "任职人": person.number}
    return note(
        case, "办理任职", actor=actor, at=at, key=key, rule=CLAUSE, record=row, payload=payload,
        touched=[case, taken.service, taken.holding, *taken.ended],
    )  # fmt: skip


def title_in_section(case: Case) -> str:
    """办公室副主任 is kept as 副主任 beside its section."""
    return case.title.removeprefix(case.section.name) or case.title


def _probation(case: Case, effective_on: date) -> date:
    years = value("试用期", effective_on, own_of(case.organ_id))
    return last_day(effective_on, years)


def _talk(case: Case, talked_by: Person) -> list[Finding]:
    if talked_by.organ_id == case.organ_id and talked_by != case.candidate:
        return []
    return [Finding("谈话人", talked_by.name, "本单位的领导", "请核对谈话人。", clause=CLAUSE)]


def _effective(case: Case, effective_on: date, day: date) -> list[Finding]:
    """Never back into the period of the notice; the person still serves on that day."""
    findings = []
    notice, person = notice_of(case), case.candidate
    if notice is not None and notice.last_day is not None and effective_on <= notice.last_day:
        findings.append(
            Finding(
                "任职日期",
                str(effective_on),
                f"公示期满（{notice.last_day}）以后",
                "请改任职日期。",
                clause=CLAUSE,
            )
        )
    if person is None or service_on(person, max(effective_on, day)) is None:
        name = person.name if person else "没有人选"
        findings.append(Finding("人选", name, "任职当天在职的同志", "请核对人员情况。", clause=CLAUSE))
    return findings


def _seat_free(case: Case, effective_on: date) -> list[Finding]:
    register = approved_on(case.organ, case.section, case.post, effective_on)
    approval = getattr(case, "headcount", None)
    allowed = register.number if register else (approval.approved if approval else 0)
    filled = filled_on(case.organ, case.section, case.post, effective_on)
    if filled < allowed:
        return []
    return [
        Finding(
            "职数",
            f"核定{allowed}名，已配{filled}名",
            "有空缺的职数",
            "职数已满，不得任用；有人离任以后再办。",
            clause=HEADCOUNT,
        )
    ]
