"""The newest issued documents of the demo: each stands at another step, brought there by the acts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any

from zhixing.cli.demo.issued_data import BODY
from zhixing.cli.demo.stage import Stage
from zhixing.files.store import keep
from zhixing.office.issued_sealing import seals
from zhixing.office.matters.acts import agree
from zhixing.office.matters.models import Matter, Task
from zhixing.organ.local_time import at_clock
from zhixing.organ.models import Person, Section
from zhixing.organ.who import service_on
from zhixing.regulations.documents.models import IssuedDocument
from zhixing.regulations.documents.workflow import issued_out as out
from zhixing.regulations.documents.workflow.issued_draft import draft_document, submit_document
from zhixing.regulations.documents.workflow.issued_request import IssuedRequest

DRAFTED, REVIEWING, COUNTERSIGNING, ISSUING, CHECKING, NUMBERING, PROVING, STAMPING, SENDING = (
    "草稿", "审核", "会签", "签发", "复核", "编号", "校对", "用印", "分发",
)  # fmt: skip
SENT = ""
SERIES = "温鹿经信函"


@dataclass(frozen=True, slots=True)
class Course:
    """A letter, how many working days before the last day it was drafted, at which step it stands now."""

    ago: int
    until: str
    drafter: str
    topic: str
    touched: tuple[str, ...] = ()


COURSES = (
    Course(9, SENT, "E020", "工业经济运行监测"),
    Course(8, SENDING, "E031", "企业减负督查", ("经济运行科", "信息化科")),
    Course(6, STAMPING, "E024", "工业用地提质增效"),
    Course(5, PROVING, "E031", "中小企业纾困帮扶"),
    Course(4, NUMBERING, "E020", "工业节能降碳"),
    Course(3, CHECKING, "E028", "网络安全检查"),
    Course(3, ISSUING, "E024", "单项冠军企业培育", ("产业发展科",)),
    Course(2, COUNTERSIGNING, "E031", "产业链对接活动", ("产业发展科", "技术改造与投资科")),
    Course(1, REVIEWING, "E028", "企业数字化改造试点"),
    Course(1, DRAFTED, "E020", "电力迎峰度夏保供"),
)


@dataclass
class Play:
    """One letter on its way; every act is three minutes after the one before."""

    stage: Stage
    clerk: Person
    course: Course
    at: datetime
    key: str
    acts: int = 0

    def by(self, person: Person) -> dict[str, Any]:
        self.acts += 1
        return {
            "actor": person,
            "at": self.at + timedelta(minutes=3 * self.acts),
            "key": f"{self.key}:{self.acts}",
        }


def newest(stage: Stage, clerk: Person) -> None:
    """Only where the demo bureau's own people are there."""
    numbers = set(Person.objects.filter(organ=stage.cast.organ).values_list("number", flat=True))
    working = stage.working_days()
    for course in COURSES:
        if course.drafter in numbers and len(working) > course.ago:
            at = at_clock(working[-1 - course.ago], time(7, 25))
            stage.agenda.add(at, partial(_run, stage, clerk, course))


def _run(stage: Stage, clerk: Person, course: Course, at: datetime, key: str) -> None:
    play = Play(stage, clerk, course, at, key)
    organ = stage.cast.organ
    drafter = Person.objects.get(organ=organ, number=course.drafter)
    request, act = _letter(play, drafter), draft_document if course.until == DRAFTED else submit_document
    said = f"关于{course.topic}的来函，请予研究答复。".encode()
    basis = keep(
        organ=organ.pk,
        name=f"{course.topic}来函.txt",
        content=said,
        by=f"{drafter.number} {drafter.name}",
        at=at,
    )
    document = act(request=request, files=[basis], **play.by(drafter))
    while course.until != DRAFTED:
        task = (
            Task.objects.filter(matter=document.matter_id, state="待办")
            .select_related("person", "step")
            .first()
        )
        if task is None or task.step is None or task.step.act == course.until:
            return
        if not _done(play, document.pk, task.step.act, task.person):
            return


def _letter(play: Play, drafter: Person) -> IssuedRequest:
    service = service_on(drafter, play.at.date())
    touched = Section.objects.filter(organ=play.stage.cast.organ, name__in=play.course.touched)
    return IssuedRequest(
        form="信函", type="函", title=f"关于{play.course.topic}有关情况的复函", main_to="市经济和信息化局",
        copied_to="区政府办公室", body=BODY.format(topic=play.course.topic), copies=3, disclosure="依申请公开",
        section=service.section if service else None, touched=tuple(touched),
    )  # fmt: skip


def _done(play: Play, number: int, step: str, person: Person) -> bool:
    """Whether the step could be done: without a seal in the house nothing is stamped."""
    document = IssuedDocument.objects.select_related("matter", "number", "organ").get(pk=number)
    if step == NUMBERING:
        out.number(document=document, series=SERIES, **play.by(play.clerk))
    elif step == PROVING:
        out.prove(document=document, **play.by(person))
    elif step == STAMPING:
        known = seals(document.organ)
        if not known:
            return False
        out.stamp(document=document, seal=known[0].key, **play.by(known[0].keeper))
    elif step == SENDING:
        out.send(document=document, **play.by(play.clerk))
    else:
        agree(matter=Matter.objects.get(pk=document.matter_id), text="同意。", **play.by(person))
    return True
