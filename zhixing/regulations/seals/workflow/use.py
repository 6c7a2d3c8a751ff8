"""用印: asked of whom the table names, the material bound to the approval (17-4a); 急用 after a word (17-4b)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from zhixing.journal.models import Entry
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.ruling import Ruling
from zhixing.office.away import is_away
from zhixing.office.matters.acts import begin, save_draft, submit
from zhixing.office.matters.route import Route, preview
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.turn import in_turn
from zhixing.organ.who import service_on
from zhixing.regulations.seals.models import SealUse
from zhixing.regulations.seals.models.choices import DRAFT
from zhixing.regulations.seals.workflow.gate import keep
from zhixing.regulations.seals.workflow.statute import edition, own_of
from zhixing.regulations.seals.workflow.use_checks import CLAUSE, URGENTLY, faults_of
from zhixing.regulations.seals.workflow.use_request import UseRequest, judged, paper_of, typed_into

REGULATION = "seals"
NOWHERE = Route((), ())


@dataclass(frozen=True, slots=True)
class UseAssessment:
    """What the start page shows: who would approve and why, and everything against it."""

    ruling: Ruling | None
    route: Route
    findings: tuple[Finding, ...]


def assess_use(*, person: Person, request: UseRequest, at: datetime) -> UseAssessment:
    """A pure reading of the request."""
    ruled = judged(request, today(at), own_of(person.organ_id))
    route = way(person, request, ruled, at)
    return UseAssessment(ruled, route, (*faults_of(person, request, at), *route.findings))


def way(person: Person, request: UseRequest, ruled: Ruling | None, at: datetime) -> Route:
    """Empty until it is known who approves, and where nobody may."""
    if ruled is None or ruled.outcome["结论"] == "不得":
        return NOWHERE
    return preview(
        organ=person.organ, procedure=request.procedure, edition=edition(today(at)),
        rulings={"用印审批": ruled}, starter=person, at=at, absent=is_away,
    )  # fmt: skip


@in_turn
def draft_use(
    *, request: UseRequest, actor: Person, at: datetime, key: str, use: SealUse | None = None
) -> SealUse:
    """保存草稿; `use` is the draft being changed."""
    earlier = Entry.objects.filter(organ=actor.organ_id, key=key).first()
    if earlier is not None:
        return SealUse.objects.get(matter_id=int(earlier.object_id))
    title, form = f"{request.procedure}：{request.title.strip() or '未命名'}"[:200], paper_of(request)
    if use is None:
        matter = begin(
            regulation=REGULATION, procedure=request.procedure, title=title, form=form, actor=actor, at=at,
            key=key,
        )  # fmt: skip
        service = service_on(actor, today(at))
        use = SealUse(
            organ_id=actor.organ_id, matter=matter, person=actor, section=service.section if service else None
        )
    else:
        _same_procedure(use, request)
        assert use.matter is not None
        save_draft(matter=use.matter, title=title, form=form, actor=actor, at=at, key=key)
    typed_into(use, request)
    use.save()
    keep(use, "填写用印登记表", actor=actor, at=at, key=f"{key}:use", rule=CLAUSE, payload=form)
    return use


@in_turn
def request_use(
    *, request: UseRequest, actor: Person, at: datetime, key: str, use: SealUse | None = None
) -> SealUse:
    """Draft and submit in one; a refusal lists everything and leaves nothing behind."""
    kept = draft_use(request=request, actor=actor, at=at, key=f"{key}:draft", use=use)
    assessed = assess_use(person=actor, request=request, at=at)
    if assessed.findings and kept.status == DRAFT:
        raise Refusal("用印没有提交。", assessed.findings)
    assert kept.matter is not None
    ruled = assessed.ruling
    facts = {name: str(fact) for name, fact in ruled.facts_shown.items()} if ruled else {}
    submit(
        matter=kept.matter, actor=actor, at=at, key=key, route=assessed.route,
        edition=edition(today(at)).in_force, ruling=ruled, facts=facts,
    )  # fmt: skip
    return SealUse.objects.select_related("matter").get(pk=kept.pk)


def _same_procedure(use: SealUse, request: UseRequest) -> None:
    assert use.matter is not None
    if use.matter.procedure == request.procedure:
        return
    found = Finding(
        "程序",
        request.procedure,
        use.matter.procedure,
        "急需用印和一般用印的手续不同，请另填一张。",
        URGENTLY,
    )
    raise Refusal("用印没有保存。", [found])
