"""Working days: how many between two days, and which is the Nth after a day."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from ninja import Field, Query, Router, Schema

from zhixing.api.callers import ApiRequest, anyone, known
from zhixing.api.schemas import Day, answers
from zhixing.law.calendar import FARTHEST, WorkCalendar
from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.days import calendar_of

router = Router(tags=["工作日"])
PUBLIC = "公开；带令牌的，按本单位更正过的日历计算。年度安排还没有公布的，estimated 为 true（暂估）。"


class Count(Schema):
    """工作日数"""

    value: int = Field(title="工作日数")
    estimated: bool = Field(title="暂估")


class Due(Schema):
    """到期日"""

    value: date = Field(title="日期")
    estimated: bool = Field(title="暂估")


@router.get(
    "/days",
    response=answers(Count, 401, 422),
    auth=anyone,
    summary="两天之间有几个工作日",
    description=f"两头都算。{PUBLIC}",
)
def days(
    request: ApiRequest,
    first: Annotated[Day, Query(title="起日")],
    last: Annotated[Day, Query(title="止日")],
) -> dict[str, Any]:
    if (last - first).days > FARTHEST:
        found, expected = f"{first}至{last}", f"相隔不超过{FARTHEST}天"
        raise Refusal("起止相隔太远，没有计算。", [Finding("起止日期", found, expected, "请缩短后再算。")])
    counted = calendar(request).working_days(first, last)
    return {"value": counted.value, "estimated": counted.estimated}


@router.get(
    "/due",
    response=answers(Due, 401, 422),
    auth=anyone,
    summary="某天以后第几个工作日是哪天",
    description=f"起日当天不算。{PUBLIC}",
)
def due(
    request: ApiRequest,
    start: Annotated[Day, Query(title="起日")],
    n: Annotated[int, Query(title="第几个工作日", ge=0, le=FARTHEST)],
) -> dict[str, Any]:
    found = calendar(request).due(start, n)
    return {"value": found.day, "estimated": found.estimated}


def calendar(request: ApiRequest) -> WorkCalendar:
    caller = known(request)
    return calendar_of(caller.viewer.organ) if caller else WorkCalendar()
