"""因公外出: asked for beforehand, agreed by rank (02-1.1c), closed by coming back."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.models import Entry
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Refusal
from zhixing.law.ruling import Ruling
from zhixing.office.matters.acts import begin, save_draft, submit
from zhixing.office.matters.route import Route, preview
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.organ.turn import in_turn
from zhixing.organ.who import service_on
from zhixing.regulations.attendance.models import Outing
from zhixing.regulations.attendance.workflow.away import is_away
from zhixing.regulations.attendance.workflow.gate import not_self
from zhixing.regulations.attendance.workflow.outing_checks import OutingRequest, faults_of, typed_into
from zhixing.regulations.attendance.workflow.statute import edition, finding, own_of, ruling

REGULATION, PROCEDURE, QUESTION, CLAUSE = "attendance", "因公外出", "公出审批", "02-1.1c"


def way(person: Person, at: datetime) -> tuple[Ruling, Route]:
    """The ruling 公出审批 for the person's rank and the stops it leads to; Refusal for whoever does not serve."""
    day = today(at)
    service = service_on(person, day)
    if service is None:
        fault = finding(
            day=day,
            clause=CLAUSE,
            fact="在册情况",
            found="今天不在册",
            expected="在册人员",
            mend="请办公室核对。",
            who="办公室",
        )
        raise Refusal("不能办理因公外出。", [fault])
    found = ruling(QUESTION, day, own_of(person.organ_id), 职级=service.rank)
    route = preview(
        organ=person.organ, procedure=PROCEDURE, edition=edition(day), rulings={QUESTION: found},
        starter=person, at=at, absent=is_away,
    )  # fmt: skip
    return found, route


@in_turn
def draft_outing(
    *, request: OutingRequest, actor: Person, at: datetime, key: str, outing: Outing | None = None
) -> Outing:
    """保存草稿; `outing` is the draft being changed."""
    earlier = Entry.objects.filter(organ=actor.organ_id, key=key).first()
    if earlier is not None:
        return Outing.objects.get(matter_id=int(earlier.object_id))
    title, form = f"{actor.name}因公外出：{request.destination}", paper_of(request)
    if outing is None:
        matter = begin(
            regulation=REGULATION, procedure=PROCEDURE, title=title, form=form, actor=actor, at=at, key=key
        )
        outing = Outing(organ_id=actor.organ_id, matter=matter, person=actor)
    else:
        save_draft(matter=outing.matter, title=title, form=form, actor=actor, at=at, key=key)
    typed_into(outing, request)
    outing.save()
    enter(
        actor=actor, action="填写外出表", kind="因公外出", record=outing, payload=form,
        at=at, key=f"{key}:outing", rule=CLAUSE,
    )  # fmt: skip
    return outing


@in_turn
def request_outing(
    *, request: OutingRequest, actor: Person, at: datetime, key: str, outing: Outing | None = None
) -> Outing:
    """Draft and submit in one; a refusal lists everything and leaves nothing behind."""
    kept = draft_outing(request=request, actor=actor, at=at, key=f"{key}:draft", outing=outing)
    found, route = way(actor, at)
    faults = [*faults_of(actor, request, at, own=kept), *route.findings]
    if faults and kept.status == "草稿":
        raise Refusal("不能提交因公外出。", faults)
    facts = {name: str(fact) for name, fact in found.facts_shown.items()}
    submit(
        matter=kept.matter, actor=actor, at=at, key=key, route=route,
        edition=found.edition, ruling=found, facts=facts,
    )  # fmt: skip
    return Outing.objects.select_related("matter").get(pk=kept.pk)


@once
def come_back(*, outing: Outing, actor: Person, at: datetime, key: str) -> Receipt:
    """返回: the time of return is noted."""
    day = today(at)
    outing = Outing.objects.select_for_update().select_related("matter").get(pk=outing.pk)
    faults = not_self(actor, outing.person, day, CLAUSE)
    if outing.status != "已批":
        faults.append(
            finding(
                day=day, clause=CLAUSE, fact="状态", found=outing.status, expected="已经同意、还没有返回",
                mend="没有同意的外出不用登记返回。",
            )
        )  # fmt: skip
    if faults:
        raise Refusal("不能登记返回。", faults)
    outing.status, outing.returned_at = "已返回", at
    outing.save(update_fields=["status", "returned_at"])
    payload = {"编号": outing.matter.number}
    return enter(
        actor=actor,
        action="登记返回",
        kind="因公外出",
        record=outing,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
    )


def paper_of(request: OutingRequest) -> dict[str, str]:
    """The columns of the 因公外出表 as typed."""
    span = request.span
    return {
        "公出单位": request.destination,
        "公出事由": request.reason,
        "起止": span.shown() if span else "",
        "外出时间": str(request.leaves_at or ""),
        "返回时间": str(request.returns_at or ""),
        "同行人": request.companions,
        "联系方式": request.phone,
        "用车": "是" if request.by_car else "否",
    }
