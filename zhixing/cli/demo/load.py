"""Loads the demo bureau once; what is there already is kept."""

from __future__ import annotations

from datetime import date, datetime, time

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from zhixing.cli.demo.accounts import PASSWORD, Shown, make_accounts, shown
from zhixing.cli.demo.agenda import Tell, silent
from zhixing.cli.demo.history import MONTHS, NOW, make_history, months_before
from zhixing.cli.demo.people import build_people
from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.local_time import at_clock
from zhixing.organ.models import Account, Organ


def load(
    *, day: date, seed: int, months: int = MONTHS, now: datetime | None = None, tell: Tell = silent
) -> str:
    """Fills an empty database; a second call keeps every row. Returns the accounts as text."""
    if not settings.DEMO:
        raise _not_a_demo()
    if not Organ.objects.exists():
        with transaction.atomic():
            _fill(day, seed, months, now, tell)
    return text(shown(Account.objects.select_related("person"), day))


def _fill(day: date, seed: int, months: int, now: datetime | None, tell: Tell) -> None:
    tell("正在建立演示机构的人员、科室和账号……")
    opening = at_clock(months_before(day, months + 1), time(9))
    organ = build_people(opening)
    make_accounts(organ, opening)
    moment = now or _last_moment(day)
    make_history(organ, today=day, seed=seed, months=months, now=moment, tell=tell)


def _last_moment(day: date) -> datetime:
    """The story ends in the morning of its last day, never later than now."""
    return min(at_clock(day, NOW), max(timezone.now(), at_clock(day, time(0))))


def text(rows: list[Shown]) -> str:
    head = f"演示账号（密码都是 {PASSWORD}，只在演示模式里有）："
    lines = [f"  {row.username:<8}{row.name}　{row.title}　{'、'.join(row.roles)}" for row in rows]
    return "\n".join([head, *lines])


def _not_a_demo() -> Refusal:
    finding = Finding(
        "运行模式", "正式环境", "演示模式", "请用 make demo 打开演示机构；正式单位请用 zhixing init。"
    )
    return Refusal("演示数据没有载入：正式环境不收演示账号。", (finding,))
