"""A case as the page tells it: seven steps, what each needs, what is there, what is due when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from zhixing.law.document import Clause
from zhixing.office.publication.models import PublicNotice
from zhixing.office.publication.period import Standing, standing
from zhixing.regulations.appointments.models import CLASSES, STEPS, Case, Recommendation
from zhixing.regulations.appointments.workflow import requirements
from zhixing.regulations.appointments.workflow.requirements import Need
from zhixing.regulations.appointments.workflow.statute import LAW

OF_STEP = {
    1: ("04-1",),
    2: ("04-2a", "04-2b"),
    3: ("04-3",),
    4: ("04-4",),
    5: ("04-5",),
    6: ("04-6",),
    7: ("04-7",),
}


@dataclass(frozen=True, slots=True)
class StepShown:
    """`state` is 已办, 正在办 or 未到."""

    number: int
    name: str
    state: str
    needs: tuple[Need, ...]

    @property
    def missing(self) -> int:
        return sum(not need.done for need in self.needs)


@dataclass(frozen=True, slots=True)
class Tally:
    """One person's totals, class by class, and together."""

    name: str
    by_class: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.by_class)


@dataclass(frozen=True, slots=True)
class Sheet:
    """汇总 of one recommendation: classes across, people down, the most named first."""

    recommendation: Recommendation
    classes: tuple[str, ...]
    ballots: tuple[Any, ...]
    tallies: tuple[Tally, ...]


def steps_of(case: Case, notice: PublicNotice | None, day: date) -> list[StepShown]:
    needs: Mapping[int, list[Need]] = {
        1: requirements.motion_needs(case),
        2: requirements.recommendation_needs(case),
        3: requirements.inspection_needs(case),
        4: requirements.decision_needs(case),
        5: requirements.review_needs(case),
        6: notice_needs(notice, day),
        7: appointment_needs(case),
    }
    return [
        StepShown(number, name, _state(case, number), tuple(needs[number]))
        for number, name in enumerate(STEPS, 1)
    ]


def _state(case: Case, number: int) -> str:
    if number < case.step or case.state == "已任职":
        return "已办"
    return "正在办" if number == case.step else "未到"


def notice_needs(notice: PublicNotice | None, day: date) -> list[Need]:
    """第六步, as the shape of public notices tells it."""
    now: Standing | None = standing(notice, day) if notice else None
    published = notice.published_on if notice else None
    ended = str(notice.last_day) if notice and now and now.over else ""
    answered = "没有反映" if notice and not notice.objections.exists() else "都已答复"
    settled = answered if now and now.over and not now.open and not now.barred else ""
    return [
        Need(
            "公示发布", str(published or ""), "审核以后发布", "请拟写、审核、发布公示。", "04-6", "办公室主任"
        ),
        Need("公示期满", ended, "五个工作日期满", "请等公示期满。", "04-6", "办公室主任"),
        Need(
            "反映处理",
            settled,
            "公示期里的反映都已核查、答复",
            "请核查并答复。",
            "04-6",
            "办公室主任或者纪检组长",
        ),
    ]


def appointment_needs(case: Case) -> list[Need]:
    """第七步."""
    made = getattr(case, "appointment", None)
    said = f"{made.document}，{made.effective_on}起任职" if made else ""
    return [
        Need(
            "任职手续", said, "任职文件、任职谈话，职务从任职日期起变动", "请办理任职。", "04-7", "办公室主任"
        )
    ]


def sheet_of(recommendation: Recommendation) -> Sheet:
    ballots = tuple(recommendation.ballots.all())
    classes = tuple(one.voter_class for one in ballots)
    votes: dict[str, dict[str, int]] = {}
    for one in recommendation.counts.select_related("person"):
        votes.setdefault(one.person.name, {})[one.voter_class] = one.votes
    tallies = [Tally(name, tuple(got.get(each, 0) for each in classes)) for name, got in votes.items()]
    return Sheet(
        recommendation, tuple(dict(CLASSES)[each] for each in classes), ballots,
        tuple(sorted(tallies, key=lambda one: -one.total)),
    )  # fmt: skip


def clauses_of(case: Case, day: date) -> list[Clause]:
    book = LAW.edition(day)
    return [book.clauses[one] for one in OF_STEP[case.step]]
