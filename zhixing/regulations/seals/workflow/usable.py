"""Whether a seal may be pressed now: in use, in the house, in the hands of somebody who is there (17-3, 17-7b, 17-10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from zhixing.law.refusal import Finding
from zhixing.office.away import is_away
from zhixing.office.registers.models import Kept
from zhixing.office.registers.models.kept import IN_USE, LENT
from zhixing.organ.local_time import today
from zhixing.regulations.seals.workflow.statute import finding, own_of, ruling


def unusable(kept: Kept, at: datetime) -> Iterator[Finding]:
    yield from _not_here(kept, at)
    yield from without_keeper(kept, at)


def _not_here(kept: Kept, at: datetime) -> Iterator[Finding]:
    if kept.state == IN_USE:
        return
    clause = "17-7b" if kept.state == LENT else "17-10"
    mend = "请等印章归还、验过印再用。" if kept.state == LENT else "这枚印章不能再用，请另选印章。"
    yield finding(
        day=today(at), clause=clause, fact="印章", found=f"{kept.name}{kept.state}", expected=IN_USE, mend=mend,
        who="保管人",
    )  # fmt: skip


def without_keeper(kept: Kept, at: datetime) -> Iterator[Finding]:
    """The keeper on granted leave without a deputy; a deputy on leave, or beyond the days agreed to."""
    day, keeper, holder = today(at), kept.keeper, kept.holder
    facts = {"保管人请假": is_away(keeper, at), "已办代管": kept.deputised}
    if not ruling("印章可用", day, own_of(kept.organ_id), **facts).outcome["可以用印"]:
        yield _fault(kept, at, f"保管人{keeper.name}请假，没有办代管")
    elif kept.deputised and is_away(holder, at):
        yield _fault(kept, at, f"代管人{holder.name}请假")
    if kept.deputised and kept.held_until is not None and day > kept.held_until:
        yield _fault(kept, at, f"{holder.name}的代管{kept.held_until}已经到期")


def _fault(kept: Kept, at: datetime, found: str) -> Finding:
    return finding(
        day=today(at), clause="17-3", fact="保管人", found=found, expected="有人负责保管",
        mend="请先办好代管，或者等保管人回来。", who=kept.keeper.name,
    )  # fmt: skip
