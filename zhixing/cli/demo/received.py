"""Two years of received documents: the closed ones laid month by month, the newest gone round by the acts themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import count, groupby

from django.db.models import Model

from zhixing.cli.demo import received_data as words
from zhixing.cli.demo.received_newest import newest
from zhixing.cli.demo.stage import Stage
from zhixing.office.circulation.models import Assignment, Box, Reader, Sheet
from zhixing.organ.authority import holds
from zhixing.organ.entries import enter
from zhixing.organ.local_time import at_clock
from zhixing.organ.models import Holding, Person, Portfolio
from zhixing.organ.numbers import next_number
from zhixing.organ.turn import in_turn
from zhixing.regulations.documents.explained import KINDS
from zhixing.regulations.documents.models import ReceivedDocument
from zhixing.regulations.documents.models.received import CLOSED
from zhixing.regulations.documents.workflow.received import due_of
from zhixing.regulations.documents.workflow.received_round import KIND
from zhixing.search.index import put_record

MANY = 5000
DAYS = 730
NEWEST = 16  # days before the last one that belong to the acts
READERS = 2


@dataclass(frozen=True)
class Office:
    """Who receives, advises, instructs and does it in the demo bureau."""

    clerk: Person
    director: Person
    led: tuple[tuple[Person, Person, int], ...]  # leader, head of a section, that section

    def readers(self, stage: Stage) -> list[Person]:
        return stage.dice.sample(list(dict.fromkeys(leader for leader, _, _ in self.led)), READERS)


@dataclass(frozen=True, slots=True)
class Paper:
    day: date
    sender: str
    sender_number: str
    series: str
    title: str
    type: str
    to_act: bool
    urgency: str


def received(stage: Stage) -> None:
    """What came before the story is laid as it begins, each month of it at the month's end."""
    office = office_of(stage)
    if office is None:
        return
    papers = sorted(_papers(stage), key=lambda one: one.day)
    months = [list(month) for _, month in groupby(papers, key=lambda one: (one.day.year, one.day.month))]
    for number, month in enumerate(months):
        last = month[-1].day
        closing = at_clock(max(stage.first, last), time(17, 50)) + timedelta(seconds=number)
        stage.agenda.add(closing, partial(_lay, stage, office, month))
    newest(stage, office.clerk, office.director)


def office_of(stage: Stage) -> Office | None:
    organ, day = stage.cast.organ, stage.first
    clerk = next((one for one in stage.cast.staff if holds(one, ("文书",), day)), None)
    heads = {
        one.section_id: one.person
        for one in Holding.objects.on(day).filter(organ=organ, post="科室负责人").select_related("person")
    }
    led = Portfolio.objects.on(day).filter(organ=organ, section__in=heads).select_related("leader")
    rows = tuple((one.leader, heads[one.section_id], one.section_id) for one in led)
    return (
        Office(clerk, stage.cast.director, rows)
        if clerk and len({one[0] for one in rows}) > READERS
        else None
    )


def _papers(stage: Stage) -> Iterator[Paper]:
    """About as many on every working day of two years."""
    first = stage.last - timedelta(days=DAYS)
    days = [first + timedelta(days=n) for n in range(DAYS - NEWEST)]
    working = [day for day in days if stage.calendar.is_working(day)]
    many = min(MANY, stage.share(MANY))  # a shorter story has a thinner register
    counters: dict[tuple[str, int], count[int]] = {}
    for place in range(many):
        day = working[place * len(working) // many]
        sender, word, series = stage.dice.choice(words.SENDERS)
        form, kind, to_act = stage.dice.choice(words.FORMS)
        number = next(counters.setdefault((word, day.year), count(1)))
        yield Paper(
            day, sender, f"{word}〔{day.year}〕{number}号", series,
            form.format(topic=stage.dice.choice(words.TOPICS)), kind, to_act,
            stage.dice.choices(("平件", "加急", "特急"), (85, 12, 3))[0],
        )  # fmt: skip


def _lay(stage: Stage, office: Office, papers: list[Paper], at: datetime, key: str) -> None:
    _laid(stage=stage, office=office, papers=papers, actor=office.clerk, at=at, key=key)


@in_turn
def _laid(
    *, stage: Stage, office: Office, papers: list[Paper], actor: Person, at: datetime, key: str
) -> None:
    """One month of the register as it was kept before, entered as a whole: one entry explains every row."""
    documents = [_document(stage, office, paper) for paper in papers]
    sheets = [_sheet(office, one) for one in documents]
    Sheet.objects.bulk_create(sheets, batch_size=500)
    for document, sheet in zip(documents, sheets, strict=True):
        document.sheet = sheet
    ReceivedDocument.objects.bulk_create(documents, batch_size=500)
    rows = _went_round(stage, office, documents)
    for one in documents:
        put_record(one)  # laid in bulk, so no save has told the search
    month = f"{papers[0].day.year}年{papers[0].day.month}月"
    enter(
        actor=actor, action="补录收文登记簿", kind=KINDS[ReceivedDocument], record=documents[0],
        payload={"月份": month, "件数": len(documents)}, at=at, key=key, rule="09-1.1",
        touched=[*documents[1:], *sheets, *rows],
    )  # fmt: skip


def _document(stage: Stage, office: Office, paper: Paper) -> ReceivedDocument:
    organ = stage.cast.organ
    due = _due(stage, paper)
    closed = min(due, stage.next_working(paper.day, 1 + stage.dice.randrange(9)))
    document = ReceivedDocument(
        organ=organ, series=paper.series, year=paper.day.year,
        number=next_number(organ, f"收文:{paper.series}", paper.day.year), received_on=paper.day,
        sender=paper.sender, sender_number=paper.sender_number, written_on=paper.day, title=paper.title,
        type=paper.type, urgency=paper.urgency, copies=1, mode="办件" if paper.to_act else "阅件", state=CLOSED,
        registered_by=office.clerk, registered_at=at_clock(paper.day, time(9)), ours=True, fits_rules=True,
        fits_drafting=True, reviewed_by=office.clerk, reviewed_at=at_clock(paper.day, time(9, 20)),
        closed_by=office.clerk, closed_on=closed,
    )  # fmt: skip
    if paper.to_act:
        document.due, document.result = due, stage.dice.choice(words.RESULTS)
        document.replied_on, document.reply_form = closed, "复函"
    return document


_dues: dict[tuple[str, date], date] = {}


def _due(stage: Stage, paper: Paper) -> date:
    """The rule asked once for each urgency and day."""
    place = (paper.urgency, paper.day)
    if place not in _dues:
        _dues[place] = due_of(stage.cast.organ, paper.urgency, paper.day)
    return _dues[place]


def _sheet(office: Office, document: ReceivedDocument) -> Sheet:
    assert document.closed_on is not None
    watched = document.mode == "办件" and document.urgency != "平件"
    return Sheet(
        organ_id=document.organ_id, kind=KIND, source=f"received:{document.shown}", number=document.shown,
        title=document.title, state=CLOSED, due=document.due, watcher=office.clerk if watched else None,
        opened_by=office.clerk, opened_at=document.registered_at,
        closed_at=at_clock(document.closed_on, time(17, 20)),
    )  # fmt: skip


def _went_round(stage: Stage, office: Office, documents: list[ReceivedDocument]) -> list[Model]:
    """Advice for all; an instruction and who did it, or the readers."""
    boxes, readers = [], []
    given: list[tuple[ReceivedDocument, Box, tuple[Person, Person, int]]] = []
    for document in documents:
        boxes.append(_box(stage, document, 1, "拟办意见", office.director, words.ADVICE))
        if document.mode == "办件":
            chosen = stage.dice.choice(office.led)
            box = _box(stage, document, 2, "领导批示", chosen[0], words.ORDERS)
            boxes.append(box)
            given.append((document, box, chosen))
        else:
            readers += [_reader(document, office, one) for one in office.readers(stage)]
    Box.objects.bulk_create(boxes, batch_size=500)
    Reader.objects.bulk_create(readers, batch_size=500)
    assigned = [_assignment(*one) for one in given]
    Assignment.objects.bulk_create(assigned, batch_size=500)
    return [*boxes, *readers, *assigned]


def _box(
    stage: Stage, document: ReceivedDocument, order: int, label: str, leader: Person, texts: tuple[str, ...]
) -> Box:
    at = at_clock(document.received_on, time(9 + order, 10))
    return Box(
        organ_id=document.organ_id, sheet=document.sheet, label=label, order=order, leader=leader, state="已签",
        arrived_at=at - timedelta(minutes=30), text=stage.dice.choice(texts), assigns=order > 1,
        signed_by=leader, signed_at=at,
    )  # fmt: skip


def _reader(document: ReceivedDocument, office: Office, person: Person) -> Reader:
    assert document.closed_on is not None
    sent = at_clock(document.received_on, time(10, 10))
    read = at_clock(document.closed_on, time(15, 40))
    return Reader(
        organ_id=document.organ_id, sheet=document.sheet, person=person, state="已阅", sent_by=office.director,
        sent_at=sent, why="拟办送阅", opened_at=read, read_at=read,
    )  # fmt: skip


def _assignment(document: ReceivedDocument, box: Box, chosen: tuple[Person, Person, int]) -> Assignment:
    assert document.closed_on is not None
    assert document.due is not None
    assert box.signed_at is not None
    _, head, section = chosen
    return Assignment(
        organ_id=document.organ_id, sheet=document.sheet, box=box, section_id=section, doer=head,
        due=document.due, state="已办结", assigned_at=box.signed_at, result=document.result,
        done_at=at_clock(document.closed_on, time(16, 30)),
    )  # fmt: skip
