"""下一个号: numbers follow one another within a series and a year; a void number stays taken (09-2.4)."""

from collections.abc import Mapping

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.values import Value


def following(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    ask.cite("09-2.4")
    return {"编为": facts["已编到"] + 1}


def shown(series: str, year: int, number: int) -> str:
    """温鹿经信〔2026〕5号: no 第, no filling noughts (GB/T 9704-2012, domain N6)."""
    return f"{series}〔{year}〕{number}号"
