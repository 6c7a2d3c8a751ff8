"""zhixing token: shown once, listed without its secret, revoked at once."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.web.bureau import Bureau, build
from zhixing.cli.main import run


@pytest.fixture
def bureau(db: None) -> Bureau:
    return build()


def said(capsys: pytest.CaptureFixture[str], *typed: str, code: int = 0) -> str:
    assert run(["token", *typed]) == code
    shown = capsys.readouterr()
    return shown.out + shown.err


def test_a_token_is_issued_listed_used_and_revoked(
    bureau: Bureau, capsys: pytest.CaptureFixture[str]
) -> None:
    username = bureau.accounts["职员"].username
    told = said(capsys, "issue", username, "--name", "月报程序", "--days", "30")
    found = re.search(r"编号(\d+).*?(zx_\S+)", told, re.DOTALL)
    assert found is not None
    number, secret = found.groups()
    client = Client(headers={"Authorization": f"Bearer {secret}"})
    assert client.get("/api/todo").status_code == 200
    listed = said(capsys, "list", username)
    assert "月报程序 只读 有效" in listed
    assert secret not in listed
    assert "已吊销令牌" in said(capsys, "revoke", username, number)
    assert client.get("/api/todo").status_code == 401


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        (("issue", "nobody", "--name", "a"), "账号"),
        (("issue", "lucheng-jx-officer-1", "--name", "a"), "账号"),
        (("issue", "lucheng-jx-1", "--name", "a", "--days", "400"), "有效期"),
        (("issue", "lucheng-jx-1", "--name", "a", "--days", "很久"), "有效天数"),
        (("revoke", "lucheng-jx-1", "12345"), "令牌"),
    ],
)
def test_what_is_wrong_is_refused_in_the_order_of_the_house(
    typed: tuple[str, ...], fact: str, bureau: Bureau, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(capsys, *typed, code=2)
    assert told.startswith("结论：")
    assert f"事实：{fact}：" in told
    assert "谁能处理：" in told
