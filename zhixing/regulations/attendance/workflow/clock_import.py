"""导入考勤机文件：preview with every bad row, all or nothing, a second import adds nothing (02-1.1a)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.authority import office_only
from zhixing.organ.entries import enter
from zhixing.organ.local_time import at_clock, today
from zhixing.organ.models import Organ, Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import ClockImport, SignIn
from zhixing.regulations.attendance.workflow.clock_read import ClockRow, read_clock_file
from zhixing.regulations.attendance.workflow.day_facts import DayFacts, load
from zhixing.regulations.attendance.workflow.day_view import half_at
from zhixing.regulations.attendance.workflow.span import MORNING

CLAUSE = "02-1.1a"
WHO = "办公室"


@dataclass(frozen=True, slots=True)
class ClockPunch:
    """A good row: whose, which half day, when."""

    line: int
    person: Person
    half: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Preview:
    """`new` become sign-ins; `known` lie on half days that have one, are later ones, or on days off."""

    name: str
    digest: str
    rows: int
    new: tuple[ClockPunch, ...]
    known: tuple[tuple[ClockPunch, str], ...]
    faults: tuple[Finding, ...]
    repeated: bool


def preview(organ: Organ, *, name: str, content: bytes, at: datetime) -> Preview:
    """What the file would do; nothing is stored. Raises Refusal where it cannot be read at all."""
    digest = hashlib.sha256(content).hexdigest()
    rows = read_clock_file(name, content)
    faults, told = _judge(organ, rows, at)
    new, known = _sort(organ, told)
    repeated = ClockImport.objects.filter(organ=organ, digest=digest).exists()
    return Preview(name, digest, len(rows), tuple(new), tuple(known), tuple(faults), repeated)


@once
def import_clock_file(*, actor: Person, name: str, content: bytes, at: datetime, key: str) -> Receipt:
    """Takes the whole file, or nothing: one bad row refuses all and every bad row is named."""
    office_only(actor, today(at), clause=CLAUSE)
    seen = preview(actor.organ, name=name, content=content, at=at)
    if seen.faults:
        raise Refusal(f"文件没有导入：{seen.rows}行里有{len(seen.faults)}处不对，整份都没有收。", seen.faults)
    kept, _ = ClockImport.objects.get_or_create(
        organ_id=actor.organ_id,
        digest=seen.digest,
        defaults={"name": name[-200:], "rows": seen.rows, "taken": len(seen.new), "by": actor, "at": at},
    )
    rows = [_sign_in(punch, kept, actor, at) for punch in seen.new]
    SignIn.objects.bulk_create(rows, batch_size=1000)
    payload = {
        "文件": name,
        "摘要": seen.digest,
        "行数": seen.rows,
        "新记": len(rows),
        "签到": _payload(seen.new),
    }
    return enter(
        actor=actor, action="导入考勤机文件", kind="考勤机文件", record=kept, payload=payload, at=at, key=key,
        rule=CLAUSE, touched=rows,
    )  # fmt: skip


def _payload(punches: Iterable[ClockPunch]) -> list[str]:
    return [f"{punch.person.number} {punch.at:%Y-%m-%d %H:%M:%S}" for punch in punches]


def _sign_in(punch: ClockPunch, kept: ClockImport, actor: Person, at: datetime) -> SignIn:
    return SignIn(
        organ_id=actor.organ_id, person=punch.person, day=punch.at.date(), half=punch.half,
        at=at_clock(punch.at.date(), punch.at.time()), source="考勤机", clock_import=kept, by=actor, recorded_at=at,
    )  # fmt: skip


def _judge(
    organ: Organ, rows: list[ClockRow], at: datetime
) -> tuple[list[Finding], list[tuple[ClockRow, Person, datetime]]]:
    people = list(Person.objects.filter(organ=organ))
    numbers = {person.number: person for person in people}
    names: dict[str, list[Person]] = {}
    for person in people:
        names.setdefault(person.name, []).append(person)
    faults: list[Finding] = []
    told: list[tuple[ClockRow, Person, datetime]] = []
    first_seen: dict[tuple[int, datetime], int] = {}
    for row in rows:
        whose, wrong = _whose(row, numbers, names)
        wrong += _when(row, at)
        if whose is not None and row.when is not None:
            wrong += _again(row, whose, row.when, first_seen)
        faults += wrong
        if not wrong and whose is not None and row.when is not None:
            told.append((row, whose, row.when))
    return faults, told


def _whose(
    row: ClockRow, numbers: dict[str, Person], names: dict[str, list[Person]]
) -> tuple[Person | None, list[Finding]]:
    if row.number:
        person = numbers.get(row.number)
        if person is None:
            return None, [
                _fault(row, "工号", row.number, "在册人员的工号", "请核对工号，或者先把人员录入名册。")
            ]
        if row.name and row.name != person.name:
            found = f"{row.number} {row.name}"
            return None, [_fault(row, "姓名", found, f"{row.number} {person.name}", "请核对工号和姓名。")]
        return person, []
    same = names.get(row.name, [])
    if len(same) == 1:
        return same[0], []
    mend = "有重名，请在文件里加上工号。" if same else "请核对姓名，或者先把人员录入名册。"
    return None, [_fault(row, "姓名", row.name or "空白", "在册人员的姓名", mend)]


def _when(row: ClockRow, at: datetime) -> list[Finding]:
    if row.when is None:
        return [
            _fault(row, "时间", row.raw or "空白", "日期和时间，如 2026-11-20 08:25:00", "请改正后再导入。")
        ]
    if at_clock(row.when.date(), row.when.time()) > at:
        return [_fault(row, "时间", row.raw, "不晚于现在", "还没有到的时间不能导入，请核对考勤机时钟。")]
    return []


def _again(
    row: ClockRow, person: Person, when: datetime, first_seen: dict[tuple[int, datetime], int]
) -> list[Finding]:
    earlier = first_seen.setdefault((person.pk, when), row.line)
    if earlier == row.line:
        return []
    return [
        _fault(row, "重复", f"{person.name} {row.raw}", f"和第{earlier}行不同的记录", "请删去重复的一行。")
    ]


def _fault(row: ClockRow, fact: str, found: str, expected: str, mend: str) -> Finding:
    return Finding(f"第{row.line}行{fact}", found, expected, mend, clause=CLAUSE, who=WHO)


def _sort(
    organ: Organ, told: list[tuple[ClockRow, Person, datetime]]
) -> tuple[list[ClockPunch], list[tuple[ClockPunch, str]]]:
    if not told:
        return [], []
    moments = [when.date() for _, _, when in told]
    people = list({person.pk: person for _, person, _ in told}.values())
    facts = load(organ, people, min(moments), max(moments) + timedelta(days=1))
    new: dict[tuple[int, object, str], ClockPunch] = {}
    known: list[tuple[ClockPunch, str]] = []
    for row, person, when in sorted(told, key=lambda one: one[2]):
        punch = ClockPunch(row.line, person, half_at(facts.hours(when.date(), MORNING), when.time()), when)
        why = _passed_over(facts, punch)
        place = (person.pk, when.date(), punch.half)
        if why or place in new:
            known.append((punch, why or "同一半天更早的一次已经算作签到"))
        else:
            new[place] = punch
    return list(new.values()), known


def _passed_over(facts: DayFacts, punch: ClockPunch) -> str:
    half = facts.half(punch.person.pk, punch.at.date(), punch.half)
    if half.punch is not None:
        return f"已有{half.punch.at:%H:%M:%S}的签到"
    if half.free:
        return f"当天{half.free}，不记签到"
    if punch.at.time() > facts.hours(punch.at.date(), punch.half).ends:
        return "下班以后的打卡，不算签到"
    return "" if half.on_staff else "当天不在册"
