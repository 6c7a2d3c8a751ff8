"""The newest received documents of the demo: each stands at another step, brought there by the acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial

from zhixing.cli.demo.stage import Stage
from zhixing.office.circulation.acts.assigning import Order, finish, report_progress
from zhixing.office.circulation.acts.handing import urge
from zhixing.office.circulation.acts.reading import begin_reading, finish_reading
from zhixing.office.circulation.acts.signing import Route, advise, sign
from zhixing.office.circulation.models import Box, Sheet
from zhixing.organ.local_time import at_clock
from zhixing.organ.made import made
from zhixing.organ.models import Person
from zhixing.regulations.documents.models import PaperLoan, ReceivedDocument
from zhixing.regulations.documents.workflow import loans
from zhixing.regulations.documents.workflow.received import Incoming, register
from zhixing.regulations.documents.workflow.received_handed import hand_in
from zhixing.regulations.documents.workflow.received_reply import Answer, close, reply
from zhixing.regulations.documents.workflow.received_review import review

LENT_AGO = 12  # working days: out too long
ENTERED, RETURNED, ADVISING, INSTRUCTING, READING, DOING, READY, CLOSED = range(8)


@dataclass(frozen=True, slots=True)
class Course:
    """A paper, how many working days before the last day it came, how far it has gone; who signs, reads, does it."""

    ago: int
    far: int
    sender: str
    number: str
    title: str
    type: str = "通知"
    mode: str = "办件"
    urgency: str = "平件"
    leaders: tuple[str, ...] = ("E003",)
    readers: tuple[str, ...] = ()
    doer: str = "E019"


COURSES = (
    Course(9, CLOSED, "区政府办公室", "温鹿政办〔{}〕901号", "关于报送工业稳增长举措的通知"),
    Course(9, READING, "区委办公室", "温鹿委办〔{}〕902号", "关于学习贯彻全区经济工作会议精神的通知", mode="阅件",
           readers=("E001", "E002", "E003", "E004", "E005", "E015")),
    Course(8, RETURNED, "区科学技术局", "温鹿科〔{}〕903号", "关于申报科技孵化器的函", "函"),
    Course(8, DOING, "市经济和信息化局", "温经信〔{}〕904号", "关于开展企业数字化改造试点验收的通知",
           leaders=("E004", "E001"), doer="E026"),
    Course(7, READY, "区统计局", "温鹿统〔{}〕905号", "关于核实工业投资数据的函", "函", leaders=("E003",)),
    Course(6, DOING, "区应急管理局", "温鹿应急〔{}〕906号", "关于开展工业企业安全隐患排查的紧急通知", urgency="加急",
           leaders=("E003",), readers=("E039",)),
    Course(4, INSTRUCTING, "区财政局", "温鹿财〔{}〕907号", "关于征求制造业专项资金管理办法意见的函", "函",
           leaders=("E002", "E003", "E004", "E001")),
    Course(3, INSTRUCTING, "区发展和改革局", "温鹿发改〔{}〕908号", "关于编制年度节能目标的通知", leaders=("E005", "E001")),
    Course(2, READING, "区委组织部", "温鹿组〔{}〕909号", "关于干部教育培训计划的通报", "通报", mode="阅件",
           readers=("E002", "E006", "E008")),
    Course(1, ADVISING, "市经济和信息化局", "温经信〔{}〕910号", "关于组织申报绿色工厂的通知"),
    Course(1, ADVISING, "藤桥镇人民政府", "藤政〔{}〕911号", "关于小微企业园供电配套的请示", "请示"),
    Course(0, ENTERED, "区市场监督管理局", "温鹿市监〔{}〕912号", "关于联合开展质量提升行动的函", "函"),
)  # fmt: skip


@dataclass
class Play:
    """One paper on its way; every act is a quarter of an hour after the one before."""

    stage: Stage
    clerk: Person
    director: Person
    course: Course
    at: datetime
    key: str
    acts: int = 0

    def by(self, person: Person) -> dict[str, object]:
        self.acts += 1
        at = self.at + timedelta(minutes=4 * self.acts)
        return {"actor": person, "at": at, "key": f"{self.key}:{self.acts}"}

    def person(self, number: str) -> Person:
        return Person.objects.get(organ=self.stage.cast.organ, number=number)


def newest(stage: Stage, clerk: Person, director: Person) -> None:
    """Only where the demo bureau's own people are there."""
    numbers = set(Person.objects.filter(organ=stage.cast.organ).values_list("number", flat=True))
    working = stage.working_days()
    for course in COURSES:
        named = {*course.leaders, *course.readers, course.doer}
        if named <= numbers and len(working) > course.ago:
            at = at_clock(working[-1 - course.ago], time(7, 40))
            stage.agenda.add(at, partial(_run, stage, clerk, director, course))
    if len(working) > LENT_AGO and {"E031", "E019", "E020"} <= numbers:
        stage.agenda.add(at_clock(working[-LENT_AGO], time(10, 5)), partial(_lend, stage, clerk, "E031", 9))
        stage.agenda.add(at_clock(working[-3], time(10, 5)), partial(_lend, stage, clerk, "E019", 3))
        stage.agenda.add(at_clock(working[-1], time(8, 20)), partial(_bring, stage, "E020"))


def _run(stage: Stage, clerk: Person, director: Person, course: Course, at: datetime, key: str) -> None:
    play = Play(stage, clerk, director, course, at, key)
    day = at.date()
    paper = Incoming(
        sender=course.sender, sender_number=course.number.format(day.year), title=course.title, type=course.type,
        urgency=course.urgency, mode=course.mode, received_on=day, written_on=day,
    )  # fmt: skip
    document = made(ReceivedDocument, register(paper=paper, **play.by(clerk)))  # type: ignore[arg-type]  # who, when, key
    for reached, step in STEPS:
        if course.far >= reached:
            step(play, document)
            document.refresh_from_db()
    if course.far == RETURNED:
        _return(play, document)


def _return(play: Play, document: ReceivedDocument) -> None:
    reason = "科技企业孵化器认定不属于本局职责，请由贵局办理。"
    answers = {"ours": False, "fits_rules": True, "fits_drafting": True}
    review(document=document, **answers, reason=reason, **play.by(play.clerk))  # type: ignore[arg-type]  # who, when, key


def _review(play: Play, document: ReceivedDocument) -> None:
    answers = {"ours": True, "fits_rules": True, "fits_drafting": True}
    review(document=document, **answers, reason="", **play.by(play.clerk))  # type: ignore[arg-type]  # who, when, key


def _advise(play: Play, document: ReceivedDocument) -> None:
    course = play.course
    leaders = () if course.mode == "阅件" else course.leaders
    route = Route(
        [play.person(one) for one in leaders], [play.person(one) for one in course.readers],
        play.clerk if course.urgency != "平件" else None,
    )  # fmt: skip
    text = "拟请领导阅示，交业务科室办理。" if leaders else "拟请有关领导阅知。"
    advise(box=waiting(document), text=text, route=route, **play.by(play.director))  # type: ignore[arg-type]  # who, when, key


def _instruct(play: Play, document: ReceivedDocument) -> None:
    """The last leader names who does it; where it is still with leaders the last one has not signed."""
    course = play.course
    if course.mode == "阅件":
        return
    signing = course.leaders[:-1] if course.far == INSTRUCTING else course.leaders
    for number in signing:
        last = number == course.leaders[-1]
        due = document.due if document.due and document.due >= play.at.date() else play.at.date()
        orders = [Order(None, play.person(course.doer), due)] if last else []
        text = "请按时办好，结果报我。" if last else "已阅。"
        acting = play.by(play.person(number))
        sign(box=waiting(document), text=text, assigns=last, orders=orders, readers=(), **acting)  # type: ignore[arg-type]  # who, when, key


def _read(play: Play, document: ReceivedDocument) -> None:
    """Half of the readers have read, one reads just now; of a closed paper all have."""
    readers = list(sheet_of(document).readers.select_related("person"))
    done = len(readers) if play.course.far == CLOSED else len(readers) // 2
    for reader in readers[:done]:
        finish_reading(reader=reader, remark="", **play.by(reader.person))  # type: ignore[arg-type]  # who, when, key
    for reader in readers[done : done + 1]:
        begin_reading(reader=reader, **play.by(reader.person))  # type: ignore[arg-type]  # who, when, key


def _do(play: Play, document: ReceivedDocument) -> None:
    sheet = sheet_of(document)
    for one in sheet.assignments.select_related("doer"):
        report_progress(assignment=one, text="已通知有关企业，正在收集材料。", **play.by(one.doer))  # type: ignore[arg-type]  # who, when, key
        if play.course.far == DOING:
            urge(sheet=sheet, person=one.doer, text="请按期报送。", **play.by(play.clerk))  # type: ignore[arg-type]  # who, when, key


def _finish(play: Play, document: ReceivedDocument) -> None:
    for one in sheet_of(document).assignments.select_related("doer"):
        finish(assignment=one, result="已核实并书面回复来文单位。", **play.by(one.doer))  # type: ignore[arg-type]  # who, when, key


def _close(play: Play, document: ReceivedDocument) -> None:
    answer = Answer(replied_on=play.at.date(), form="复函")
    reply(document=document, answer=answer, **play.by(play.clerk))  # type: ignore[arg-type]  # who, when, key
    document.refresh_from_db()
    close(document=document, remark="", **play.by(play.clerk))  # type: ignore[arg-type]  # who, when, key


STEPS: tuple[tuple[int, Callable[[Play, ReceivedDocument], None]], ...] = (
    (ADVISING, _review), (INSTRUCTING, _advise), (INSTRUCTING, _instruct), (READING, _read), (DOING, _do),
    (READY, _finish), (CLOSED, _close),
)  # fmt: skip


def sheet_of(document: ReceivedDocument) -> Sheet:
    assert document.sheet is not None
    return document.sheet


def waiting(document: ReceivedDocument) -> Box:
    return sheet_of(document).boxes.get(state="待签")


def _lend(stage: Stage, clerk: Person, number: str, place: int, at: datetime, key: str) -> None:
    """One out for a while, one out too long."""
    person = Person.objects.get(organ=stage.cast.organ, number=number)
    papers = ReceivedDocument.objects.filter(organ=stage.cast.organ, state="已办结").order_by("-pk")
    document = papers[place : place + 1].first()
    if document is None:
        return
    wanted = loans.Wanted(
        kind="借阅", paper_number=document.shown, paper_title=document.title, purpose="起草工作总结",
        borrower=person, document=document,
    )  # fmt: skip
    loan = made(PaperLoan, loans.ask(wanted=wanted, actor=person, at=at, key=f"{key}:借"))
    loans.lend(loan=loan, actor=clerk, at=at + timedelta(minutes=10), key=f"{key}:批")


def _bring(stage: Stage, number: str, at: datetime, key: str) -> None:
    person = Person.objects.get(organ=stage.cast.organ, number=number)
    hand_in(
        title="全市工业经济运行分析会材料", sender="市经济和信息化局", origin="全市工业经济运行分析会", copies=2, note="",
        actor=person, at=at, key=key,
    )  # fmt: skip
