"""应急预案和演练 of the four kinds (01-15)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import refuse, words
from zhixing.organ.acting import by_post, not_future, within
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ, Person, Section
from zhixing.organ.once import once
from zhixing.regulations.governance.models import Drill, EmergencyPlan
from zhixing.regulations.governance.models.plans import PLAN_KINDS
from zhixing.regulations.governance.workflow.kept import OFFICE, keep
from zhixing.regulations.governance.workflow.statute import own_of, ruling, value

CLAUSE = "01-15"


@once
def enter_plan(
    *, kind: str, title: str, version: str, owner: Section, approved: date, text: str, actor: Person, at: datetime,
    key: str,
) -> Receipt:  # fmt: skip
    findings = by_post(actor, OFFICE, today(at), CLAUSE) + not_future(approved, today(at), "印发日期", CLAUSE)
    for fact, said in (("预案名称", title), ("版本", version), ("要点", text)):
        words(findings, said, fact=fact, clause=CLAUSE)
    if EmergencyPlan.objects.filter(organ_id=actor.organ_id, kind=kind, version=version.strip()).exists():
        findings.append(Finding("版本", version, "没有登记过的版本", "请写新的版本号。", clause=CLAUSE))
    refuse("预案没有登记。", findings)
    made = EmergencyPlan.objects.create(
        organ_id=actor.organ_id, kind=kind, title=title.strip(), version=version.strip(), owner=owner,
        approved=approved, text=text.strip(), by=actor, at=at,
    )  # fmt: skip
    return keep(made, "登记应急预案", actor=actor, at=at, key=key, rule=CLAUSE, payload={"类别": kind})


@once
def enter_drill(
    *, plan: EmergencyPlan, day: date, place: str, number: int, text: str, faults: str = "", actor: Person,
    at: datetime, key: str,
) -> Receipt:  # fmt: skip
    findings = by_post(actor, OFFICE, today(at), CLAUSE) + within(actor, plan, CLAUSE)
    findings += not_future(day, today(at), "日期", CLAUSE)
    words(findings, place, fact="地点", clause=CLAUSE)
    words(findings, text, fact="经过", clause=CLAUSE)
    if number < 1:
        findings.append(Finding("参加人数", str(number), "至少1人", "请核对人数。", clause=CLAUSE))
    refuse("演练没有登记。", findings)
    made = Drill.objects.create(
        organ_id=actor.organ_id, plan=plan, day=day, place=place.strip(), number=number, text=text.strip(),
        faults=faults.strip(), by=actor, at=at,
    )  # fmt: skip
    return keep(made, "登记应急演练", actor=actor, at=at, key=key, rule=CLAUSE, payload={"预案": str(plan)})


def warnings(organ: Organ, day: date) -> dict[str, str]:
    """{kind: 正常, 没有预案 or 一年内没有演练} on that day."""
    own = own_of(organ.pk)
    years = value("演练间隔", day, own)
    since = _years_before(day, years)
    found = {}
    for kind, _ in PLAN_KINDS:
        plans = EmergencyPlan.objects.filter(organ=organ, kind=kind, approved__lte=day)
        drilled = Drill.objects.filter(organ=organ, plan__kind=kind, day__gt=since, day__lte=day).exists()
        told = ruling("预案提示", day, own, 有预案=plans.exists(), 一年内演练过=drilled)
        found[kind] = str(told.outcome["提示"])
    return found


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)
