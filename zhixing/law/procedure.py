"""The steps of a procedure for one case: who, what, what is needed, until when. No storage."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zhixing.law.calendar import DueDay, WorkCalendar
from zhixing.law.document import Edition, Parameter, Step
from zhixing.law.labels import Label
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.ruling import Ruling

FROM_RULING = re.compile(r"〔(?P<question>[^〔〕]+)〕")
NUMBERED = re.compile(r"(?P<event>.*?)(?:后|起)?(?P<n>\d+)个?(?P<unit>工作日|自然日|日|天)(?:内|前)?")
WORDED = re.compile(r"(?P<event>.*?)(?P<word>事前|当日|次日)")


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step to be done; `limit` is as written, parameters filled in; `label` is 分管局长审批 and the like."""

    name: str
    post: str
    act: str
    needs: str
    limit: str
    clause: str
    cite: str
    label: str


class Span(StrEnum):
    """How a time limit counts from its event."""

    BEFORE = "事前"
    NATURAL = "日"
    WORKING = "个工作日"


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit: `n` days of a kind after `event` ("" for the step's arrival); 当日 is 0, 次日 is 1."""

    event: str
    span: Span
    n: int = 0


def plan(edition: Edition, procedure: str, rulings: Mapping[str, Ruling]) -> tuple[PlannedStep, ...]:
    """The steps in order; 〔X〕 is replaced by the labels of `rulings[X]`, one step each.

    A step that says again what a ruling's label already said is left out, so that filing is not written
    twice.
    Raises Refusal for a procedure the edition does not have, KeyError for a ruling that was not handed in.
    """
    if procedure not in edition.procedures:
        raise _unknown(edition, procedure)
    steps = edition.procedures[procedure].steps
    said = {str(label) for ruling in rulings.values() for label in labels_of(ruling)}
    kept = (step for step in steps if f"{step.who}{step.act}" not in said)
    return tuple(planned for step in kept for planned in _steps(edition, step, rulings))


def _steps(edition: Edition, step: Step, rulings: Mapping[str, Ruling]) -> Iterator[PlannedStep]:
    limit = filled(step.limit, edition.parameters)
    found = FROM_RULING.fullmatch(step.who)
    if found is None:
        said = f"{step.who}{step.act.split('、')[0]}"
        yield PlannedStep(step.name, step.who, step.act, step.needs, limit, step.clause, step.cite, said)
        return
    ruling = rulings[found["question"]]
    reason = ruling.because[0]
    for label in labels_of(ruling):
        clause, cite = reason.clause, reason.cite
        yield PlannedStep(step.name, label.post, label.act, step.needs, limit, clause, cite, str(label))


def labels_of(ruling: Ruling) -> tuple[Label, ...]:
    """Every approval label of a ruling, in order."""
    lists = (value for value in ruling.outcome.values() if isinstance(value, tuple))
    return tuple(label for labels in lists for label in labels if isinstance(label, Label))


def filled(limit: str, parameters: Mapping[str, Parameter]) -> str:
    """返岗后补办时限 -> 返岗后2个工作日; the longest name that fits is meant."""
    for name in sorted(parameters, key=len, reverse=True):
        if limit.endswith(name):
            own = parameters[name]
            return f"{limit.removesuffix(name)}{own.text}{own.unit}"
    return limit


def parse_limit(text: str) -> Limit | None:
    """事前, 当日, 次日, N日, N个工作日, each from a named event; None for no limit; ValueError otherwise."""
    if text in {"", "—"}:
        return None
    numbered, worded = NUMBERED.fullmatch(text), WORDED.fullmatch(text)
    if numbered:
        span = Span.WORKING if numbered["unit"] == "工作日" else Span.NATURAL
        return Limit(numbered["event"], span, int(numbered["n"]))
    if worded is None:
        raise ValueError("事前、当日、次日、N日或N个工作日，前面可以写从什么时候起")
    if worded["word"] == "事前":
        return Limit(worded["event"], Span.BEFORE)
    return Limit(worded["event"], Span.NATURAL, 0 if worded["word"] == "当日" else 1)


def due_by(limit: Limit, event: date, calendar: WorkCalendar) -> DueDay:
    """The last day of a limit whose event was on `event`, itself day 0 (domain 0.3(5)).

    次日 and natural days that end on a day off run to the next working day (民法典 203).
    """
    if limit.span is Span.WORKING:
        return calendar.due(event, limit.n)
    if limit.n == 0:
        return DueDay(event, estimated=False)
    return calendar.on_or_after(date.fromordinal(event.toordinal() + limit.n))


def _unknown(edition: Edition, procedure: str) -> Refusal:
    known = "、".join(edition.procedures) or "没有程序"
    return Refusal(
        f"《{edition.title}》没有“{procedure}”这个程序。",
        (Finding("程序", procedure, known, "请核对程序名称。", cite=f"《{edition.title}》"),),
    )
