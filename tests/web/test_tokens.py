"""接口令牌 of one's own: shown once, listed, revoked."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.web.bureau import STAFF, Bureau, build
from zhixing.journal.models import Entry
from zhixing.organ.models import Token
from zhixing.organ.tokens import PREFIX

PAGE = "web:tokens"


def desk(bureau: Bureau, role: str = "职员") -> Client:
    cache.clear()
    client = Client()
    client.force_login(bureau.accounts[role], backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def typed(**more: object) -> dict[str, object]:
    return {"key": str(uuid4()), "name": "汇总程序", "scope": "只读", "days": 90} | more


def test_staff_and_nobody_else_may_have_tokens(bureau: Bureau) -> None:
    may = [role for role in bureau.accounts if desk(bureau, role).get(reverse(PAGE)).status_code == 200]
    assert may == list(STAFF)


def test_the_secret_opens_the_interface_and_is_shown_once(bureau: Bureau) -> None:
    client = desk(bureau)
    answer = client.post(reverse(PAGE), typed())
    secret = answer.context["issued"].secret
    assert secret.startswith(PREFIX)
    assert secret in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert secret not in client.get(reverse(PAGE)).content.decode()
    assert all(secret not in entry.payload for entry in Entry.objects.all())
    assert Client().get("/api/todo", headers={"Authorization": f"Bearer {secret}"}).status_code == 200
    assert Token.objects.get().last_used_at is not None


def test_the_form_sent_twice_issues_one(bureau: Bureau) -> None:
    client, form = desk(bureau), typed()
    assert client.post(reverse(PAGE), form).status_code == 200
    again = client.post(reverse(PAGE), form)
    assert (again.status_code, Token.objects.count()) == (422, 1)
    assert "密钥只在签发时显示一次" in again.content.decode()


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"name": "长" * 61}, {"scope": "全部"}, {"days": 366}, {"days": 0}]
)
def test_what_is_wrong_stands_at_its_field(wrong: dict[str, object], bureau: Bureau) -> None:
    answer = desk(bureau).post(reverse(PAGE), typed(**wrong))
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, set(wrong))
    assert not Token.objects.exists()


def test_a_revoked_token_opens_nothing_and_stays_in_the_list(bureau: Bureau) -> None:
    client = desk(bureau)
    secret = client.post(reverse(PAGE), typed()).context["issued"].secret
    address = reverse("web:token_revoke", args=[Token.objects.get().pk])
    assert client.post(address, {"key": str(uuid4())}).status_code == 302
    assert client.post(address, {"key": str(uuid4())}).status_code == 422
    assert [state for _, state in client.get(reverse(PAGE)).context["lines"]] == ["已吊销"]
    assert Client().get("/api/todo", headers={"Authorization": f"Bearer {secret}"}).status_code == 401


def test_nobody_sees_or_revokes_the_token_of_another(bureau: Bureau) -> None:
    desk(bureau).post(reverse(PAGE), typed())
    address = reverse("web:token_revoke", args=[Token.objects.get().pk])
    others = [desk(bureau, "局长"), desk(bureau, "办公室"), desk(build("ouhai-jx", "瓯海区经信局"))]
    for other in others:
        assert other.get(reverse(PAGE)).context["lines"] == []
        assert other.post(address, {"key": str(uuid4())}).status_code == 404


def test_the_account_page_leads_there(bureau: Bureau) -> None:
    assert reverse(PAGE) in desk(bureau).get(reverse("web:account")).content.decode()
    assert reverse(PAGE) not in desk(bureau, "系统管理员").get(reverse("web:account")).content.decode()
