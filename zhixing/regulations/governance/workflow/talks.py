"""谈心谈话 of the four pairs (01-21.3): entered by one of the two, confirmed by the other."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import refuse, words
from zhixing.office.duties.telling import tell
from zhixing.organ.acting import not_future, of_organ
from zhixing.organ.authority import leads
from zhixing.organ.local_time import today
from zhixing.organ.models import Holding, Organ, Person, Portfolio, Service
from zhixing.organ.once import once
from zhixing.organ.who import service_on
from zhixing.regulations.governance.models import HeartTalk
from zhixing.regulations.governance.workflow.kept import keep
from zhixing.regulations.governance.workflow.standing import chief, chiefs_meeting, party_group

CLAUSE = "01-21.3"
TOP, MIDDLE, LED, INSIDE = "一把手与班子", "一把手与中层", "分管与科室", "科室内部"


@once
def hold(
    *, pair: str, other: Person, day: date, place: str, topic: str, text: str, advice: str = "", follow: str = "",
    actor: Person, at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """The actor talked with `other`; the two must be such a pair on that day."""
    findings = not_future(day, today(at), "日期", CLAUSE) + of_organ(actor, other, clause=CLAUSE)
    for fact, said in (("地点", place), ("主题", topic), ("主要内容", text)):
        words(findings, said, fact=fact, clause=CLAUSE)
    if not is_pair(pair, actor, other, day):
        found = f"{actor.name}、{other.name}"
        findings.append(
            Finding("类型", found, f"符合“{pair}”的两个人", "请核对类型和谈话对象。", clause=CLAUSE)
        )
    refuse("谈话没有登记。", findings)
    made = HeartTalk.objects.create(
        organ_id=actor.organ_id, pair=pair, talker=actor, other=other, day=day, place=place.strip(),
        topic=topic.strip(), text=text.strip(), advice=advice.strip(), follow=follow.strip(), at=at,
    )  # fmt: skip
    tell([other], f"{actor.name}登记了与您的谈心谈话，请确认。", kind="谈心谈话", record=made, at=at, key=key)
    return keep(made, "登记谈心谈话", actor=actor, at=at, key=key, rule=CLAUSE, payload={"类型": pair})


@once
def confirm(*, talk: HeartTalk, actor: Person, at: datetime, key: str) -> Receipt:
    findings = []
    if actor.pk != talk.other_id:
        findings.append(Finding("办理人", actor.name, talk.other.name, "请由谈话对象确认。", clause=CLAUSE))
    if talk.confirmed_at is not None:
        findings.append(Finding("状态", "已经确认", "还没有确认", "请刷新页面再看。", clause=CLAUSE))
    refuse("谈话没有确认。", findings)
    talk.confirmed_at = at
    talk.save(update_fields=["confirmed_at"])
    return keep(talk, "确认谈心谈话", actor=actor, at=at, key=key, rule=CLAUSE)


def is_pair(pair: str, talker: Person, other: Person, day: date) -> bool:
    """Whether the two stand to each other as the pair says; either of them may have entered it."""
    return talker.pk != other.pk and any(
        RELATIONS[pair](one, two, day) for one, two in ((talker, other), (other, talker))
    )


def missing(organ: Organ, day: date) -> dict[str, list[tuple[str, str]]]:
    """{pair: [(who, with whom)]} without a talk in the half-year of that day; 科室内部 by section."""
    talks = list(
        HeartTalk.objects.filter(organ=organ, day__gte=half_year(day), day__lte=day).select_related(
            "talker", "other"
        )
    )
    had = {frozenset((one.talker_id, one.other_id)) for one in talks}
    wanted = wanted_pairs(organ, day)
    found = {
        pair: [(one.name, two.name) for one, two in couples if frozenset((one.pk, two.pk)) not in had]
        for pair, couples in wanted.items()
    }
    spoken = {service_on(one.talker, one.day) for one in talks if one.pair == INSIDE}
    sections = {service.section_id for service in spoken if service}
    heads = Holding.objects.on(day).filter(organ=organ, post="科室负责人").select_related("person", "section")
    found[INSIDE] = [
        (one.person.name, one.section.name) for one in heads if one.section and one.section_id not in sections
    ]
    return found


def wanted_pairs(organ: Organ, day: date) -> dict[str, list[tuple[Person, Person]]]:
    """Who has to talk with whom in each half-year, the fourth pair aside."""
    top = chief(organ, day)
    heads = [
        one.person
        for one in Holding.objects.on(day)
        .filter(organ=organ, post="科室负责人")
        .select_related("person", "section")
    ]
    team = {**party_group(organ, day), **chiefs_meeting(organ, day)}
    led = Portfolio.objects.on(day).filter(organ=organ).select_related("leader")
    of_section = {one.section_id: one.leader for one in led}
    sections = {one.person_id: one.section_id for one in Service.objects.on(day).filter(organ=organ)}
    return {
        TOP: [(top, one) for one in team if top and one.pk != top.pk],
        MIDDLE: [(top, one) for one in heads if top],
        LED: [
            (leader, head)
            for head in heads
            if (leader := of_section.get(sections.get(head.pk, 0))) is not None and leader.pk != head.pk
        ],
    }


def half_year(day: date) -> date:
    """The first day of the half-year of that day."""
    return date(day.year, 1 if day.month <= 6 else 7, 1)  # noqa: PLR2004 -- January to June


def _top(one: Person, two: Person, day: date) -> bool:
    return one == chief(one.organ, day) and two in {
        **party_group(one.organ, day),
        **chiefs_meeting(one.organ, day),
    }


def _middle(one: Person, two: Person, day: date) -> bool:
    heads = Holding.objects.on(day).filter(organ_id=one.organ_id, post="科室负责人", person=two)
    return one == chief(one.organ, day) and heads.exists()


def _led(one: Person, two: Person, day: date) -> bool:
    return leads(one, two, day)


def _inside(one: Person, two: Person, day: date) -> bool:
    first, second = service_on(one, day), service_on(two, day)
    return first is not None and second is not None and first.section_id == second.section_id


RELATIONS = {TOP: _top, MIDDLE: _middle, LED: _led, INSIDE: _inside}
