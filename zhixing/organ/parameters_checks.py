"""What is wrong with a value that an organ would set: all of it at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from zhixing.law.document import Edition, Parameter
from zhixing.law.faults import EditionFaults
from zhixing.law.parameters import Override, Overrides, typed_like
from zhixing.law.refusal import Finding
from zhixing.law.regulation import Regulation, edition_on
from zhixing.law.standing import standing_on
from zhixing.law.values import plain
from zhixing.law.verify_tables import check_tables

# How much of a unit there can be at all, whatever a regulation says: a day has 24 hours, a year 366 days.
MOST = {
    "天": "366", "日": "366", "个工作日": "262", "月": "12", "年": "60", "小时": "24:00", "分": "1440",
    "比例": "1/1",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """A value somebody would set: which number of which regulation, as written, from which day."""

    regulation: Regulation
    name: str
    text: str
    since: date

    @property
    def edition(self) -> Edition:
        return edition_on(self.regulation, self.since)

    @property
    def parameter(self) -> Parameter | None:
        return self.edition.parameters.get(self.name)

    def over(self, own: Overrides) -> dict[str, Override]:
        """All own values of the day with this one among them."""
        return {**own, self.name: Override(plain(self.text), self.since)}


def faults_of(wanted: Wanted, own: Overrides) -> list[Finding]:
    """Whether the edition leaves the number to the organ, and whether the value fits unit, range and tables."""
    parameter = wanted.parameter
    if parameter is None:
        return [Finding("参数", wanted.name, f"《{wanted.edition.title}》里有的参数", "请从制度数值中选择。")]
    if not parameter.left_to_organ:
        return [_finding(wanted, parameter, "原文写明的数值", "原文没有写明、留给本机关定的数值", BY_EDITION)]
    misfit = list(_misfit(wanted, parameter)) or list(_same(wanted, parameter, own))
    return misfit or list(_breaks(wanted, parameter, own))


BY_EDITION = "原文写明的数值，请修订制度、换用新版本。"


def _misfit(wanted: Wanted, parameter: Parameter) -> Iterator[Finding]:
    """Of the same sort as the edition's value, and no more than there can be of its unit."""
    unit = parameter.unit
    try:
        value = typed_like(parameter, wanted.text)
    except ValueError as wrong:
        yield _finding(wanted, parameter, wanted.text or "没有填写", str(wrong), "请改正数值。")
        return
    numeric = isinstance(parameter.value, int | Fraction)
    if isinstance(value, bool) or not isinstance(value, int | Fraction) or not numeric:
        expected = f"和现在的{parameter.text}{unit}同样写法"
        yield _finding(wanted, parameter, wanted.text or "没有填写", expected, "请改正数值。")
        return
    if isinstance(value, Fraction) and isinstance(parameter.value, int):
        yield _finding(wanted, parameter, f"{wanted.text}{unit}", "整数", "请改正数值。")
    most = MOST.get(unit)
    if most is not None and value > _number(most, parameter):
        yield _finding(wanted, parameter, f"{wanted.text}{unit}", f"不超过{most}{unit}", "请改正数值。")
    if value == 0 and parameter.value != 0:
        yield _finding(wanted, parameter, f"{wanted.text}{unit}", "大于0", "请改正数值。")


def _same(wanted: Wanted, parameter: Parameter, own: Overrides) -> Iterator[Finding]:
    now = own[wanted.name].text if wanted.name in own else parameter.text
    if typed_like(parameter, wanted.text) == typed_like(parameter, now):
        found, expected = f"{wanted.text}{parameter.unit}", f"不同于现在的{now}{parameter.unit}"
        yield _finding(wanted, parameter, found, expected, "没有变化，不用提请。")


def _number(text: str, parameter: Parameter) -> int | Fraction:
    value = typed_like(parameter, text)
    assert isinstance(value, int | Fraction)
    return value


def _breaks(wanted: Wanted, parameter: Parameter, own: Overrides) -> Iterator[Finding]:
    """With this value every table can be read, and no case falls between two rows or under both."""
    shown = f"{wanted.text}{parameter.unit}"
    try:
        standing = standing_on(wanted.regulation, wanted.since, wanted.over(own))
    except EditionFaults as broken:
        for fault in broken.faults:
            yield _finding(wanted, parameter, shown, fault.expected, "请改正数值。")
        return
    before = {str(found) for found in check_tables(standing_on(wanted.regulation, wanted.since, own))}
    for found in check_tables(standing):
        if found.failing and str(found) not in before:
            expected = "每一种情形都有一行、而且只有一行管到"
            yield _finding(wanted, parameter, f"{shown}：{found.text}", expected, "请改正数值。")


def _finding(wanted: Wanted, parameter: Parameter, found: str, expected: str, mend: str) -> Finding:
    clause = wanted.edition.clauses[parameter.clause]
    cite = f"《{wanted.edition.title}》{clause.cite}"
    return Finding(parameter.name, found, expected, mend, clause.id, cite)
