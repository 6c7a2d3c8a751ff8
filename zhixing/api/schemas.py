"""Shapes that several endpoints share. Their titles are the words of the interface's description."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Annotated, Any

from django.utils import timezone
from ninja import Field, Schema
from pydantic import BeforeValidator, ConfigDict

from zhixing.journal.receipts import Receipt
from zhixing.organ.models import Person

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
LARGEST_ID = 2**63 - 1


def iso_only(value: object) -> object:
    """A day as 2026-10-10, never a number of seconds."""
    if isinstance(value, date) or (isinstance(value, str) and ISO_DAY.fullmatch(value)):
        return value
    raise ValueError("写成2026-10-10这样的日期")


Day = Annotated[date, BeforeValidator(iso_only)]
Id = Annotated[int, Field(strict=True, ge=1, le=LARGEST_ID)]
Flag = Annotated[bool, Field(strict=True)]


class In(Schema):
    """What a caller sends: nothing besides what is described."""

    model_config = ConfigDict(extra="forbid")


class FindingOut(Schema):
    """一处不合：事实、依据、下一步、谁能处理"""

    fact: str = Field(title="事实")
    found: str = Field(title="现在")
    expected: str = Field(title="应当")
    clause: str = Field("", title="条款")
    cite: str = Field("", title="出处")
    mend: str = Field(title="下一步")
    who: str = Field("", title="谁能处理")


class Problem(Schema):
    """拒绝：结论和全部不合之处，内容与页面、命令行相同"""

    type: str = Field(title="类别")
    title: str = Field(title="状态说明")
    status: int = Field(title="状态码")
    conclusion: str = Field(title="结论")
    findings: list[FindingOut] = Field(title="不合之处")


class ReceiptOut(Schema):
    """回执：证明这次办理已经记入日志"""

    organ: str = Field(title="机关")
    seq: int = Field(title="序号")
    hash: str = Field(title="摘要")
    at: str = Field(title="时间")
    alg: str = Field(title="算法")
    text: str = Field(title="回执号")


class PersonOut(Schema):
    """人员"""

    number: str = Field(title="工号")
    name: str = Field(title="姓名")


def receipt_out(receipt: Receipt) -> dict[str, Any]:
    return receipt.as_json()


def person_out(person: Person) -> dict[str, str]:
    return {"number": person.number, "name": person.name}


def local(at: datetime | None) -> datetime | None:
    """The organ's own time, to the second."""
    return timezone.localtime(at).replace(microsecond=0) if at else None


def answers(shape: Any, *refusals: int, status: int = 200) -> dict[int, Any]:
    """The declared answers of an endpoint: its own shape, and a problem for every refusal it knows."""
    return {status: shape, **dict.fromkeys((400, *refusals, 429, 500, 503), Problem)}


def private(shape: Any, *refusals: int, status: int = 200) -> dict[int, Any]:
    """As `answers`, for an endpoint that is not public."""
    return answers(shape, 401, 403, *refusals, status=status)


def listed(shape: Callable[[Any], Mapping[str, Any]], records: Iterable[Any]) -> list[Mapping[str, Any]]:
    return [shape(record) for record in records]
