"""The law machine over HTTP: public, read-only, without a database."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema

from zhixing.api.problems import of_refusal, problem
from zhixing.api.rate import Limited
from zhixing.api.schemas import Problem
from zhixing.law.decide import decide
from zhixing.law.faults import EditionFault, EditionFaults
from zhixing.law.refusal import Refusal
from zhixing.law.written import written
from zhixing.regulations import shelf

router = Router(tags=["制度问答"])


class Asked(Schema):
    """What is known of the case, under the names of the regulation, and the day it is asked for."""

    facts: dict[str, Any] = {}
    on: date | None = None


class Because(Schema):
    clause: str
    cite: str
    text: str


class Used(Schema):
    name: str
    value: str
    unit: str
    since: date
    clause: str


class Reading(Schema):
    id: str
    text: str
    clause: str


class Failed(Schema):
    column: str
    required: str
    given: str


class Other(Schema):
    clause: str
    row: str
    failed: Failed


class Answer(Schema):
    regulation: str
    question: str
    edition: date
    on: date
    facts: dict[str, Any]
    outcome: dict[str, Any]
    because: list[Because]
    values: list[Used]
    readings: list[Reading]
    others: list[Other]


@router.post(
    "/{number}/{question}",
    response={200: Answer, 400: Problem, 404: Problem, 422: Problem, 429: Problem, 500: Problem},
    auth=None,
    throttle=[Limited("60/m")],
    summary="按制度作答：结论、依据、所用数值，以及其他各条为何不适用",
)
def ask(request: HttpRequest, number: str, question: str, asked: Asked) -> HttpResponse | dict[str, Any]:  # noqa: ARG001 -- ninja hands it over
    try:
        regulation = shelf.by_number(number)
        ruling = decide(regulation, question, written(asked.facts), on=asked.on or timezone.localdate())
    except Refusal as refusal:
        return of_refusal(refusal)
    except (EditionFault, EditionFaults) as fault:
        return problem(500, str(fault))
    return ruling.as_json()
