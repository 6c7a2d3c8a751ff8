"""收文登记 (09-1.1): by the clerk alone, numbered at once; the same paper twice is pointed out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from zhixing.files.models import StoredFile
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import words
from zhixing.office.circulation.acts.opening import open_sheet
from zhixing.office.circulation.models import Sheet
from zhixing.organ.authority import holds
from zhixing.organ.days import calendar_of
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.made import made
from zhixing.organ.models import Organ, Person
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once
from zhixing.regulations.documents.explained import KINDS
from zhixing.regulations.documents.facts import ORDINARY, REGISTER, TO_SECRECY
from zhixing.regulations.documents.models import (
    ClassifiedNumber,
    HandedIn,
    ReceivedDocument,
    ReceivedFile,
)
from zhixing.regulations.documents.models.received import TAKEN, TO_ACT, WAITING
from zhixing.regulations.documents.rules.limits import ends
from zhixing.regulations.documents.workflow import statute
from zhixing.regulations.documents.workflow.received_round import CLERK, KIND

CLAUSE = "09-1.1"


@dataclass(frozen=True, slots=True)
class Incoming:
    """What stands on the paper; `level` is 普通 or the mark of secrecy on it."""

    sender: str
    title: str
    type: str
    urgency: str
    mode: str
    received_on: date
    sender_number: str = ""
    written_on: date | None = None
    level: str = ORDINARY
    weighty: bool = False
    copies: int = 1
    series: str = "收"
    remark: str = ""


@once
def register(
    *, paper: Incoming, actor: Person, at: datetime, key: str, files: Sequence[StoredFile] = (),
    handed: HandedIn | None = None, twin_reason: str = "",
) -> Receipt:  # fmt: skip
    """登记; `twin_reason` says why a paper of the same sender and number is entered once more."""
    day = today(at)
    findings = against(actor, paper.level, day) + _faults(paper, handed, day)
    twin = twin_of(actor.organ, paper.sender, paper.sender_number)
    if twin is not None and not twin_reason.strip():
        findings.append(_same(twin))
    if findings:
        raise Refusal("没有登记。", findings)
    year = paper.received_on.year
    document = ReceivedDocument.objects.create(
        organ_id=actor.organ_id, series=paper.series, year=year,
        number=next_number(actor.organ, f"收文:{paper.series}", year), received_on=paper.received_on,
        sender=paper.sender.strip(), sender_number=paper.sender_number.strip(), written_on=paper.written_on,
        title=paper.title.strip(), type=paper.type, urgency=paper.urgency, weighty=paper.weighty,
        copies=paper.copies, mode=paper.mode, registered_by=actor, registered_at=at, handed=handed,
        twin_of=twin, twin_reason=twin_reason.strip() if twin else "", remark=paper.remark.strip(),
        due=due_of(actor.organ, paper.urgency, paper.received_on) if paper.mode == TO_ACT else None,
    )  # fmt: skip
    attached = [
        ReceivedFile.objects.create(organ_id=actor.organ_id, document=document, file=file, at=at)
        for file in files
    ]
    if handed is not None:
        handed.state, handed.answered_by, handed.answered_at = TAKEN, actor, at
        handed.save(update_fields=["state", "answered_by", "answered_at"])
    _sheet_of(document, actor, at, key)
    return enter(
        actor=actor, action="登记收文", kind=KINDS[ReceivedDocument], record=document,
        payload={"收文号": document.shown, "来文单位": document.sender, "字号": document.sender_number,
                 "标题": document.title, "紧急程度": document.urgency, "份数": document.copies},
        at=at, key=key, rule=CLAUSE, touched=[*attached, *([handed] if handed else [])],
    )  # fmt: skip


@once
def take_classified_number(*, received_on: date, actor: Person, at: datetime, key: str) -> Receipt:
    """涉密来文: a number and the day; paper and content go the way of 07 (G-90)."""
    findings = by_clerk(actor, today(at))
    if received_on > today(at):
        findings.append(_later(received_on))
    if findings:
        raise Refusal("没有编号。", findings)
    year = received_on.year
    row = ClassifiedNumber.objects.create(
        organ_id=actor.organ_id, year=year, number=next_number(actor.organ, "密收文", year),
        received_on=received_on, by=actor, at=at,
    )  # fmt: skip
    return enter(
        actor=actor, action="编涉密来文号", kind=KINDS[ClassifiedNumber], record=row,
        payload={"编号": str(row)}, at=at, key=key, rule=CLAUSE,
    )  # fmt: skip


def against(actor: Person, level: str, day: date) -> list[Finding]:
    """Who enters, and whether what is entered may stand here at all."""
    by = "文书" if holds(actor, CLERK, day) else "其他人员"
    asked = statute.asked("收文登记", {"登记人": by, "密级": level}, day, statute.own_of(actor.organ_id))
    outcome = asked.outcome["登记结论"]
    if outcome == REGISTER:
        return []
    if outcome == TO_SECRECY:
        mend = "这里只编一个号，原件和内容请按《保密工作制度》登记、保管，不上网、不扫描。"
        return [Finding("密级", level, ORDINARY, mend, clause=CLAUSE, who="保密员")]
    return by_clerk(actor, day)


def by_clerk(actor: Person, day: date) -> list[Finding]:
    if holds(actor, CLERK, day):
        return []
    mend = "请用“转交文书”把文件交给文书登记。"
    return [Finding("登记人", actor.name, "文书", mend, clause=CLAUSE, who="文书")]


def twin_of(organ: Organ, sender: str, sender_number: str) -> ReceivedDocument | None:
    """An earlier paper of the same sender under the same number; papers without a number have no twins."""
    if not sender_number.strip():
        return None
    same = ReceivedDocument.objects.filter(
        organ=organ, sender=sender.strip(), sender_number=sender_number.strip()
    )
    return same.order_by("pk").first()


def due_of(organ: Organ, urgency: str, received_on: date) -> date:
    """Until when it is dealt with, by the organ's own calendar (B9-11)."""
    ruling = statute.asked("办文天数", {"紧急程度": urgency}, received_on, statute.own_of(organ.pk))
    days = ruling.outcome["工作日数"]
    assert isinstance(days, int)
    return ends(calendar_of(organ), received_on, days).day


def _faults(paper: Incoming, handed: HandedIn | None, day: date) -> list[Finding]:
    findings: list[Finding] = []
    words(findings, paper.sender, fact="来文单位", clause=CLAUSE)
    words(findings, paper.title, fact="标题", clause=CLAUSE)
    if paper.received_on > day:
        findings.append(_later(paper.received_on))
    if paper.written_on is not None and paper.written_on > paper.received_on:
        found = paper.written_on.isoformat()
        findings.append(Finding("来文日期", found, "不晚于收文日期", "请核对来文日期。", clause=CLAUSE))
    if paper.copies < 1:
        findings.append(Finding("份数", str(paper.copies), "至少1份", "请核对份数。", clause=CLAUSE))
    if handed is not None and handed.state != WAITING:
        findings.append(
            Finding("转交记录", handed.state, WAITING, "这份文件已经处理过，请刷新页面。", clause=CLAUSE)
        )
    return findings


def _later(received_on: date) -> Finding:
    found = received_on.isoformat()
    return Finding("收文日期", found, "不晚于今天", "请核对收文日期。", clause=CLAUSE)


def _same(twin: ReceivedDocument) -> Finding:
    found = f"{twin.sender}{twin.sender_number}已于{twin.received_on.isoformat()}登记为{twin.shown}"
    mend = "如果是重份，不用再登记；确实要另行登记的，请写明理由。"
    return Finding("来文单位和字号", found, "没有登记过的来文", mend, clause=CLAUSE)


def _sheet_of(document: ReceivedDocument, actor: Person, at: datetime, key: str) -> None:
    """The 办文单 that goes with it, opened in the same transaction."""
    opened = open_sheet(
        kind=KIND, source=f"received:{document.shown}", number=document.shown, title=document.title,
        due=document.due, actor=actor, at=at, key=f"{key}:办文单",
    )  # fmt: skip
    document.sheet = made(Sheet, opened)
    document.save(update_fields=["sheet"])
