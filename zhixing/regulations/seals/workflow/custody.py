"""代管: the keeper names a deputy and the days, whoever leads the office agrees beforehand (17-3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime

from zhixing.journal.models import Entry
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.away import is_away
from zhixing.office.matters.acts import begin, save_draft, submit
from zhixing.office.matters.route import Route, preview
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.turn import in_turn
from zhixing.regulations.seals.models import Custody, Seal
from zhixing.regulations.seals.workflow.finance import two_in_one_hand
from zhixing.regulations.seals.workflow.gate import foreign, keep, unwritten
from zhixing.regulations.seals.workflow.statute import edition, finding

REGULATION, PROCEDURE, CLAUSE = "seals", "代管", "17-3"


@dataclass(frozen=True, slots=True)
class CustodyRequest:
    seal: Seal | None = None
    deputy: Person | None = None
    first: date | None = None
    last: date | None = None
    reason: str = ""


NAMES = tuple(field.name for field in fields(CustodyRequest))


def typed_in(custody: Custody) -> CustodyRequest:
    return CustodyRequest(**{name: getattr(custody, name) for name in NAMES})


def paper_of(request: CustodyRequest) -> dict[str, str]:
    return {
        "印章": request.seal.kept.name if request.seal else "",
        "代管人": request.deputy.name if request.deputy else "",
        "起": request.first.isoformat() if request.first else "",
        "止": request.last.isoformat() if request.last else "",
        "原因": request.reason,
    }


def way(person: Person, at: datetime) -> Route:
    return preview(
        organ=person.organ, procedure=PROCEDURE, edition=edition(today(at)), rulings={}, starter=person, at=at,
        absent=is_away,
    )  # fmt: skip


def faults_of(person: Person, request: CustodyRequest, day: date) -> Iterator[Finding]:
    texts = {
        "印章": request.seal and request.seal.kept.name,
        "代管人": request.deputy,
        "起": request.first,
        "止": request.last,
        "原因": request.reason,
    }
    yield from unwritten(texts, day, CLAUSE)
    if request.seal is not None:
        yield from _own(person, request.seal, day)
    if request.deputy is not None:
        yield from _deputy(person, request, request.deputy, day)
    if request.first is None or request.last is None:
        return
    if request.first < day:
        yield _fault(day, "起", str(request.first), "今天或者以后", "代管要事先办，请改正日期。", person.name)
    if request.last < request.first:
        yield _fault(day, "止", str(request.last), f"不早于{request.first}", "请改正日期。", person.name)


def _own(person: Person, seal: Seal, day: date) -> Iterator[Finding]:
    """Only the keeper gives it into custody; whoever keeps it for another gives it back (B17-08)."""
    kept = seal.kept
    yield from foreign(person, seal.organ_id, day, CLAUSE)
    if kept.deputised and kept.holder_id == person.pk:
        mend = f"代管的只能交回{kept.keeper.name}，不得再转交。"
        yield _fault(day, "申请人", f"{person.name}是代管人", "保管人", mend, kept.keeper.name)
    elif kept.keeper_id != person.pk:
        mend = f"请由保管人{kept.keeper.name}申请。"
        yield _fault(day, "申请人", person.name, f"保管人{kept.keeper.name}", mend, kept.keeper.name)


def _deputy(person: Person, request: CustodyRequest, deputy: Person, day: date) -> Iterator[Finding]:
    yield from foreign(person, deputy.organ_id, day, CLAUSE)
    if deputy.pk == person.pk:
        yield _fault(day, "代管人", deputy.name, "另一位同志", "请另选代管人。", person.name)
    seal = request.seal
    if seal is not None:
        yield from two_in_one_hand(deputy, day, finance=seal.is_finance, but=seal.kept)


@in_turn
def draft_custody(
    *, request: CustodyRequest, actor: Person, at: datetime, key: str, custody: Custody | None = None
) -> Custody:
    """保存草稿; `custody` is the draft being changed."""
    earlier = Entry.objects.filter(organ=actor.organ_id, key=key).first()
    if earlier is not None:
        return Custody.objects.get(matter_id=int(earlier.object_id))
    title, form = f"印章代管：{request.seal.kept.name if request.seal else '未选印章'}", paper_of(request)
    if custody is None:
        matter = begin(
            regulation=REGULATION, procedure=PROCEDURE, title=title, form=form, actor=actor, at=at, key=key
        )
        custody = Custody(organ_id=actor.organ_id, matter=matter, person=actor)
    else:
        save_draft(matter=custody.matter, title=title, form=form, actor=actor, at=at, key=key)
    for name in NAMES:
        item = getattr(request, name)
        setattr(custody, name, item.strip() if isinstance(item, str) else item)
    custody.save()
    keep(custody, "填写代管申请", actor=actor, at=at, key=f"{key}:custody", rule=CLAUSE, payload=form)
    return custody


@in_turn
def request_custody(
    *, request: CustodyRequest, actor: Person, at: datetime, key: str, custody: Custody | None = None
) -> Custody:
    """Draft and submit in one; a refusal lists everything and leaves nothing behind."""
    kept = draft_custody(request=request, actor=actor, at=at, key=f"{key}:draft", custody=custody)
    route = way(actor, at)
    faults = (*faults_of(actor, request, today(at)), *route.findings)
    if faults and kept.status == "草稿":
        raise Refusal("代管没有提交。", faults)
    submit(matter=kept.matter, actor=actor, at=at, key=key, route=route, edition=edition(today(at)).in_force)
    return Custody.objects.select_related("matter").get(pk=kept.pk)


def _fault(day: date, fact: str, found: str, expected: str, mend: str, who: str) -> Finding:
    return finding(day=day, clause=CLAUSE, fact=fact, found=found, expected=expected, mend=mend, who=who)
