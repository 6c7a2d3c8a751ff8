"""Reads what was typed on the command line, collecting every fault."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone

from zhixing.law.refusal import Finding, Findings
from zhixing.law.values import parse_date, parse_number

SHANGHAI = timezone(timedelta(hours=8))  # no summer time since 1992; needs no time zone database


def today() -> date:
    return datetime.now(SHANGHAI).date()


def read_day(name: str, text: str, findings: Findings) -> date:
    """A date; what cannot be read is a finding and counts as today, so that other checks go on."""
    try:
        return parse_date(text)
    except ValueError as wrong:
        findings.add(Finding(name, text or "空", str(wrong), f"改写{name}"))
        return today()


def read_number(name: str, text: str, findings: Findings) -> int:
    try:
        return parse_number(text)
    except ValueError as wrong:
        findings.add(Finding(name, text or "空", str(wrong), f"改写{name}"))
        return 0


def read_facts(pairs: Iterable[str], findings: Findings) -> dict[str, str]:
    """名称=值 pairs; a pair without = and a name given twice are findings."""
    facts: dict[str, str] = {}
    for pair in pairs:
        name, sign, value = pair.replace("＝", "=", 1).partition("=")
        name = name.strip()
        if not sign or not name:
            findings.add(Finding(name or "事实", pair or "空", "名称=值，如 天数=2", "按“名称=值”改写"))
        elif name in facts:
            findings.add(Finding(name, f"{facts[name]}、{value.strip()}", "只写一次", f"{name}只留一个值"))
        else:
            facts[name] = value.strip()
    return facts
