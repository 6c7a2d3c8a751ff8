"""Two years of issued documents: the old ones laid month by month, the newest sent on their way by the acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import groupby

from zhixing.cli.demo.issued_data import BODY, FORMS
from zhixing.cli.demo.issued_newest import newest
from zhixing.cli.demo.received_data import TOPICS
from zhixing.cli.demo.stage import Stage
from zhixing.office.matters.models import Matter
from zhixing.organ.authority import holds
from zhixing.organ.entries import enter
from zhixing.organ.local_time import at_clock
from zhixing.organ.models import Holding, Person
from zhixing.organ.numbers import next_number
from zhixing.organ.turn import in_turn
from zhixing.regulations.documents.explained import KINDS
from zhixing.regulations.documents.models import Distribution, DocumentNumber, IssuedDocument, IssuedVersion
from zhixing.regulations.documents.models.issued import SENT
from zhixing.regulations.documents.workflow.issued_request import content_of, digest_of, organs_in
from zhixing.search.index import put_record

MANY, DAYS, NEWEST = 700, 730, 16
OLD_SEAL = "局章"


@dataclass(frozen=True, slots=True)
class Issuing:
    """One paper as the old register had it."""

    day: date
    head: Person
    section: int
    topic: str
    form: tuple[str, str, str, str, str, str]


def issued(stage: Stage) -> None:
    """What was issued before the story is laid as it begins, each month of it at the month's end."""
    clerk = next((one for one in stage.cast.staff if holds(one, ("文书",), stage.first)), None)
    if clerk is None:
        return
    papers = list(_papers(stage))
    months = [list(month) for _, month in groupby(papers, key=lambda one: (one.day.year, one.day.month))]
    for number, month in enumerate(months):
        closing = at_clock(max(stage.first, month[-1].day), time(17, 40)) + timedelta(seconds=number)
        stage.agenda.add(closing, partial(_lay, stage, clerk, month))
    newest(stage, clerk)


def _papers(stage: Stage) -> Iterator[Issuing]:
    """About one on every working day of two years; a shorter story has fewer."""
    heads = Holding.objects.on(stage.first).filter(organ=stage.cast.organ, post="科室负责人")
    led = [(one.person, one.section_id) for one in heads.select_related("person") if one.section_id]
    first = stage.last - timedelta(days=DAYS)
    working = [
        day
        for day in (first + timedelta(days=n) for n in range(DAYS - NEWEST))
        if stage.calendar.is_working(day)
    ]
    many = min(MANY, stage.share(MANY)) if led else 0
    for place in range(many):
        head, section = stage.dice.choice(led)
        day = working[place * len(working) // many]
        yield Issuing(day, head, section, stage.dice.choice(TOPICS), stage.dice.choice(FORMS))


def _lay(stage: Stage, clerk: Person, papers: list[Issuing], at: datetime, key: str) -> None:
    _laid(stage=stage, papers=papers, actor=clerk, at=at, key=key)


@in_turn
def _laid(*, stage: Stage, papers: list[Issuing], actor: Person, at: datetime, key: str) -> None:
    """One month of the register as it was kept before, entered as a whole: one entry explains every row."""
    organ = stage.cast.organ
    matters = Matter.objects.bulk_create([_matter(stage, one) for one in papers], batch_size=500)
    numbers = DocumentNumber.objects.bulk_create(
        [_number(stage, one, actor) for one in papers], batch_size=500
    )
    documents = IssuedDocument.objects.bulk_create(
        [
            _document(stage, paper, matter, number)
            for paper, matter, number in zip(papers, matters, numbers, strict=True)
        ],
        batch_size=500,
    )
    versions = IssuedVersion.objects.bulk_create([_version(one) for one in documents], batch_size=500)
    sent = Distribution.objects.bulk_create(
        [_sent(one, to, actor) for one in documents for to in organs_in(one.main_to)], batch_size=500
    )
    for one in documents:
        put_record(one)  # laid in bulk, so no save has told the search
    month = f"{papers[0].day.year}年{papers[0].day.month}月"
    enter(
        actor=actor, action="补录发文登记簿", kind=KINDS[IssuedDocument], record=documents[0],
        payload={"月份": month, "件数": len(documents), "单位": organ.short_name}, at=at, key=key, rule="09-2.4",
        touched=[*documents[1:], *matters, *numbers, *versions, *sent],
    )  # fmt: skip


def _title(paper: Issuing) -> str:
    return paper.form[0].format(topic=paper.topic)


def _matter(stage: Stage, paper: Issuing) -> Matter:
    organ, year = stage.cast.organ, paper.day.year
    begun = at_clock(paper.day, time(9))
    return Matter(
        organ=organ, number=f"发文〔{year}〕{next_number(organ, '发文', year)}号", regulation="documents",
        procedure="发文", title=_title(paper), starter=paper.head, state="已办结", created_at=begun,
        submitted_at=begun, closed_at=at_clock(paper.day, time(17)),
    )  # fmt: skip


def _number(stage: Stage, paper: Issuing, clerk: Person) -> DocumentNumber:
    organ, year, series = stage.cast.organ, paper.day.year, paper.form[3]
    return DocumentNumber(
        organ=organ, series=series, year=year, number=next_number(organ, f"发文:{series}", year),
        title=_title(paper), taken_by=clerk, taken_at=at_clock(paper.day, time(15)),
    )  # fmt: skip


def _document(stage: Stage, paper: Issuing, matter: Matter, number: DocumentNumber) -> IssuedDocument:
    _, kind, form, _, name, main_to = paper.form
    document = IssuedDocument(
        organ=stage.cast.organ, matter=matter, state=SENT, section_id=paper.section, drafter=paper.head,
        drafted_at=at_clock(paper.day, time(9)), name=name, form=form, type=kind, title=_title(paper),
        main_to=main_to, body=BODY.format(topic=paper.topic), copies=5, disclosure="依申请公开", version=1,
        signed_on=paper.day, signers=stage.cast.chief.name, number=number, proved_by=paper.head,
        proved_at=at_clock(paper.day, time(16)), seal=OLD_SEAL, sealed_at=at_clock(paper.day, time(16, 30)),
        sent_at=at_clock(paper.day, time(17)),
    )  # fmt: skip
    document.signed_digest = digest_of(content_of(document))
    return document


def _version(document: IssuedDocument) -> IssuedVersion:
    content = content_of(document)
    return IssuedVersion(
        organ_id=document.organ_id, document=document, number=1, content=content, digest=digest_of(content),
        why="签发", by=document.drafter, at=document.drafted_at,
    )  # fmt: skip


def _sent(document: IssuedDocument, recipient: str, clerk: Person) -> Distribution:
    assert document.sent_at is not None
    return Distribution(
        organ_id=document.organ_id, document=document, recipient=recipient, copies=1, sent_by=clerk,
        sent_at=document.sent_at, received_by="收文人员", received_on=document.sent_at.date(),
    )  # fmt: skip
