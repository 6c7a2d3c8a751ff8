"""借阅、查阅 (09-1.5): the staff borrow, others only look; what is classified never leaves its circle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import words
from zhixing.law.ruling import Ruling
from zhixing.office.duties.telling import tell
from zhixing.organ.authority import holds
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once
from zhixing.organ.who import holders, service_on
from zhixing.regulations.documents.explained import KINDS
from zhixing.regulations.documents.facts import LOAN, NO_LOAN, ORDINARY, UNSAID
from zhixing.regulations.documents.models import PaperLoan, ReceivedDocument
from zhixing.regulations.documents.models.loans import ASKED, BACK, BORROWING, OUT, REFUSED, VIEWING
from zhixing.regulations.documents.workflow import statute
from zhixing.regulations.documents.workflow.received_round import CLERK, OFFICE

CLAUSE, CLASSIFIED = "09-1.5a", "09-1.5b"
DIRECTOR, ABOVE = "办公室主任", "分管办公室领导"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which paper, for what, by whom: a borrower of the staff or an outsider by name and unit.

    `in_circle` is None where it was not said.
    """

    kind: str
    paper_number: str
    purpose: str
    level: str = ORDINARY
    paper_title: str = ""
    document: ReceivedDocument | None = None
    in_circle: bool | None = None
    borrower: Person | None = None
    outsider: str = ""


@once
def ask(*, wanted: Wanted, actor: Person, at: datetime, key: str) -> Receipt:
    """申请: an ordinary paper waits for the clerk, a classified one for the office director."""
    day = today(at)
    findings = _faults(wanted, actor) + against(wanted, actor, day)
    if findings:
        raise Refusal("没有提交。", findings)
    service = service_on(wanted.borrower, day) if wanted.borrower else None
    loan = PaperLoan.objects.create(
        organ_id=actor.organ_id, number=_number(actor, day), kind=wanted.kind, document=wanted.document,
        paper_number=wanted.paper_number.strip(), paper_title=wanted.paper_title.strip(), level=wanted.level,
        in_circle=wanted.in_circle, borrower=wanted.borrower, section=service.section if service else None,
        outsider=wanted.outsider.strip(), purpose=wanted.purpose.strip(), state=ASKED, asked_by=actor, asked_at=at,
    )  # fmt: skip
    people = [one for one in _deciders(loan, day) if one.pk != actor.pk]
    tell(people, f"{loan.number}请您办理。", kind=KINDS[PaperLoan], record=loan, at=at, key=key)
    return _told(loan, f"申请{loan.kind}", actor, at, key)


@once
def lend(*, loan: PaperLoan, actor: Person, at: datetime, key: str) -> Receipt:
    """批准、借出: from now on it is out, until the day that its level allows (G-70)."""
    day = today(at)
    findings = _in_state(loan, ASKED, actor) + _decided_by(loan, actor, day)
    findings += against(_as_wanted(loan), actor, day)  # the circle may have been narrowed since
    if findings:
        raise Refusal("没有借出。", findings)
    loan.state, loan.approved_by, loan.approved_at = OUT, actor, at
    loan.out_on, loan.due = day, due_of(loan, day)
    loan.save(update_fields=["state", "approved_by", "approved_at", "out_on", "due"])
    return _told(loan, "批准借出" if loan.kind == BORROWING else "批准查阅", actor, at, key)


@once
def refuse(*, loan: PaperLoan, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    day = today(at)
    findings = _in_state(loan, ASKED, actor) + _decided_by(loan, actor, day)
    words(findings, reason, fact="不批准的原因", clause=CLAUSE)
    if findings:
        raise Refusal("没有办理。", findings)
    loan.state, loan.refused_why, loan.approved_by, loan.approved_at = REFUSED, reason.strip(), actor, at
    loan.save(update_fields=["state", "refused_why", "approved_by", "approved_at"])
    tell([loan.asked_by], f"{loan.number}没有批准。", kind=KINDS[PaperLoan], record=loan, at=at, key=key)
    return _told(loan, "不批准借阅", actor, at, key)


@once
def take_back(*, loan: PaperLoan, remark: str, actor: Person, at: datetime, key: str) -> Receipt:
    """确认归还: it is back when the clerk says so."""
    day = today(at)
    findings = _in_state(loan, OUT, actor)
    own = loan.borrower is not None and holds(loan.borrower, CLERK, day)
    if not holds(actor, OFFICE if own else CLERK, day):
        findings.append(_not_theirs(actor, "文书", CLAUSE))
    if loan.borrower_id == actor.pk:
        findings.append(
            Finding("确认人", actor.name, "不是借阅人", "请由办公室主任确认。", clause=CLAUSE, who=DIRECTOR)
        )
    if findings:
        raise Refusal("没有确认归还。", findings)
    loan.state, loan.back_on, loan.back_to, loan.remark = BACK, day, actor, remark.strip()
    loan.save(update_fields=["state", "back_on", "back_to", "remark"])
    return _told(loan, "确认归还", actor, at, key)


def against(wanted: Wanted, actor: Person, day: date) -> list[Finding]:
    """The table of 09-1.5: nobody lets through what it denies."""
    inside = wanted.borrower is not None
    classified = wanted.level != ORDINARY
    if classified and wanted.in_circle is None:
        mend = "请写明借阅的人在不在这份文件的传达阅读范围里。"
        return [Finding("传达范围内", "没有写明", "是或否", mend, clause=CLASSIFIED)]
    outcome = ruled(wanted.level, wanted.in_circle, inside, actor, day).outcome["结论"]
    if outcome == NO_LOAN:
        mend = "不在传达阅读范围里的，一律不借，谁也放行不了。"
        found = f"{wanted.level}文件，不在传达范围内"
        return [Finding("传达范围内", found, "在传达范围内", mend, clause=CLASSIFIED)]
    if wanted.kind == BORROWING and outcome != LOAN:
        mend = "外单位来人只能在局里查阅，请改为查阅。"
        return [
            Finding("借阅人", wanted.outsider or "外单位来人", "本局科室、下属单位的人", mend, clause=CLAUSE)
        ]
    return []


def ruled(level: str, in_circle: bool | None, inside: bool, actor: Person, day: date) -> Ruling:  # noqa: FBT001 -- facts of the question
    circle: object = UNSAID if in_circle is None else in_circle
    facts = {"密级": level, "传达范围内": circle, "局内": inside}
    return statute.asked("借阅公文", facts, day, statute.own_of(actor.organ_id))


def due_of(loan: PaperLoan, out_on: date) -> date:
    facts = {"密级": loan.level, "借出日期": out_on}
    due = statute.asked("归还期限", facts, out_on, statute.own_of(loan.organ_id)).outcome["最迟"]
    assert isinstance(due, date)
    return due if loan.kind == BORROWING else out_on  # what is looked at does not leave the house


def decides(loan: PaperLoan, person: Person, day: date) -> bool:
    return person.organ_id == loan.organ_id and any(one.pk == person.pk for one in _deciders(loan, day))


def _deciders(loan: PaperLoan, day: date) -> list[Person]:
    """Nobody lets himself have a classified paper: then it is one level up (G-18)."""
    organ = loan.asked_by.organ
    post = "文书" if loan.level == ORDINARY else DIRECTOR
    found = holders(organ, post, about=loan.asked_by, day=day)
    if loan.level == ORDINARY or all(one.pk != loan.borrower_id for one in found):
        return found
    return holders(organ, ABOVE, about=loan.asked_by, day=day)


def _decided_by(loan: PaperLoan, actor: Person, day: date) -> list[Finding]:
    if decides(loan, actor, day):
        return []
    expected = "、".join(one.name for one in _deciders(loan, day)) or ABOVE
    return [_not_theirs(actor, expected, CLAUSE if loan.level == ORDINARY else CLASSIFIED)]


def _in_state(loan: PaperLoan, state: str, actor: Person) -> list[Finding]:
    if loan.organ_id != actor.organ_id:
        return [Finding("借阅登记", "不属于本单位", "本单位的借阅登记", "请核对后重新选择。")]
    if loan.state != state:
        return [Finding("状态", loan.state, state, "请刷新页面，看清现在的状态。", clause=CLAUSE)]
    return []


def _faults(wanted: Wanted, actor: Person) -> list[Finding]:
    findings: list[Finding] = []
    words(findings, wanted.paper_number, fact="文号", clause=CLAUSE)
    words(findings, wanted.purpose, fact="用途", clause=CLAUSE)
    if wanted.kind not in {BORROWING, VIEWING}:
        findings.append(Finding("种类", wanted.kind, "借阅或者查阅", "请重新选择。", clause=CLAUSE))
    if (wanted.borrower is None) == (not wanted.outsider.strip()):
        mend = "局里的人请选姓名，外单位来人请写单位和姓名。"
        findings.append(Finding("借阅人", "没有写明，或者两样都写了", "一样", mend, clause=CLAUSE))
    if wanted.level != ORDINARY and (wanted.paper_title.strip() or wanted.document is not None):
        mend = "带密级的文件这里只写编号，不写标题。"
        findings.append(Finding("文件", "写了标题", "只写编号", mend, clause=CLASSIFIED))
    named = (wanted.borrower, wanted.document)
    if any(one is not None and one.organ_id != actor.organ_id for one in named):
        findings.append(Finding("单位", "不属于本单位", "本单位的人员和文件", "请核对后重新选择。"))
    return findings


def _as_wanted(loan: PaperLoan) -> Wanted:
    return Wanted(
        kind=loan.kind, paper_number=loan.paper_number, purpose=loan.purpose, level=loan.level,
        in_circle=loan.in_circle, borrower=loan.borrower, outsider=loan.outsider,
    )  # fmt: skip


def _number(actor: Person, day: date) -> str:
    return f"文借〔{day.year}〕{next_number(actor.organ, '文借', day.year)}号"


def _not_theirs(actor: Person, expected: str, clause: str) -> Finding:
    return Finding("办理人", actor.name, expected, f"请由{expected}办理。", clause=clause, who=expected)


def _told(loan: PaperLoan, action: str, actor: Person, at: datetime, key: str) -> Receipt:
    payload = {"编号": loan.number, "文号": loan.paper_number, "密级": loan.level, "借阅人": loan.who}
    return enter(
        actor=actor, action=action, kind=KINDS[PaperLoan], record=loan, payload=payload, at=at, key=key,
        rule=CLAUSE if loan.level == ORDINARY else CLASSIFIED,
    )  # fmt: skip
