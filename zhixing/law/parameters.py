"""A parameter's type follows from its unit and its form; an organ may set its own value."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from zhixing.law.document import Parameter
from zhixing.law.facts import Domain
from zhixing.law.values import (
    MINUTES,
    Fraction,
    Value,
    parse_date,
    parse_days,
    parse_duration,
    parse_fraction,
    parse_money,
    plain,
)

DECIMAL = re.compile(r"\d{1,15}(\.\d{1,6})?", re.ASCII)
CLOCK = re.compile(r"\d{1,6}:\d\d", re.ASCII)
SHARE = re.compile(r"\d+/\d+|\d+%", re.ASCII)
ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class Override:
    """An organ's own value of a parameter: text as written, since when, on what basis."""

    text: str
    since: date
    basis: str = ""


Overrides = Mapping[str, Override]


def typed(text: str, unit: str) -> Value:
    """元 -> fen, 天 -> half-days, 小时 or 2:00 -> minutes, 2/3 or 80% -> fraction, 2018-02-01 -> date,
    whole number -> int, other number (21.75) -> exact fraction, anything else -> text.

    Raises ValueError for a number that its unit cannot hold.
    """
    text = plain(text)
    if SHARE.fullmatch(text):
        return parse_fraction(text)
    if ISO_DATE.fullmatch(text):
        return parse_date(text)
    if CLOCK.fullmatch(text):
        return parse_duration(text)
    return _number(text, unit) if DECIMAL.fullmatch(text) else text


def _number(text: str, unit: str) -> Value:
    if unit.startswith("元"):
        return parse_money(text)
    exact = Fraction(text)
    if unit == "小时" and (exact * MINUTES).denominator == 1:
        return parse_duration(text)
    if unit == "天" and (exact * 2).denominator == 1:
        return parse_days(text)
    return exact.numerator if exact.denominator == 1 else exact


def in_domain(parameter: Parameter, domain: Domain) -> Value:
    """A parameter read for a column: 2（天） in a column of days is four half-days, in a count it is two."""
    return domain.read(parameter.text)


def overridden(parameters: Mapping[str, Parameter], overrides: Overrides) -> dict[str, Parameter]:
    """The edition's parameters with the organ's own values; ValueError for an unknown name or bad value."""
    unknown = overrides.keys() - parameters.keys()
    if unknown:
        raise ValueError(f"没有名为{'、'.join(sorted(unknown))}的参数")
    return {
        name: replace(own, text=overrides[name].text, value=typed(overrides[name].text, own.unit))
        if name in overrides
        else own
        for name, own in parameters.items()
    }
