"""Common passwords and those made of them or of the house's words are refused; none is kept in the clear (ID-02, ID-03)."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.password_validation import CommonPasswordValidator, validate_password
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import override_settings

from tests.web.bureau import Bureau
from zhixing.organ.accounts import open_account
from zhixing.organ.clock import now
from zhixing.organ.models import Account
from zhixing.site.settings import base

pytestmark = pytest.mark.django_db
LONGEST_OF_THE_LIST = 3000
GOOD = "Huangyan-8842-tangerine"
COMMON = sorted(CommonPasswordValidator().passwords)


def refused_for(password: str, account: Account | None = None) -> set[str]:
    try:
        validate_password(password, account)
    except ValidationError as weak:
        return {str(fault.code) for fault in weak.error_list}
    return set()


def made_long(word: str) -> list[str]:
    """What people do to a common password when twelve characters are asked for."""
    return [
        made for made in (f"{word}2026!!", f"2026@{word}", word * 2, f"{word.title()}#123") if len(made) >= 12
    ]


def test_the_list_is_long_and_every_password_of_it_is_refused() -> None:
    assert len(COMMON) > LONGEST_OF_THE_LIST
    assert [word for word in COMMON if not refused_for(word)] == []


def test_those_of_twelve_characters_are_refused_as_common() -> None:
    long = [word for word in COMMON if len(word) >= 12]
    assert len(long) > 100
    assert [word for word in long if "password_too_common" not in refused_for(word)] == []


def test_common_passwords_made_long_are_refused() -> None:
    made = [long for word in COMMON if word.isalpha() and len(word) >= 7 for long in made_long(word)]
    assert len(made) > LONGEST_OF_THE_LIST
    assert [password for password in made if not refused_for(password)] == []


@pytest.mark.parametrize(
    "made_of",
    [
        "zhixing",
        "ZhiXing",
        "zhi-xing",
        "制行",
        "鹿城区经信局",
        "鹿经信",
        "lucheng-jx",
        "林小满",
        "E001",
        "linxiaoman",
        "Lin.Xiaoman",
    ],
)
def test_words_of_the_house_and_of_the_holder_are_refused(made_of: str, bureau: Bureau) -> None:
    account = bureau.accounts["职员"]
    assert account.person is not None
    account.person.pinyin = "lin xiaoman"
    assert refused_for(f"{made_of}tangerine?8842", account) & {"context_word"}


def test_the_control_is_let_through(bureau: Bureau) -> None:
    assert refused_for(GOOD, bureau.accounts["职员"]) == set()


def test_the_word_of_another_person_is_no_word_of_this_one(bureau: Bureau) -> None:
    """Or nobody could choose a password at all in a large bureau."""
    assert refused_for("chenguyu-tangerine-42", bureau.accounts["职员"]) == set()


@override_settings(PASSWORD_HASHERS=base.PASSWORD_HASHERS)
def test_passwords_are_kept_as_argon2_of_a_fresh_salt(bureau: Bureau) -> None:
    kept = [opened(bureau, name).password for name in ("yi", "er")]
    assert all(word.startswith("argon2$argon2id$") for word in kept)
    assert kept[0] != kept[1]


def opened(bureau: Bureau, name: str) -> Account:
    return open_account(
        organ=bureau.organ,
        username=name,
        password=GOOD,
        officer="审计管理员",
        actor="测试",
        at=now(),
        key=name,
    )


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
@override_settings(PASSWORD_HASHERS=base.PASSWORD_HASHERS)
def test_no_file_of_the_database_holds_the_password(bureau: Bureau) -> None:
    account = opened(bureau, "canary-name-of-an-account")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    files = files_of(connection.settings_dict)
    assert any(account.username.encode() in content for content in files)  # the search finds what is there
    assert not any(GOOD.encode() in content for content in files)


def files_of(database: dict[str, Any]) -> list[bytes]:
    path = Path(database["NAME"])
    assert sqlite3.connect(path).execute("PRAGMA quick_check").fetchone() == ("ok",)
    return [file.read_bytes() for file in path.parent.glob(f"{path.name}*")]
