"""What every printed paper of 17 says of itself: number, state, who printed it and when (domain 4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from zhixing.journal.models import Entry
from zhixing.journal.receipts import receipt_of
from zhixing.office.matters.desk import KIND
from zhixing.office.matters.models import Matter, Opinion
from zhixing.office.papers.envelope import Envelope
from zhixing.organ.local_time import local
from zhixing.organ.models import Organ, Person
from zhixing.regulations.seals.workflow.statute import cite

HERE = Path(__file__).parent
DONE = frozenset({"已办结", "已同意"})


@dataclass(frozen=True, slots=True)
class Printing:
    """Who asked for the paper, and when."""

    by: Person
    at: datetime

    def of_matter(self, matter: Matter, title: str) -> Envelope:
        """What is not yet decided carries 草稿 across it."""
        about = Entry.objects.filter(organ=matter.organ_id, object_kind=KIND, object_id=str(matter.pk))
        last = about.order_by("seq").last()
        return Envelope(
            organ=matter.organ.name, title=title, number=matter.number or "未编号", state=matter.state,
            by=self.by.name, at=self.at, draft=matter.state not in DONE,
            receipt=receipt_of(last).text() if last else "", receipt_at=last.at if last else None,
        )  # fmt: skip

    def of_register(self, organ: Organ, title: str, number: str, state: str) -> Envelope:
        return Envelope(
            organ=organ.name, title=title, number=number, state=state, by=self.by.name, at=self.at
        )

    def basis(self, clause: str) -> str:
        return cite(clause, local(self.at).date())


def opinions_of(matter: Matter) -> list[dict[str, object]]:
    """One box for each step of the last round, with what was said and room to sign."""
    said: dict[int | None, list[Opinion]] = {}
    for one in matter.opinions.select_related("person", "on_behalf_of"):
        said.setdefault(one.step_id, []).append(one)
    steps = matter.steps.filter(round=matter.round)
    return [
        {"label": f"{step.post}意见", "rows": [_said(one) for one in said.get(step.pk, [])]} for step in steps
    ]


def _said(one: Opinion) -> dict[str, str]:
    proxy = f"（代{one.on_behalf_of.name}）" if one.on_behalf_of else ""
    text = one.text or one.act
    return {"意见": text, "姓名": f"{one.person.name}{proxy}", "日期": moment(one.at)}


def moment(at: datetime | None) -> str:
    """An instant as paper shows it; "" where there is none."""
    return f"{local(at):%Y-%m-%d %H:%M}" if at else ""
