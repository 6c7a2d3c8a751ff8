"""The registers of 01 in the demo: plans and drills, projects, reports, guidance, study, talks, posts, signatures."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from zhixing.cli.demo import governance_data as said
from zhixing.cli.demo.stage import Stage, in_turn
from zhixing.organ.local_time import at_clock, today
from zhixing.organ.made import made
from zhixing.organ.models import Person
from zhixing.organ.who import service_on
from zhixing.regulations import shelf
from zhixing.regulations.governance.models import (
    DeputyReport,
    EmergencyPlan,
    HeartTalk,
    Project,
    StudySession,
)
from zhixing.regulations.governance.workflow import (
    guidance,
    plans,
    posts,
    projects,
    reports,
    staff,
    study,
    talks,
)

OFFICE, CHIEF, SECRETARY = "E008", "E001", "E001"
SIGNED = 14  # people who have signed for every regulation
GUIDANCE_EVERY, STUDY_EVERY = 9, 19  # working days


def registers(stage: Stage) -> None:
    """A short story has less of everything, and never something of later than its last day."""
    days = stage.working_days()
    hours = partial(_at, stage, days)
    hours(0, time(9, 5), partial(_plans, stage))
    hours(1, time(9, 12), partial(_sign, stage))
    hours(1, time(15, 10), partial(_profiles, stage))
    hours(2, time(10, 3), partial(_people, stage))
    for place, begun in enumerate(said.PROJECTS):
        hours(3 + place, time(14, 40), partial(_begin, stage, begun, days[3 + place :]))
    for place, one in enumerate(reversed(said.REPORTS)):
        hours(len(days) - 2 - 12 * place, time(15, 25), partial(_report, stage, one))
    for place in range(5, len(days), GUIDANCE_EVERY):
        hours(place, time(16, 35), partial(_guide, stage, place // GUIDANCE_EVERY))
    for place in range(6, len(days), STUDY_EVERY):
        hours(
            place,
            time(9, 50),
            partial(_study, stage, place // STUDY_EVERY, days[min(place + 3, len(days) - 1)]),
        )
    for place, talk in enumerate(said.TALKS):
        hours(len(days) // 3 + 2 * place, time(16, 5), partial(_talk, stage, talk))


def _at(stage: Stage, days: list[date], place: int, hour: time, act: Any) -> None:
    if 0 <= place < len(days):
        stage.agenda.add(at_clock(days[place], hour), act)


def _person(stage: Stage, number: str) -> Person:
    return next(one for one in stage.cast.staff if one.number == number)


def _who(stage: Stage, number: str, at: datetime, key: str) -> dict[str, Any]:
    return next(in_turn(_person(stage, number), at, key))


def _plans(stage: Stage, at: datetime, key: str) -> None:
    """Four plans and the year's programme of study; three of the plans are drilled later (01-15, 01-20.1a)."""
    acting = in_turn(_person(stage, OFFICE), at, key)
    owner = service_on(_person(stage, OFFICE), today(at))
    assert owner is not None
    for kind, title, text in said.PLANS:
        plans.enter_plan(
            kind=kind, title=title, version=f"{at.year}版", owner=owner.section, approved=today(at), text=text,
            **next(acting),
        )  # fmt: skip
    for turn, (plan, place, number, text, faults) in enumerate(said.DRILLS):
        day = today(at) + timedelta(days=20 + 15 * turn)
        stage.agenda.add(
            at_clock(day, time(16, 20)), partial(_drill, stage, plan, place, number, text, faults)
        )
    for month in range(1, 13):
        topic, form, speaker = said.STUDIES[month % len(said.STUDIES)]
        study.plan(
            year=at.year, month=month, topic=topic, form=form, speaker=_person(stage, speaker), **next(acting)
        )


def _drill(
    stage: Stage, kind: int, place: str, number: int, text: str, faults: str, at: datetime, key: str
) -> None:
    plan = EmergencyPlan.objects.filter(organ=stage.cast.organ, kind=said.PLANS[kind][0]).latest("pk")
    plans.enter_drill(
        plan=plan, day=today(at), place=place, number=number, text=text, faults=faults,
        **_who(stage, OFFICE, at, key),
    )  # fmt: skip


def _sign(stage: Stage, at: datetime, key: str) -> None:
    """Leaders and heads have signed for everything; the others are asked to at their desks (01-18)."""
    for person in stage.cast.serving(today(at))[:SIGNED]:
        acting = in_turn(person, at, key)
        for book in shelf.all():
            staff.acknowledge(regulation=book.number, **next(acting))


def _profiles(stage: Stage, at: datetime, key: str) -> None:
    acting = in_turn(_person(stage, OFFICE), at, key)
    for place, person in enumerate(stage.cast.serving(today(at))):
        staff.profile(
            person=person, education=said.EDUCATIONS[place % len(said.EDUCATIONS)],
            specialty=said.SPECIALTIES[place % len(said.SPECIALTIES)],
            party=said.PARTIES[place % len(said.PARTIES)], ethnicity="汉族", **next(acting),
        )  # fmt: skip


def _people(stage: Stage, at: datetime, key: str) -> None:
    """Duty sheets with a B岗, training and rotation, study of one's own (01-13, 01-21.2, 01-20.1c)."""
    acting = in_turn(_person(stage, OFFICE), at, key)
    for holder, backup, post, duties, measures, task in said.SHEETS:
        service = service_on(_person(stage, holder), today(at))
        assert service is not None
        posts.enter_sheet(
            section=service.section, post=post, holder=_person(stage, holder), backup=_person(stage, backup),
            duties=duties, measures=measures, task=task, due=stage.last + timedelta(days=12) if task else None,
            since=today(at), **next(acting),
        )  # fmt: skip
    for number, kind, title, place in said.GROWTHS:
        staff.grow(
            person=_person(stage, number),
            kind=kind,
            title=title,
            place=place,
            since=today(at),
            **next(acting),
        )
    for number, text, hours, finished in said.SELF_STUDIES:
        study.self_study(
            person=_person(stage, number),
            year=at.year,
            text=text,
            hours=hours,
            finished=finished,
            **next(acting),
        )


def _begin(stage: Stage, begun: said.Begun, days: list[date], at: datetime, key: str) -> None:
    service = service_on(_person(stage, begun.lead), today(at))
    assert service is not None
    receipt = projects.begin(
        name=begun.name, goal=begun.goal, leader=_person(stage, begun.leader), section=service.section,
        lead=_person(stage, begun.lead), since=today(at), due=stage.last + timedelta(days=begun.takes - 20),
        **_who(stage, OFFICE, at, key),
    )  # fmt: skip
    project = made(Project, receipt)
    projects.add_target(
        project=project, text=begun.task, person=_person(stage, begun.worker), quantity=begun.quantity, unit="家",
        due=project.due, **_who(stage, begun.lead, at, f"{key}:target"),
    )  # fmt: skip
    for step, text in enumerate(said.PROGRESS, 1):
        place = step * len(days) // 4
        later = at_clock(days[place], time(15, 45))
        stage.agenda.add(later, partial(_advance, stage, project.pk, begun.lead, text, 28 * step))
    watched = at_clock(days[len(days) * 3 // 5], time(10, 25))
    stage.agenda.add(watched, partial(_watch, stage, project.pk))


def _advance(stage: Stage, number: int, lead: str, text: str, percent: int, at: datetime, key: str) -> None:
    project = Project.objects.get(pk=number)
    projects.note(project=project, kind="进展", text=text, percent=percent, **_who(stage, lead, at, key))


def _watch(stage: Stage, number: int, at: datetime, key: str) -> None:
    project = Project.objects.get(pk=number)
    projects.note(
        project=project, kind="督查", text="进度总体正常，请核对节点。", **_who(stage, OFFICE, at, key)
    )


def _report(stage: Stage, one: tuple[str, ...], at: datetime, key: str) -> None:
    deputy, title, text, advice, instructed = one
    receipt = reports.report(
        title=title, section=None, text=text, advice=advice, **_who(stage, deputy, at, key)
    )
    if instructed:
        answered = at + timedelta(minutes=40)
        stage.agenda.add(answered, partial(_answer, stage, made(DeputyReport, receipt).pk, instructed))


def _answer(stage: Stage, number: int, text: str, at: datetime, key: str) -> None:
    reports.answer(report=DeputyReport.objects.get(pk=number), text=text, **_who(stage, CHIEF, at, key))


def _guide(stage: Stage, place: int, at: datetime, key: str) -> None:
    number = said.GUIDES[place % len(said.GUIDES)]
    guidance.visit(
        day=today(at), place=said.PLACES[place % len(said.PLACES)], people=[_person(stage, number)],
        text=said.GUIDED[place % len(said.GUIDED)], **_who(stage, number, at, key),
    )  # fmt: skip


def _study(stage: Stage, place: int, day: date, at: datetime, key: str) -> None:
    """Called three working days before; all come but one now and then; one session is called off."""
    topic, form, speaker = said.STUDIES[place % len(said.STUDIES)]
    receipt = study.call(
        day=day, halves=2, place="三楼会议室", topic=topic, form=form, host=_person(stage, SECRETARY),
        speaker=_person(stage, speaker), **_who(stage, OFFICE, at, key),
    )  # fmt: skip
    number, act = made(StudySession, receipt).pk, _call_off if place % 4 == 2 else _hold  # noqa: PLR2004
    stage.agenda.add(at_clock(day, time(17, 10)), partial(act, stage, number))


def _hold(stage: Stage, number: int, at: datetime, key: str) -> None:
    session = StudySession.objects.get(pk=number)
    members = [seat.person for seat in session.seats.select_related("person").order_by("person__number")]
    present = members[:-1] if number % 3 == 0 else members
    study.record(session=session, present=present, **_who(stage, OFFICE, at, key))


def _call_off(stage: Stage, number: int, at: datetime, key: str) -> None:
    session = StudySession.objects.get(pk=number)
    study.cancel(session=session, reason="与全区会议时间冲突，另行安排。", **_who(stage, OFFICE, at, key))


def _talk(stage: Stage, talk: tuple[str, ...], at: datetime, key: str) -> None:
    """Confirmed on the next morning; the last of them still waits."""
    pair, talker, other, topic = talk
    receipt = talks.hold(
        pair=pair, other=_person(stage, other), day=today(at), place="谈心室", topic=topic,
        text="谈了近期工作和家庭情况，听取意见。", **_who(stage, talker, at, key),
    )  # fmt: skip
    if talk != said.TALKS[-1]:
        morning = at_clock(stage.next_working(today(at)), time(9, 25))
        stage.agenda.add(morning, partial(_confirm, stage, made(HeartTalk, receipt).pk, other))


def _confirm(stage: Stage, number: int, other: str, at: datetime, key: str) -> None:
    talks.confirm(talk=HeartTalk.objects.get(pk=number), **_who(stage, other, at, key))
