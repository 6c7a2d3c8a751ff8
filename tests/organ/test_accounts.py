import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from tests.organ.conftest import NOW
from zhixing.journal.models import Entry
from zhixing.law.refusal import Refusal
from zhixing.organ.accounts import close_account, may_enter, open_account
from zhixing.organ.models import Account, Organ, Person

STRONG = "Huangyan-8842-tangerine"


def opened(organ: Organ, password: str = STRONG, username: str = "helanting") -> Account:
    person = Person.objects.get(organ=organ, number="E025")
    return open_account(
        organ=organ, username=username, password=password, person=person, actor="测试", at=NOW, key=username
    )


def test_a_fresh_bureau_has_no_account(organ: Organ) -> None:
    assert Account.objects.count() == 0


@pytest.mark.parametrize("weak", ["short-1", "password1234", "123456789012", "lucheng-jx-2026"])
def test_a_weak_password_is_refused(organ: Organ, weak: str) -> None:
    with pytest.raises(Refusal) as refused:
        opened(organ, weak)
    assert {finding.fact for finding in refused.value.findings} == {"密码"}


def test_the_password_is_in_no_entry(organ: Organ) -> None:
    opened(organ)
    assert not any(STRONG in entry.payload for entry in Entry.objects.all())


def test_a_name_is_used_once(organ: Organ) -> None:
    opened(organ)
    with pytest.raises(Refusal):
        opened(organ)


def test_closing_an_account_ends_its_sessions_at_once(organ: Organ) -> None:
    account = opened(organ)
    session = SessionStore()
    session["_auth_user_id"] = str(account.pk)
    session.create()
    close_account(account=account, actor="测试", at=NOW, key="停用")
    assert Session.objects.count() == 0
    assert not may_enter(account, NOW.date())
