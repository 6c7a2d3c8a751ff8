"""作息时间：the hours of the district government, entered by the office from-to (02-1.1a)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import words
from zhixing.organ.authority import office_only
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import Schedule
from zhixing.regulations.attendance.models.schedule import SEASONS

CLAUSE = "02-1.1a"


@dataclass(frozen=True, slots=True)
class DayHours:
    """The four times of a working day."""

    morning_from: time
    morning_to: time
    afternoon_from: time
    afternoon_to: time

    @property
    def in_order(self) -> bool:
        return self.morning_from < self.morning_to <= self.afternoon_from < self.afternoon_to

    def shown(self) -> str:
        return (
            f"上午{self.morning_from:%H:%M}至{self.morning_to:%H:%M}，"
            f"下午{self.afternoon_from:%H:%M}至{self.afternoon_to:%H:%M}"
        )


@once
def set_schedule(
    *, actor: Person, season: str, hours: DayHours, since: date, until: date | None, basis: str,
    at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """Hours of a stretch of days; where two stretches cover a day, the one that began later counts."""
    office_only(actor, today(at), clause=CLAUSE)
    findings = _findings(actor, season, hours, since, until, basis)
    if findings:
        raise Refusal("作息时间没有录入。", findings)
    row = Schedule.objects.create(
        organ_id=actor.organ_id, season=season, morning_from=hours.morning_from, morning_to=hours.morning_to,
        afternoon_from=hours.afternoon_from, afternoon_to=hours.afternoon_to, since=since, until=until,
        basis=basis.strip(),
    )  # fmt: skip
    payload = {
        "时令": season,
        "作息": hours.shown(),
        "起": str(since),
        "止": str(until or ""),
        "依据": row.basis,
    }
    return enter(
        actor=actor,
        action="录入作息时间",
        kind="作息时间",
        record=row,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
    )


def _findings(
    actor: Person, season: str, hours: DayHours, since: date, until: date | None, basis: str
) -> list[Finding]:
    found: list[Finding] = []
    words(found, basis, fact="依据", clause=CLAUSE)
    seasons = [value for value, _ in SEASONS]
    if season not in seasons:
        found.append(Finding("时令", season, "、".join(seasons), "请选时令。", clause=CLAUSE))
    if not hours.in_order:
        found.append(Finding("作息", hours.shown(), "四个时间依次往后", "请核对上下班时间。", clause=CLAUSE))
    if until is not None and until < since:
        found.append(Finding("止", str(until), f"不早于{since}", "请把起止日对调。", clause=CLAUSE))
    if Schedule.objects.filter(organ_id=actor.organ_id, since=since).exists():
        found.append(Finding("起", f"{since}已有一段作息", "不同的起日", "请换一个起日。", clause=CLAUSE))
    return found
