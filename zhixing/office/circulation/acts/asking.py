"""What the acts on a sheet ask alike, how it passes from hand to hand, and their journal entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.circulation.explained import KINDS
from zhixing.office.circulation.kinds import kind_of
from zhixing.office.circulation.models import Hand, Sheet
from zhixing.office.circulation.models.sheet import RUNNING
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person

REFRESH = "请刷新页面，看清现在到了哪一步。"


def in_state(record: Model, *states: str, fact: str = "状态") -> list[Finding]:
    found: str = record.state  # type: ignore[attr-defined]  # every record asked here has a state
    return [] if found in states else [Finding(fact, found, "或者".join(states), REFRESH)]


def running(sheet: Sheet) -> list[Finding]:
    return in_state(sheet, RUNNING, fact="办文单")


def of_the_organ(actor: Person, *records: Model | None) -> list[Finding]:
    for one in records:
        if one is not None and one.organ_id != actor.organ_id:  # type: ignore[attr-defined]  # all have an organ
            return [Finding("单位", "不属于本单位", "本单位的公文和人员", "请核对后重新选择。")]
    return []


def managed_by(actor: Person, sheet: Sheet, at: datetime, rule: str) -> list[Finding]:
    kind = kind_of(sheet)
    if kind.manages(actor, today(at)):
        return []
    return [somebody_else(actor, kind.posts["manages"], kind.clause(rule))]


def only(actor: Person, person: Person, clause: str) -> list[Finding]:
    return [] if actor.pk == person.pk else [somebody_else(actor, person.name, clause)]


def somebody_else(actor: Person, expected: str, clause: str) -> Finding:
    return Finding("办理人", actor.name, expected, f"请由{expected}办理。", clause=clause, who=expected)


def refuse(conclusion: str, findings: Iterable[Finding]) -> None:
    """Raises one Refusal with everything found; nothing found, nothing said."""
    found = tuple(findings)
    if found:
        raise Refusal(conclusion, found)


def pass_on(
    sheet: Sheet, *, giver: Person | None, to: Iterable[Person], why: str, at: datetime,
    corrects: Hand | None = None,
) -> list[Model]:  # fmt: skip
    """Out of the giver's hands into others'; who has it already keeps it. Returns the rows it touched."""
    rows: list[Model] = list(let_go(sheet, giver, at)) if giver else []
    return rows + give(sheet, giver=giver, to=to, why=why, at=at, corrects=corrects)


def give(
    sheet: Sheet, *, giver: Person | None, to: Iterable[Person], why: str, at: datetime,
    corrects: Hand | None = None,
) -> list[Model]:  # fmt: skip
    """Into others' hands besides whoever has it; nobody holds it twice."""
    had = set(sheet.hands.filter(until=None).values_list("holder", flat=True))
    fresh = [person for person in dict.fromkeys(to) if person.pk not in had]
    return [_given(sheet, giver, person, why, at, corrects) for person in fresh]


def let_go(sheet: Sheet, holder: Person, at: datetime) -> list[Hand]:
    """What lay with the holder lies there no longer."""
    held = list(sheet.hands.filter(holder=holder, until=None))
    for one in held:
        one.until = max(at, one.since)  # clocks of two machines may differ
        one.save(update_fields=["until"])
    return held


def back_to_the_clerk(sheet: Sheet, giver: Person | None, at: datetime) -> list[Model]:
    """What nobody has in hand lies again with whoever opened the sheet: it is never nowhere."""
    if sheet.hands.filter(until=None).exists():
        return []
    return [_given(sheet, giver, sheet.opened_by, "退回登记人", at, None)]


def _given(
    sheet: Sheet, giver: Person | None, holder: Person, why: str, at: datetime, corrects: Hand | None
) -> Hand:
    return Hand.objects.create(
        organ_id=sheet.organ_id, sheet=sheet, holder=holder, giver=giver if giver != holder else None, why=why,
        since=at, corrects=corrects,
    )  # fmt: skip


def tell(sheet: Sheet, people: Iterable[Person], text: str, at: datetime, key: str) -> None:
    """In the way of whoever sends this kind round."""
    kind_of(sheet).tell(people, text, sheet, at, key)


def note(
    sheet: Sheet, action: str, *, actor: Person, at: datetime, key: str, rule: str, record: Model | None = None,
    payload: Mapping[str, object] | None = None, touched: Sequence[Model] = (),
) -> Receipt:  # fmt: skip
    """One entry about the sheet or a row of it; the regulation's own record moves along in it."""
    about, kind = record or sheet, kind_of(sheet)
    return enter(
        actor=actor, action=action, kind=KINDS[type(about)], record=about,
        payload={"编号": sheet.number, "标题": sheet.title, **(payload or {})}, at=at, key=key,
        rule=kind.clause(rule), touched=[sheet, *touched, *kind.moved(sheet, at)],
    )  # fmt: skip
