"""Accounts of the demo bureau, with a password that everyone knows; they exist in demo mode only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import make_password

from zhixing.cli.demo.people import ACTOR
from zhixing.journal.write import write
from zhixing.organ.models import Account, Organ, Person
from zhixing.organ.roles import roles_of
from zhixing.organ.who import service_on

PASSWORD = "yanshi-2026-lucheng"  # noqa: S105  known on purpose; load.py refuses outside demo mode
OFFICERS = {"xitong": "系统管理员", "anquan": "安全管理员", "shenji": "审计管理员"}


@dataclass(frozen=True, slots=True)
class Shown:
    username: str
    name: str
    title: str
    roles: tuple[str, ...]


def make_accounts(organ: Organ, at: datetime) -> None:
    """One account for each person, named by the number, and the three officers without a person; one entry."""
    known = make_password(PASSWORD)
    people = Person.objects.filter(organ=organ).order_by("number")
    rows = [
        Account(organ=organ, person=person, username=person.number.lower(), password=known)
        for person in people
    ]
    rows += [
        Account(organ=organ, username=username, officer=officer, password=known)
        for username, officer in OFFICERS.items()
    ]
    accounts = Account.objects.bulk_create(rows)
    write(
        organ=organ.pk, actor=ACTOR, office="", action="开通演示账号", object_kind="账号", object_id=organ.pk,
        payload={"账号": [account.username for account in accounts]}, at=at, key="演示账号", touched=accounts,
    )  # fmt: skip


def shown(accounts: Iterable[Account], day: date) -> list[Shown]:
    """Whoever has a role beyond 职员 first, then the rest."""
    rows = [_shown(account, day) for account in accounts]
    return sorted(rows, key=lambda row: (row.roles == ("职员",), row.username))


def _shown(account: Account, day: date) -> Shown:
    service = service_on(account.person, day) if account.person else None
    title = f"{service.section.name}{service.title}" if service else account.officer
    name = account.person.name if account.person else account.officer
    return Shown(account.username, name, title, tuple(sorted(roles_of(account, day))))
