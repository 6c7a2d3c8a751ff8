"""Totals of a recommendation as they are typed, and what in them does not add up (04-2a, B4-08)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from zhixing.law.refusal import Finding
from zhixing.organ.models import Person
from zhixing.organ.who import service_on
from zhixing.regulations.appointments.models import CLASSES

CLAUSE = "04-2a"
NAMES = dict(CLASSES)


@dataclass(frozen=True, slots=True)
class Ballots:
    """Of one class of voters, whole numbers; in talks nothing is handed out, so that all of it is `present`."""

    voter_class: str
    due: int
    present: int
    handed_out: int
    returned: int
    valid: int


@dataclass(frozen=True, slots=True)
class Votes:
    """How many of one class named this person."""

    person: Person
    voter_class: str
    number: int


def faults(
    ballots: Sequence[Ballots], votes: Sequence[Votes], *, organ: str, day: date, least: int
) -> list[Finding]:
    """Everything that does not add up; empty when the sheet is right. One ballot names one person at most."""
    return [*_of_ballots(ballots, least), *_of_people(votes, organ, day), *_of_votes(ballots, votes)]


def _of_ballots(ballots: Sequence[Ballots], least: int) -> Iterator[Finding]:
    if not ballots:
        yield _finding("票数", "没有填写", "至少一种身份的票数", "请按身份填写票数。")
    times = Counter(one.voter_class for one in ballots)
    for name in (name for name, number in times.items() if number > 1 or name not in NAMES):
        yield _finding("身份", name, "班子、中层、一般各一行", "每种身份只填一行。")
    for one in ballots:
        rows = (
            ("应参加", one.due),
            ("实参加", one.present),
            ("发出", one.handed_out),
            ("收回", one.returned),
            ("有效", one.valid),
        )
        for (above, most), (below, number) in pairwise(rows):
            if number > most:
                shown = f"{_name(one.voter_class)}{below}{number}，{above}{most}"
                yield _finding("票数", shown, f"{below}不多于{above}", "请重新清点。")
        if 0 < one.valid < least:
            yield _finding(
                "身份", f"{_name(one.voter_class)}只有{one.valid}张有效票", f"一种身份至少{least}张有效票",
                "分开统计会看出谁投了谁，请并到别的身份里统计。",
            )  # fmt: skip


def _of_people(votes: Sequence[Votes], organ: str, day: date) -> Iterator[Finding]:
    if not any(one.number for one in votes):
        yield _finding("得票", "没有填写", "至少一名被推荐人的得票", "请填写得票。")
    for person in {one.person for one in votes}:
        if person.organ_id != organ or service_on(person, day) is None:
            yield _finding("被推荐人", person.name, "当天在职的本单位人员", "请核对被推荐人。")
    twice = Counter((one.person.name, one.voter_class) for one in votes)
    for (name, voter_class), number in twice.items():
        if number > 1:
            yield _finding(
                "得票", f"{name}的{_name(voter_class)}票填了{number}次", "每人每种身份填一次", "请合并。"
            )


def _of_votes(ballots: Sequence[Ballots], votes: Sequence[Votes]) -> Iterator[Finding]:
    valid = {one.voter_class: one.valid for one in ballots}
    for voter_class in dict.fromkeys(one.voter_class for one in votes):
        cast = sum(one.number for one in votes if one.voter_class == voter_class)
        if cast > valid.get(voter_class, 0):
            shown = f"{_name(voter_class)}合计得票{cast}，有效票{valid.get(voter_class, 0)}"
            yield _finding("得票", shown, "得票合计不多于有效票", "每张票推荐一人，请重新计票。")


def _name(voter_class: str) -> str:
    return NAMES.get(voter_class, voter_class)


def _finding(fact: str, found: str, expected: str, mend: str) -> Finding:
    return Finding(fact, found, expected, mend, clause=CLAUSE)
