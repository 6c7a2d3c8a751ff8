"""A parameter's type follows from its unit and its form; an organ may set its own value."""

import re
from collections.abc import Callable, Mapping
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
Complain = Callable[[int, str, str], None]  # line, found, expected


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


def typed_like(edition: Parameter, text: str) -> Value:
    """An own value in the type of the edition's: 22（天） in the place of 21.75 is no count of half-days."""
    text = plain(text)
    if isinstance(edition.value, Fraction) and DECIMAL.fullmatch(text):
        return Fraction(text)
    return typed(text, edition.unit)


def in_domain(parameter: Parameter, domain: Domain) -> Value:
    """A parameter read for a column: 2（天） in a column of days is four half-days, in a count it is two."""
    return domain.read(parameter.text)


def overridden(
    parameters: Mapping[str, Parameter], overrides: Overrides, complain: Complain
) -> dict[str, Parameter]:
    """The edition's parameters with the organ's own values; what does not fit goes to `complain`."""
    for name in overrides.keys() - parameters.keys():
        complain(1, f"本机关自定的参数 {name}", "版本里有的参数")
    return {name: _own(own, overrides.get(name), complain) for name, own in parameters.items()}


def _own(edition: Parameter, override: Override | None, complain: Complain) -> Parameter:
    if override is None:
        return edition
    try:
        value = typed_like(edition, override.text)
    except ValueError as wrong:
        complain(edition.line, f"本机关自定的 {edition.name} 的值“{override.text}”", str(wrong))
        return edition
    # what the organ has settled on a basis of its own is no reading any more
    return replace(edition, text=override.text, value=value, reading=None)
