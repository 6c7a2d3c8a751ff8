"""更正 of a balance: nothing is changed, a movement beside the wrong one mends it, with the reason (02-1.4, 02-1.5c)."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Findings
from zhixing.law.values import show_days
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import BalanceMove
from zhixing.regulations.attendance.workflow.balance import lock, take_out
from zhixing.regulations.attendance.workflow.balance_reading import buckets
from zhixing.regulations.attendance.workflow.gate import not_of_office, other_organ, unwritten
from zhixing.regulations.attendance.workflow.statute import finding


@once
def correct_balance(
    *, bucket: BalanceMove, halves: int, reason: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """Add `halves` (less than 0: take) to what one earning still holds; it never falls below zero."""
    _faults(bucket, halves, reason, actor, at).refuse_if_any("余额没有更正。")
    sign = "增加" if halves > 0 else "减少"
    note = f"更正，{sign}{bucket.account}{show_days(abs(halves))}天（原记：{bucket.note}）：{reason.strip()}"
    move = take_out(
        bucket=bucket, halves=-halves, day=today(at), why="更正", note=note, actor=actor, at=at,
        key=f"{key}:correct",
    )  # fmt: skip
    payload = {
        "姓名": bucket.person.name,
        "账户": bucket.account,
        "天数": show_days(halves),
        "理由": reason.strip(),
    }
    return enter(
        actor=actor, action="更正余额", kind="年休补休", record=bucket.person, payload=payload, at=at, key=key,
        rule=bucket.clause, touched=[move],
    )  # fmt: skip


def _faults(bucket: BalanceMove, halves: int, reason: str, actor: Person, at: datetime) -> Findings:
    day, clause, person = today(at), bucket.clause, bucket.person
    faults = Findings()
    faults.extend(not_of_office(actor, day, clause))
    faults.extend(other_organ(actor, bucket.organ_id, day, clause))
    faults.extend(unwritten({"更正理由": reason}, day, clause, "办公室"))
    if actor.pk == person.pk:
        mend = "请由办公室另一名同事更正。"
        faults.add(
            finding(
                day=day, clause=clause, fact="办理人", found=actor.name, expected="本人以外的人", mend=mend,
                who="办公室",
            )
        )  # fmt: skip
    lock(person, bucket.account)
    left = next((one.left for one in buckets(person, bucket.account) if one.move_id == bucket.pk), 0)
    if halves == 0 or left + halves < 0:
        expected = f"不等于0，减少的不超过还剩的{show_days(left)}天"
        faults.add(
            finding(
                day=day, clause=clause, fact="更正天数", found=f"{show_days(halves)}天", expected=expected,
                mend="请改正天数。", who="办公室",
            )
        )  # fmt: skip
    return faults
