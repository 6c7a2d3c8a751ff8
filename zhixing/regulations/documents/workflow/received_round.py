"""收文 as the circulation knows it: who sends it, who signs, what 09 asks, how the register follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime

from django.db.models import Model

from zhixing.law.refusal import Finding
from zhixing.office.circulation import kinds
from zhixing.office.circulation.models import UNREAD, Sheet
from zhixing.office.circulation.models.assignments import DONE, OPEN
from zhixing.office.circulation.models.sheet import ADVICE, AHEAD, CLOSED, STOPPED, WAITING
from zhixing.office.duties.telling import tell
from zhixing.organ.authority import holds
from zhixing.organ.models import Person
from zhixing.organ.policy import Viewer
from zhixing.regulations.documents.models import ReceivedDocument
from zhixing.regulations.documents.models import received as states
from zhixing.regulations.documents.workflow import statute

KIND = "收文"
CLERK = ("文书",)
OFFICE = ("文书", "办公室主任")
LEADERS = ("局长", "副局长", "党组书记", "党组副书记", "党组成员", "纪检组长", "主持工作")
CLAUSES = {
    "open": "09-1.1", "advice": "09-1.3a", "sign": "09-1.3b", "assign": "09-1.3b", "reading": "09-1.3a",
    "hands": "09-1.4", "urge": "09-1.6", "close": "09-1.7",
}  # fmt: skip


def manages(person: Person, day: date) -> bool:
    return holds(person, OFFICE, day)


def leads(person: Person, day: date) -> bool:
    return holds(person, LEADERS, day)


def inside(viewer: Viewer) -> bool:
    """The office and its leader see what came in; other leaders what was sent to them (09-1.4)."""
    if viewer.person is None:
        return False
    return bool(viewer.roles & {"办公室主任", "局长"}) or manages(viewer.person, viewer.day)


def received_of(sheet: Sheet) -> ReceivedDocument:
    return ReceivedDocument.objects.get(sheet=sheet)


def signing(sheet: Sheet, signature: kinds.Signature, day: date) -> list[Finding]:
    """B9-10."""
    facts = {"已签姓名": signature.named, "已写时间": signature.dated}
    mend = "请签上姓名，写上时间，再往下流转。"
    return _denied(sheet, "流转", facts, "可以流转", day, ("签名", "姓名、时间不全", "姓名和时间", mend))


def assigning(sheet: Sheet, opinion: kinds.Opinion, day: date) -> list[Finding]:
    """An opinion with work in it says who is responsible (09-1.3b)."""
    facts = {"有办理意见": opinion.has_view, "已明确责任": opinion.names_somebody}
    mend = "请写明责任科室或者责任人，以及哪一天办好。"
    told = ("责任科室、责任人", "有办理意见，没有写明交给谁", "科室或者责任人", mend)
    return _denied(sheet, "交办", facts, "可以交办", day, told)


def watched(sheet: Sheet) -> bool:
    """09-1.6: what is pressing or weighty has somebody who urges it by name."""
    document = received_of(sheet)
    if document.mode == states.TO_READ:
        return False
    facts = {"紧急程度": document.urgency, "重要": document.weighty}
    day = document.received_on
    own = statute.own_of(sheet.organ_id)
    return bool(statute.asked("专人催办", facts, day, own).outcome["须专人催办"])


def closing(sheet: Sheet, day: date) -> list[Finding]:
    """09-1.7: a result, and a reply or the reason why none is owed."""
    document = received_of(sheet)
    if document.mode == states.TO_READ:
        return []
    answered, excused = document.replied_on is not None, bool(document.no_reply_reason)
    facts = {"有办理结果": bool(document.result), "已答复": answered, "有不答复的理由": excused}
    found = "没有写办理结果" if not document.result else "没有答复来文单位，也没有写明不答复的理由"
    mend = "请先登记办理结果和答复情况。"
    told = ("办理结果、答复", found, "有办理结果，并且已经答复或者写明不答复的理由", mend)
    return _denied(sheet, "办结", facts, "可以办结", day, told)


def _denied(
    sheet: Sheet, question: str, facts: Mapping[str, object], outcome: str, day: date,
    told: tuple[str, str, str, str],
) -> list[Finding]:  # fmt: skip
    own = statute.own_of(sheet.organ_id)
    ruling = statute.asked(question, facts, day, own)
    if ruling.outcome[outcome]:
        return []
    fact, found, expected, mend = told
    return [
        Finding(fact, found, expected, mend, clause=CLAUSES["assign"] if question != "办结" else "09-1.7")
    ]


def moved(sheet: Sheet, _: datetime) -> list[Model]:
    """The line of the register says how far the sheet is."""
    document = ReceivedDocument.objects.filter(sheet=sheet).first()
    if document is None:
        return []
    state = state_of(sheet, document)
    if state != document.state:
        document.state = state
        document.save(update_fields=["state"])
    return [document]


def state_of(sheet: Sheet, document: ReceivedDocument) -> str:
    if document.state in states.ENDED or sheet.state in (CLOSED, STOPPED):
        return document.state
    boxes = sheet.boxes.filter(state__in=(AHEAD, WAITING))
    steps: tuple[tuple[str, Callable[[], bool]], ...] = (
        (states.ENTERED, lambda: not sheet.boxes.exists()),
        (states.ADVISING, boxes.filter(label=ADVICE).exists),
        (states.INSTRUCTING, boxes.exists),
        (states.DOING, sheet.assignments.filter(state=OPEN).exists),
        (states.READING, sheet.readers.filter(state__in=UNREAD).exists),
    )
    return next((state for state, holds_now in steps if holds_now()), states.READY)


def results_of(sheet: Sheet) -> str:
    """What those who did it have told, one after the other."""
    done = sheet.assignments.filter(state=DONE).select_related("doer", "section")
    told = [(one.responsible, one.result) for one in done]
    if len(told) == 1:
        return told[0][1]
    return "；".join(f"{name}：{result.rstrip('。；')}" for name, result in told)[:1000]


def told(people: Iterable[Person], text: str, sheet: Sheet, at: datetime, key: str) -> None:
    tell(people, text, kind="办文单", record=sheet, at=at, key=key)


def register() -> None:
    """Called once by the app when it is ready."""
    kinds.register(
        kinds.Circulation(
            name=KIND, manages=manages, leads=leads, inside=inside, clauses=CLAUSES,
            posts={"manages": "文书、办公室主任", "leads": "局领导"}, signing=signing, assigning=assigning,
            watched=watched, closing=closing, moved=moved, tell=told,
        )
    )  # fmt: skip
