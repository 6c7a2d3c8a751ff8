"""The law machine over HTTP: public, read-only, without a database."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpResponse
from django.utils import timezone
from ninja import Field, Path, Router, Schema
from pydantic import WithJsonSchema

from zhixing.api.callers import ApiRequest, anyone
from zhixing.api.problems import of_refusal
from zhixing.api.schemas import Day, In, answers
from zhixing.law.decide import decide, questions
from zhixing.law.refusal import Refusal
from zhixing.law.regulation import NoEdition
from zhixing.law.ruling import Ruling
from zhixing.law.written import written
from zhixing.regulations import shelf

router = Router(tags=["制度问答"])

# A number keeps the form in which it was written: 0.5 comes in as text.
FACT = {
    "anyOf": [{"type": kind} for kind in ("string", "boolean", "number", "null")]
    + [{"type": "array", "items": {"type": "string"}}]
}
Given = Annotated[str | bool | int | list[str] | None, WithJsonSchema(FACT)]
Number = Annotated[str, Path(title="制度编号", description="如 02", max_length=10)]
Question = Annotated[str, Path(title="问题", description="如 请假审批", max_length=40)]


class Asked(In):
    """所问的情况，用制度的名称；按哪一天施行的版本，不写就是今天"""

    facts: dict[str, Given] = Field(default_factory=dict, title="事实", max_length=50)
    on: Day | None = Field(None, title="日期")


class Because(Schema):
    """依据的条款"""

    clause: str = Field(title="条款")
    cite: str = Field(title="出处")
    text: str = Field(title="内容")


class Used(Schema):
    """用到的数值"""

    name: str = Field(title="名称")
    value: str = Field(title="数值")
    unit: str = Field(title="单位")
    since: date = Field(title="从哪天起")
    clause: str = Field(title="条款")


class Reading(Schema):
    """推定"""

    id: str = Field(title="编号")
    text: str = Field(title="内容")
    clause: str = Field(title="条款")


class Failed(Schema):
    """最先不合的一列"""

    column: str = Field(title="列")
    required: str = Field(title="要求")
    given: str = Field(title="现为")


class Other(Schema):
    """不适用的一行"""

    clause: str = Field(title="条款")
    row: str = Field(title="行")
    failed: Failed = Field(title="为何不适用")


class Answer(Schema):
    """答复：结论、依据、所用数值、推定，以及其他各行为何不适用"""

    regulation: str = Field(title="制度编号")
    question: str = Field(title="问题")
    edition: date = Field(title="版本")
    on: date = Field(title="日期")
    facts: dict[str, str | list[str]] = Field(title="事实")
    outcome: dict[str, str | list[str]] = Field(title="结论")
    because: list[Because] = Field(title="依据")
    values: list[Used] = Field(title="数值")
    readings: list[Reading] = Field(title="推定")
    others: list[Other] = Field(title="其他各行")


@router.post(
    "/decide/{number}/{question}",
    response=answers(Answer, 401, 404, 413, 422),
    auth=anyone,
    summary="按制度作答",
    description="公开，只读，不留记录。事实有误时一次列出全部。",
)
def ask(
    request: ApiRequest,
    number: Number,
    question: Question,
    asked: Asked,
) -> HttpResponse | dict[str, Any]:
    on = asked.on or timezone.localdate(request.at)
    try:
        return ruling(number, question, asked, on).as_json()
    except Refusal as refusal:
        return of_refusal(refusal, 422 if is_asked(number, question, on) else 404)


def ruling(number: str, question: str, asked: Asked, on: date) -> Ruling:
    return decide(shelf.by_number(number), question, written(asked.facts), on=on)


def is_asked(number: str, question: str, on: date) -> bool:
    """Whether there is such a question, so that only the facts can be wrong."""
    try:
        return question in questions(shelf.by_number(number), on=on)
    except NoEdition:
        return True
    except Refusal:
        return False
