"""zhixing init: a real organ asks for its own names and passwords and takes nothing of the demo."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings

from zhixing.cli.demo.accounts import PASSWORD as DEMO_PASSWORD
from zhixing.cli.founding import found
from zhixing.journal.verify import verify
from zhixing.law.refusal import Refusal
from zhixing.organ.models import Account, Organ, Person
from zhixing.organ.sheets import template

pytestmark = pytest.mark.django_db
STRONG = "Huangyan-8842-tangerine"
NAMES = ("guanli-xitong", "guanli-anquan", "guanli-shenji")
Ask = Callable[[str], str]


def arguments(**other: str) -> Namespace:
    typed = {
        "key": "linqu-jx",
        "name": "邻区经济和信息化局",
        "short": "邻区经信局",
        "word": "邻经信",
        "people": "",
    }
    return Namespace(**{**typed, **other})


def answering(*answers: str) -> Ask:
    """A keyboard: one answer for each question; at its end it is closed."""
    lines: Iterator[str] = iter(answers)

    def ask(question: str) -> str:
        assert question.endswith("：")
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    return ask


def started(names: tuple[str, ...] = NAMES, secrets: tuple[str, ...] = (STRONG,) * 6, **typed: str) -> str:
    return found(arguments(**typed), answering(*names), answering(*secrets))


def faults(
    names: tuple[str, ...] = NAMES, secrets: tuple[str, ...] = (STRONG,) * 6, **typed: str
) -> set[str]:
    """What was refused; nothing of the organ is left behind."""
    with pytest.raises(Refusal) as refusal:
        started(names, secrets, **typed)
    assert not Organ.objects.exists()
    assert not Account.objects.exists()
    return {finding.fact for finding in refusal.value.findings}


def test_an_organ_is_founded_with_three_officers_and_no_other_account() -> None:
    told, about, *codes = started().splitlines()
    assert told == "邻区经济和信息化局已经建立。请系统管理员登录后为人员开通账号。"
    assert "登记码" in about
    assert [line.partition("：")[0] for line in codes] == [
        "系统管理员guanli-xitong",
        "安全管理员guanli-anquan",
        "审计管理员guanli-shenji",
    ]
    organ = Organ.objects.get()
    assert (organ.key, organ.code_word, organ.second_factor) == ("linqu-jx", "邻经信", True)
    accounts = Account.objects.order_by("pk")
    assert [(one.username, one.officer) for one in accounts] == [
        ("guanli-xitong", "系统管理员"),
        ("guanli-anquan", "安全管理员"),
        ("guanli-shenji", "审计管理员"),
    ]
    assert all(account.check_password(STRONG) for account in Account.objects.all())
    assert verify(organ.pk).sound


def test_every_fault_of_all_three_accounts_is_named_at_once() -> None:
    secrets = ("short-1", "short-1", STRONG, "another-Strong-7731", DEMO_PASSWORD, DEMO_PASSWORD)
    assert faults(("guanli", "guanli", "shenji"), secrets) == {
        "系统管理员的密码",
        "安全管理员的密码",
        "审计管理员的账号",
        "审计管理员的密码",
    }


@pytest.mark.parametrize("name", ["xitong", "anquan", "shenji", "e001", "E042"])
def test_the_demos_accounts_are_refused(name: str) -> None:
    assert faults((name, *NAMES[1:])) == {"系统管理员的账号"}


@pytest.mark.parametrize("weak", [DEMO_PASSWORD, "password1234", "123456789012", "linqu-jx-2026", "short-1"])
def test_the_demos_password_and_weak_ones_are_refused(weak: str) -> None:
    assert faults(secrets=(weak, weak, *(STRONG,) * 4)) == {"系统管理员的密码"}


def test_two_officers_are_two_accounts() -> None:
    assert faults((NAMES[0], NAMES[0], NAMES[2])) == {"安全管理员的账号"}


def test_a_closed_keyboard_founds_nothing() -> None:
    assert faults(names=(), secrets=()) == {
        f"{one}的账号" for one in ("系统管理员", "安全管理员", "审计管理员")
    }


def test_what_was_typed_on_the_command_line_is_judged_before_anything_is_asked() -> None:
    assert faults(key="Lin qu", name=" ", short="", names=(), secrets=()) == {
        "单位代号",
        "单位全称",
        "单位简称",
    }


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    assert faults(people=str(tmp_path / "没有.xlsx")) == {"机构人员文件"}


def test_a_spoilt_file_founds_nothing(tmp_path: Path) -> None:
    spoilt = tmp_path / "坏表.xlsx"
    spoilt.write_bytes(template()[:200])
    assert faults(people=str(spoilt))
    assert not Person.objects.exists()


def test_a_database_that_holds_an_organ_takes_no_second_one() -> None:
    started()
    with pytest.raises(Refusal) as refusal:
        started(key="yiqu-jx")
    assert [finding.fact for finding in refusal.value.findings] == ["单位"]
    assert Organ.objects.count() == 1


def test_the_demo_is_no_place_for_a_real_organ(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DEMO", True)
    assert faults() == {"运行方式"}
