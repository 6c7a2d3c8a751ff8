"""The demo bureau with a month of records, at the morning of its last day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
import time_machine
from django.conf import settings
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.web.attendance.desks import at
from zhixing.cli.demo.load import load
from zhixing.organ.models import Account
from zhixing.organ.roles import roles_of

DAY = date(2026, 3, 20)
MORNING = at("2026-03-20 10:40")
ROLES = ("办公室主任", "局长", "科室负责人", "财务", "职员", "系统管理员", "安全管理员", "审计管理员")


@dataclass(frozen=True, slots=True)
class House:
    """One account for each role."""

    accounts: dict[str, Account]

    def client(self, role: str) -> Client:
        """The browser of that role, signed in now."""
        client = Client(raise_request_exception=False)
        client.force_login(self.accounts[role], backend=settings.AUTHENTICATION_BACKENDS[-1])
        return client


@pytest.fixture(scope="package")
def house(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[House]:
    with django_db_blocker.unblock(), time_machine.travel(MORNING, tick=True):
        atom = transaction.atomic()
        atom.__enter__()
        demo, settings.DEMO = settings.DEMO, True
        try:
            load(day=DAY, seed=1, months=1)
            yield House({role: of_role(role) for role in ROLES})
        finally:
            settings.DEMO = demo
            transaction.set_rollback(True)
            atom.__exit__(None, None, None)


def of_role(role: str) -> Account:
    """An ordinary member of staff holds no further role."""
    for account in Account.objects.order_by("pk"):
        roles = roles_of(account, DAY)
        if role in roles and (role != "职员" or roles == {"职员"}):
            return account
    raise LookupError(role)


@pytest.fixture(autouse=True)
def _this_morning(db: None) -> Iterator[None]:
    with time_machine.travel(MORNING, tick=True):
        yield
