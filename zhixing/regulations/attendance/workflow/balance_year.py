"""The year of the annual account: grant, carry-over, disqualification, opening balances (02-1.4)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Findings
from zhixing.law.values import show_days
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import BalanceMove
from zhixing.regulations.attendance.workflow.balance import earn, lock, take_out
from zhixing.regulations.attendance.workflow.balance_reading import Bucket, buckets
from zhixing.regulations.attendance.workflow.entitlement import (
    ACCOUNT,
    CLAUSE,
    grant_key,
    grants_of,
    year_end,
)
from zhixing.regulations.attendance.workflow.gate import not_of_office, other_organ, unwritten
from zhixing.regulations.attendance.workflow.statute import finding, own_of, value


def book_grants(person: Person, year: int, *, actor: Person | None, at: datetime) -> list[BalanceMove]:
    """Book the year's grant and its step; what is booked already stays as it is."""
    return [
        earn(
            person=person, account=ACCOUNT, halves=grant.halves, day=grant.since, expires=year_end(year),
            why=grant.why, note=grant.note, clause=CLAUSE, actor=actor, at=at,
            key=grant_key(person, year, grant),
        )
        for grant in grants_of(person, year)
    ]  # fmt: skip


@once
def grant_year(*, person: Person, year: int, actor: Person, at: datetime, key: str) -> Receipt:
    """The office books a person's annual leave of a year; running it again changes nothing."""
    day = today(at)
    faults = _gate(actor, person, day)
    if person.started_work is None:
        faults.add(_fault(day, "参加工作时间", "没有登记", "登记以后才能算应休天数", "请补登参加工作时间。"))
    faults.refuse_if_any("不能记入年休假。")
    moves = book_grants(person, year, actor=actor, at=at)
    payload = {"姓名": person.name, "年度": year, "说明": [move.note for move in moves]}
    return enter(
        actor=actor,
        action="记入年休假",
        kind="年休补休",
        record=person,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
        touched=moves,
    )


@once
def carry_over(
    *, person: Person, year: int, halves: int, reason: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """Move what is left of `year` into the next year, once; halves survive, carried days are not carried again."""
    day = today(at)
    faults = _gate(actor, person, day)
    faults.extend(unwritten({"结转理由": reason}, day, CLAUSE, "办公室"))
    lock(person, ACCOUNT)
    own = [bucket for bucket in buckets(person, ACCOUNT) if _of_year(bucket, year)]
    left = sum(bucket.left for bucket in own)
    if not 0 < halves <= left:
        expected = f"大于0、不超过没有休完的{show_days(left)}天"
        faults.add(
            _fault(
                day,
                "结转天数",
                f"{show_days(halves)}天",
                expected,
                "请改正结转天数；已经结转过一次的不再结转。",
            )
        )
    faults.refuse_if_any("不能结转年休假。")
    moves = _carry(person, own, halves, year, reason, actor=actor, at=at, key=key)
    payload = {"姓名": person.name, "年度": year, "天数": show_days(halves), "理由": reason}
    return enter(
        actor=actor,
        action="结转年休假",
        kind="年休补休",
        record=person,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
        touched=moves,
    )


def _carry(
    person: Person, own: list[Bucket], halves: int, year: int, reason: str,
    *, actor: Person, at: datetime, key: str,
) -> list[BalanceMove]:  # fmt: skip
    day, last = today(at), year_end(year + value("年休可跨年度数", today(at), own_of(person.organ_id)))
    moves, missing = list[BalanceMove](), halves
    for bucket in own:
        part = min(bucket.left, missing)
        if part > 0:
            source = BalanceMove.objects.get(pk=bucket.move_id)
            note = f"{year}年度没有休完的{show_days(part)}天转到下一年度：{reason}"
            moves.append(
                take_out(
                    bucket=source,
                    halves=part,
                    day=day,
                    why="结转",
                    note=note,
                    actor=actor,
                    at=at,
                    key=f"{key}:{source.pk}",
                )
            )
            missing -= part
    moves.append(
        earn(
            person=person, account=ACCOUNT, halves=halves, day=date(year + 1, 1, 1), expires=last, why="结转",
            note=f"由{year}年度结转{show_days(halves)}天，到{last}为止：{reason}", clause=CLAUSE,
            actor=actor, at=at, key=f"{key}:in",
        )
    )  # fmt: skip
    return moves


def _of_year(bucket: Bucket, year: int) -> bool:
    return bucket.since.year == year and bucket.expires == year_end(year) and bucket.why != "结转"


@once
def strike_year(*, person: Person, year: int, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """The year's annual leave is lost (N1 第四条): what is left goes out, with the reason."""
    day = today(at)
    faults = _gate(actor, person, day)
    faults.extend(unwritten({"理由": reason}, day, CLAUSE, "办公室"))
    lock(person, ACCOUNT)
    own = [bucket for bucket in buckets(person, ACCOUNT) if _of_year(bucket, year) and bucket.left > 0]
    if not own:
        faults.add(
            _fault(day, f"{year}年度年休", "没有余额", "还有没休的天数", "当年已经休完的，请在下一年度取消。")
        )
    faults.refuse_if_any("不能取消年休假。")
    moves = [
        take_out(
            bucket=BalanceMove.objects.get(pk=bucket.move_id), halves=bucket.left, day=day, why="取消资格",
            note=f"{year}年度年休假取消{show_days(bucket.left)}天：{reason}", actor=actor, at=at,
            key=f"{key}:{bucket.move_id}",
        )
        for bucket in own
    ]  # fmt: skip
    payload = {"姓名": person.name, "年度": year, "理由": reason}
    return enter(
        actor=actor,
        action="取消年休假",
        kind="年休补休",
        record=person,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
        touched=moves,
    )


@once
def open_balance(
    *,
    person: Person,
    account: str,
    halves: int,
    day: date,
    expires: date,
    note: str,
    actor: Person,
    at: datetime,
    key: str,
) -> Receipt:
    """期初 (domain 4.11): what a person brings into the system."""
    clause = CLAUSE if account == ACCOUNT else "02-1.5c"
    faults = _gate(actor, person, today(at))
    faults.extend(unwritten({"说明": note}, today(at), clause, "办公室"))
    if halves <= 0:
        faults.add(_fault(today(at), "天数", f"{show_days(halves)}天", "大于0", "请改正天数。"))
    if expires < day:
        faults.add(_fault(today(at), "有效期", f"{day}至{expires}", "止日不早于起日", "请改正有效期。"))
    faults.refuse_if_any("不能记入期初余额。")
    move = earn(
        person=person, account=account, halves=halves, day=day, expires=expires, why="期初",
        note=f"期初{account}{show_days(halves)}天：{note}", clause=clause, actor=actor, at=at, key=f"{key}:in",
    )  # fmt: skip
    payload = {"姓名": person.name, "账户": account, "天数": show_days(halves), "说明": note}
    return enter(
        actor=actor,
        action="记入期初余额",
        kind="年休补休",
        record=person,
        payload=payload,
        at=at,
        key=key,
        rule=clause,
        touched=[move],
    )


def _gate(actor: Person, person: Person, day: date) -> Findings:
    faults = Findings()
    faults.extend(not_of_office(actor, day, CLAUSE))
    faults.extend(other_organ(actor, person.organ_id, day, CLAUSE))
    return faults


def _fault(day: date, fact: str, found: str, expected: str, mend: str) -> Finding:
    return finding(day=day, clause=CLAUSE, fact=fact, found=found, expected=expected, mend=mend, who="办公室")
