"""人员情况、培养锻炼 (01-21.1, 01-21.2), 制度签收 (01-18), 问责 (01-19)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import refuse, words
from zhixing.law.regulation import Regulation, edition_on
from zhixing.organ.acting import by_post, not_future, of_organ, within
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ, Person, Service
from zhixing.organ.once import once
from zhixing.regulations import shelf
from zhixing.regulations.governance.models import (
    Accountability,
    Acknowledgement,
    Bypass,
    Growth,
    StaffProfile,
)
from zhixing.regulations.governance.workflow.kept import OFFICE, keep

STRUCTURE, GROWTH, OBEY, BLAME = "01-21.1", "01-21.2", "01-18", "01-19"
DECIDERS = ("局长", "党组书记", "纪检组长", "办公室主任")


@once
def profile(
    *,
    person: Person,
    education: str,
    specialty: str,
    party: str,
    ethnicity: str,
    actor: Person,
    at: datetime,
    key: str,
) -> Receipt:
    """What the structure is counted by; a change keeps the earlier state in the journal."""
    findings = by_post(actor, OFFICE, today(at), STRUCTURE) + of_organ(actor, person, clause=STRUCTURE)
    words(findings, specialty, fact="专业", clause=STRUCTURE)
    words(findings, ethnicity, fact="民族", clause=STRUCTURE)
    refuse("人员情况没有登记。", findings)
    made, _ = StaffProfile.objects.update_or_create(
        person=person,
        defaults={
            "organ_id": actor.organ_id, "education": education, "specialty": specialty.strip(), "party": party,
            "ethnicity": ethnicity.strip(), "by": actor, "at": at,
        },
    )  # fmt: skip
    return keep(
        made, "登记人员情况", actor=actor, at=at, key=key, rule=STRUCTURE, payload={"姓名": person.number}
    )


@once
def grow(
    *, person: Person, kind: str, title: str, place: str, since: date, until: date | None = None, result: str = "",
    actor: Person, at: datetime, key: str,
) -> Receipt:  # fmt: skip
    findings = by_post(actor, OFFICE, today(at), GROWTH) + of_organ(actor, person, clause=GROWTH)
    for fact, said in (("内容", title), ("单位、岗位", place)):
        words(findings, said, fact=fact, clause=GROWTH)
    if until is not None and until < since:
        findings.append(Finding("止", until.isoformat(), f"不早于{since}", "请核对起止。", clause=GROWTH))
    refuse("培养锻炼没有登记。", findings)
    made = Growth.objects.create(
        organ_id=actor.organ_id, person=person, kind=kind, title=title.strip(), place=place.strip(), since=since,
        until=until, result=result.strip(), by=actor, at=at,
    )  # fmt: skip
    return keep(
        made, "登记培养锻炼", actor=actor, at=at, key=key, rule=GROWTH, payload={"姓名": person.number}
    )


@once
def acknowledge(*, regulation: str, actor: Person, at: datetime, key: str) -> Receipt:
    """签收 of the edition in force today, by each for himself."""
    edition = edition_on(shelf.by_number(regulation), today(at))
    done = Acknowledgement.objects.filter(
        organ_id=actor.organ_id, regulation=regulation, edition=edition.in_force, person=actor
    )
    if done.exists():
        refuse(
            "没有再次签收。", [Finding("签收", "已经签收过这一版", "还没有签收", "不用再签。", clause=OBEY)]
        )
    made = Acknowledgement.objects.create(
        organ_id=actor.organ_id, regulation=regulation, edition=edition.in_force, person=actor, at=at
    )
    return keep(made, "签收制度", actor=actor, at=at, key=key, rule=OBEY, payload={"制度": regulation})


def unsigned(organ: Organ, regulation: str, day: date) -> list[Person]:
    """Who serves on that day and has not said that the edition in force was read."""
    edition = edition_on(shelf.by_number(regulation), day)
    done = Acknowledgement.objects.filter(organ=organ, regulation=regulation, edition=edition.in_force)
    serving = Service.objects.on(day).filter(organ=organ).exclude(person__in=done.values("person"))
    return list(Person.objects.filter(pk__in=serving.values("person")).order_by("number"))


def unsigned_by(person: Person, day: date) -> list[Regulation]:
    """The regulations whose edition in force on that day this person has still to read and sign for."""
    done = set(Acknowledgement.objects.filter(person=person).values_list("regulation", "edition"))
    return [book for book in shelf.all() if (book.number, edition_on(book, day).in_force) not in done]


@once
def hold_to_account(
    *, person: Person, day: date, facts: str, basis: str, heard: str, result: str, bypass: Bypass | None = None,
    actor: Person, at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """Decided by a person, with what the other had to say; nobody holds himself to account."""
    findings = by_post(actor, DECIDERS, today(at), BLAME) + of_organ(actor, person, clause=BLAME)
    findings += not_future(day, today(at), "日期", BLAME)
    for fact, said in (("事实", facts), ("依据", basis), ("本人陈述", heard), ("处理结果", result)):
        words(findings, said, fact=fact, clause=BLAME)
    if actor.pk == person.pk:
        findings.append(Finding("登记人", actor.name, "被问责人以外的人", "请由他人登记。", clause=BLAME))
    refuse("问责没有登记。", findings)
    made = Accountability.objects.create(
        organ_id=actor.organ_id, person=person, bypass=bypass, day=day, facts=facts.strip(), basis=basis.strip(),
        heard=heard.strip(), result=result.strip(), by=actor, at=at,
    )  # fmt: skip
    return keep(made, "登记问责", actor=actor, at=at, key=key, rule=BLAME, payload={"对象": person.number})


@once
def void(*, record: Accountability, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    findings = by_post(actor, DECIDERS, today(at), BLAME) + within(actor, record, BLAME)
    words(findings, reason, fact="撤销原因", clause=BLAME)
    if record.voided_at is not None:
        findings.append(Finding("状态", "已经撤销", "没有撤销", "请刷新页面再看。", clause=BLAME))
    refuse("问责没有撤销。", findings)
    record.voided_at, record.void_reason = at, reason.strip()
    record.save(update_fields=["voided_at", "void_reason"])
    return keep(record, "撤销问责", actor=actor, at=at, key=key, rule=BLAME)
