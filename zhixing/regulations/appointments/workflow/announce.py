"""第六步 任前公示: which text is proposed, who writes, reviews and hears, and when it may be published (04-6)."""

from __future__ import annotations

from datetime import date

from zhixing.law.refusal import Finding
from zhixing.office.publication import kinds
from zhixing.office.publication.models import PublicNotice
from zhixing.office.publication.period import standing_notice, unfinished
from zhixing.organ.authority import holds
from zhixing.organ.models import Organ, Person
from zhixing.organ.policy import Viewer
from zhixing.organ.who import service_on
from zhixing.regulations.appointments.models import Case
from zhixing.regulations.appointments.policies import sees_all
from zhixing.regulations.appointments.workflow.parties import is_office, is_personnel_leader
from zhixing.regulations.appointments.workflow.restrictions import barred_on
from zhixing.regulations.appointments.workflow.statute import own_of, value

NAME, CLAUSE, PREFIX = "任前公示", "04-6", "appointments.case:"
STEP = "任前公示"
CLEARED, UPHELD = "不影响任职", "影响任职"


def hears(person: Person, day: date) -> bool:
    return is_office(person, day) or holds(person, ("纪检组长",), day)


def working_days(organ: Organ, day: date) -> int:
    found = value("公示期", day, own_of(organ.pk))
    assert isinstance(found, int)
    return found


def gate(source: str, day: date) -> list[Finding]:
    """Not before the department has agreed, and not about a candidate who is barred."""
    case = case_of(source)
    if case is None:
        return [Finding("任用事项", "没有找到", "正在办理的任用事项", "请从任用事项里公示。", clause=CLAUSE)]
    findings = barred_on(case, day)
    if case.state != "办理中" or case.step_name != STEP:
        found = f"{case.state}，第{case.step}步{case.step_name}"
        findings.append(
            Finding("任用事项", found, "任前审核同意，到了任前公示", "请先办完前面的步骤。", clause="04-5")
        )
    return findings


def inside(viewer: Viewer) -> bool:
    return sees_all(viewer)


def case_of(source: str) -> Case | None:
    number = source.removeprefix(PREFIX)
    if not source.startswith(PREFIX) or not number.isdecimal():
        return None
    return Case.objects.select_related("organ", "candidate", "section").filter(pk=int(number)).first()


def notice_of(case: Case) -> PublicNotice | None:
    return standing_notice(case.organ_id, NAME, case.source)


def not_yet(case: Case, day: date) -> list[Finding]:
    """Why the appointment may not be made on that day."""
    return unfinished(notice_of(case), KIND, day)


def proposed_text(case: Case, day: date) -> str:
    """The usual text; education and phone are for the office to fill in."""
    person = case.candidate
    if person is None:
        return ""
    now = service_on(person, day)
    born = f"，{person.born.year}年{person.born.month}月生" if person.born else ""
    sex = f"，{person.sex}" if person.sex else ""
    post = f"，现任{now.section.name}{now.title}" if now else ""
    return (
        f"根据干部选拔任用的有关规定，经局党组研究，现将拟任职人选公示如下：\n"
        f"{person.name}{sex}{born}，学历〔请填写〕{post}，拟任{case.title}。\n"
        f"公示期{working_days(case.organ, day)}个工作日，从发布的第二天算起。对人选有情况需要反映的，"
        f"请在公示期内实名或者匿名反映；反映应当真实、具体。"
    )


KIND = kinds.Kind(
    name=NAME,
    regulation="appointments",
    working_days=working_days,
    drafts=is_office,
    reviews=is_personnel_leader,
    hears=hears,
    inside=inside,
    results=(CLEARED, UPHELD),
    barring=frozenset({UPHELD}),
    clauses={"text": CLAUSE, "review": CLAUSE, "period": CLAUSE, "objections": CLAUSE},
    posts={"drafts": "办公室主任", "reviews": "分管人事的领导", "hears": "办公室主任或者纪检组长"},
    gate=gate,
)


def register() -> None:
    """Called once by the app when it is ready."""
    kinds.register(KIND)
