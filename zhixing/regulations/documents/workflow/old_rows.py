"""Old registers of documents as Excel or CSV has them: which columns, and what a cell may say."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from zhixing.office.papers.table import Wanted
from zhixing.regulations.documents.facts import TYPES
from zhixing.regulations.documents.models.received import OTHER_TYPE, SERIES, URGENCIES

NUMBER = re.compile(
    r"(?P<series>[^〔〕\[\]()（）\d]{1,20})[〔\[(（](?P<year>\d{4})[〕\])）](?P<number>\d{1,6})号?"
)
CLASSES = {word: word for word, _ in SERIES}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number of a register: 收〔2024〕12号."""

    series: str
    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.series}〔{self.year}〕{self.number}号"


def number_of(text: str) -> Numbered:
    found = NUMBER.fullmatch(text.strip())
    if found is None or int(found["number"]) < 1:
        raise ValueError("编号，如收〔2024〕12号")
    return Numbered(found["series"], int(found["year"]), int(found["number"]))


def of_class(text: str) -> Numbered:
    number = number_of(text)
    if number.series not in CLASSES:
        raise ValueError(f"以{'、'.join(CLASSES)}开头的编号")
    return number


def day_of(text: str) -> date:
    try:
        return date.fromisoformat(text.replace("/", "-").replace(".", "-")[:10])
    except ValueError as unreadable:
        raise ValueError("日期，如2024-03-05") from unreadable


def at_most(length: int) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if len(text) > length:
            raise ValueError(f"不超过{length}个字")
        return text

    return parse


def one_of(words: Collection[str]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in words:
            raise ValueError("、".join(words))
        return text

    return parse


def copies_of(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= MOST_COPIES:
        raise ValueError(f"1到{MOST_COPIES}的整数")
    return int(text)


MOST_COPIES = 999
KINDS = (*TYPES, OTHER_TYPE)
RECEIVED = (
    Wanted("收文号", of_class), Wanted("收文日期", day_of), Wanted("来文单位", at_most(100)),
    Wanted("来文字号", at_most(60), required=False), Wanted("标题", at_most(300), also=("文件标题",)),
    Wanted("文种", one_of(KINDS), required=False), Wanted("紧急程度", one_of([word for word, _ in URGENCIES]), required=False),
    Wanted("份数", copies_of, required=False), Wanted("办理结果", at_most(1000), required=False),
    Wanted("办结日期", day_of, required=False), Wanted("备注", at_most(300), required=False),
)  # fmt: skip
ISSUED = (
    Wanted("发文字号", number_of), Wanted("成文日期", day_of), Wanted("标题", at_most(300), also=("文件标题",)),
    Wanted("文种", one_of(TYPES)), Wanted("主送", at_most(500), required=False), Wanted("份数", copies_of, required=False),
    Wanted("签发人", at_most(100)), Wanted("拟稿科室", at_most(40), required=False),
)  # fmt: skip
