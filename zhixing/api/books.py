"""The law book: which regulations there are, what their clauses say, and what may be asked of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from django.http import HttpResponse
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from zhixing.api.callers import BOTH, ApiRequest
from zhixing.api.decide import Number
from zhixing.api.problems import of_refusal
from zhixing.api.schemas import Day, private
from zhixing.law.facts import Fact
from zhixing.law.refusal import Refusal
from zhixing.law.regulation import NoEdition, Regulation, edition_files
from zhixing.law.standing import Standing, standing_on
from zhixing.regulations import shelf

router = Router(tags=["制度库"], auth=BOTH)
On = Annotated[Day | None, Query(title="日期", description="按哪一天施行的版本，不写就是今天")]


class BookLine(Schema):
    """一部制度"""

    number: str = Field(title="编号")
    key: str = Field(title="代号")
    title: str = Field(title="名称")
    editions: list[date] = Field(title="各版本施行日期")


class BookList(Schema):
    """制度目录"""

    items: list[BookLine] = Field(title="制度")


class ClauseOut(Schema):
    """条款"""

    id: str = Field(title="条款")
    cite: str = Field(title="出处")
    text: str = Field(title="内容")
    words_only: bool = Field(title="只作宣示")


class ParameterOut(Schema):
    """数值"""

    name: str = Field(title="名称")
    value: str = Field(title="数值")
    unit: str = Field(title="单位")
    meaning: str = Field(title="含义")
    clause: str = Field(title="条款")


class FactOut(Schema):
    """提问时要说明的一项"""

    name: str = Field(title="名称")
    expected: str = Field(title="怎样填写")
    required: bool = Field(title="必填")


class QuestionOut(Schema):
    """可以问的问题"""

    name: str = Field(title="问题")
    facts: list[FactOut] = Field(title="事实")


class BookOut(BookLine):
    """一部制度的一个版本"""

    document_number: str = Field(title="文号")
    in_force: date = Field(title="施行日期")
    clauses: list[ClauseOut] = Field(title="条款")
    parameters: list[ParameterOut] = Field(title="数值")
    questions: list[QuestionOut] = Field(title="问题")


@router.get("/regulations", response=private(BookList), summary="制度目录")
def regulations(request: ApiRequest) -> dict[str, Any]:  # noqa: ARG001 -- ninja hands it over
    return {"items": [line(book) for book in shelf.all()]}


@router.get("/regulations/{number}", response=private(BookOut, 404, 422), summary="一部制度的全部条款")
def regulation(
    request: ApiRequest,
    number: Number,
    on: On = None,
) -> HttpResponse | dict[str, Any]:
    try:
        standing = standing_on(shelf.by_number(number), on or timezone.localdate(request.at))
    except NoEdition:
        raise
    except Refusal as refusal:
        return of_refusal(refusal, 404)
    return {**line(standing.regulation), **edition(standing)}


def line(book: Regulation) -> dict[str, Any]:
    return {
        "number": book.number,
        "key": book.key,
        "title": book.title,
        "editions": list(edition_files(book)),
    }


def edition(standing: Standing) -> dict[str, Any]:
    held = standing.edition
    return {
        "document_number": held.document_number,
        "in_force": held.in_force,
        "clauses": [
            {"id": each.id, "cite": each.cite, "text": each.text, "words_only": each.words_only}
            for each in held.clauses.values()
        ],
        "parameters": [
            {
                "name": each.name,
                "value": each.text,
                "unit": each.unit,
                "meaning": each.meaning,
                "clause": each.clause,
            }
            for each in held.parameters.values()
        ],
        "questions": [
            {"name": name, "facts": facts(standing.facts_of(name).values())} for name in standing.questions
        ],
    }


def facts(declared: Iterable[Fact]) -> list[dict[str, Any]]:
    return [
        {"name": fact.name, "expected": fact.domain.expected, "required": fact.default is None}
        for fact in declared
    ]
