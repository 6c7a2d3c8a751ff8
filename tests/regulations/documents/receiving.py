"""Receiving in the demo bureau's people: E010 is the clerk, E008 the office director, E001 the chief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TypedDict

import pytest

from zhixing.law.refusal import Refusal
from zhixing.office.circulation.acts.assigning import Order, finish
from zhixing.office.circulation.acts.reading import finish_reading
from zhixing.office.circulation.acts.signing import Route, advise, sign
from zhixing.office.circulation.models import Box, Sheet
from zhixing.organ.made import made
from zhixing.organ.models import Account, Person, Section
from zhixing.organ.policy import Viewer
from zhixing.organ.roles import roles_of
from zhixing.regulations.documents.models import ReceivedDocument
from zhixing.regulations.documents.workflow.received import Incoming, register
from zhixing.regulations.documents.workflow.received_reply import Answer, close, reply
from zhixing.regulations.documents.workflow.received_review import review

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
DAY, DUE_NEXT = date(2026, 11, 23), date(2026, 12, 7)
LETTER = Incoming(
    sender="市经信局", sender_number="温经信〔2026〕88号", title="关于报送技改项目进展的通知", type="通知",
    urgency="平件", mode="办件", received_on=DAY,
)  # fmt: skip
_keys = count()
People = dict[str, Person]


class Acting(TypedDict):
    actor: Person
    at: datetime
    key: str


def who(person: Person, *, days: int = 0, hours: int = 0, key: str = "") -> Acting:
    at = NOW + timedelta(days=days, hours=hours)
    return {"actor": person, "at": at, "key": key or f"key-{next(_keys)}"}


def facts(refusal: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [one.fact for one in refusal.value.findings]


def entered(people: People, **changes: object) -> ReceivedDocument:
    paper = replace(LETTER, **changes)  # type: ignore[arg-type]  # the fields of a paper, as the test names them
    return made(ReceivedDocument, register(paper=paper, **who(people["E010"])))


def passed(document: ReceivedDocument, people: People) -> Sheet:
    """Reviewed without objection: the sheet waits for the office director's advice."""
    review(
        document=document, ours=True, fits_rules=True, fits_drafting=True, reason="", **who(people["E010"])
    )
    document.refresh_from_db()
    assert document.sheet is not None
    return document.sheet


def waiting(sheet: Sheet) -> Box:
    return sheet.boxes.get(state="待签")


def sent(
    sheet: Sheet, people: People, leaders: Sequence[str] = (), readers: Sequence[str] = (), watcher: str = ""
) -> None:
    route = Route(
        [people[one] for one in leaders],
        [people[one] for one in readers],
        people[watcher] if watcher else None,
    )
    advise(box=waiting(sheet), text="拟请领导阅示。", route=route, **who(people["E008"], hours=1))


def instructed(sheet: Sheet, people: People, leader: str, doer: str, due: date) -> None:
    sign(
        box=waiting(sheet), text="请按时办好。", assigns=True, orders=[Order(None, people[doer], due)], readers=(),
        **who(people[leader], hours=2),
    )  # fmt: skip


def viewer(person: Person) -> Viewer:
    account = Account(username=person.number, person=person, organ=person.organ)
    return Viewer(account, person, person.organ, roles_of(account, DAY), DAY)


def closed(people: People, *, doer: str | None) -> ReceivedDocument:
    """A document of 2026 that went its whole way: done by `doer`, or only read where there is none."""
    document = entered(
        people,
        sender_number=f"温经信〔2026〕{next(_keys)}号",
        title=f"来文{next(_keys)}",
        mode="办件" if doer else "阅件",
    )
    sheet = passed(document, people)
    if doer:
        sent(sheet, people, ["E005"])
        section = Section.objects.get(name="企业服务科")
        sign(
            box=waiting(sheet), text="请办理。", assigns=True, orders=[Order(section, people[doer], DUE_NEXT)],
            readers=(), **who(people["E005"], hours=2),
        )  # fmt: skip
        finish(assignment=sheet.assignments.get(), result="已办。", **who(people[doer], hours=3))
    else:
        sent(sheet, people, readers=["E015"])
        finish_reading(reader=sheet.readers.get(), remark="", **who(people["E015"], hours=3))
    if doer:
        reply(document=document, answer=Answer(replied_on=DAY, form="复函"), **who(people[doer], hours=4))
    document.refresh_from_db()
    close(document=document, remark="", **who(people["E010"], hours=5))
    document.refresh_from_db()
    return document
