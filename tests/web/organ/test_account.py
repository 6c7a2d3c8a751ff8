from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.web.bureau import Bureau
from tests.web.organ.conftest import SignIn

STRONG = "Huangyan-8842-tangerine"


@pytest.fixture
def signed_in(bureau: Bureau) -> Client:
    """Signed in with the password, and a moment ago once more."""
    account = bureau.accounts["职员"]
    account.set_password(STRONG)
    account.save()
    client = Client()
    client.post(reverse("account_login"), {"login": account.username, "password": STRONG})
    client.post(reverse("account_reauthenticate"), {"password": STRONG})
    return client


def test_everyone_who_is_signed_in_sees_the_own_account(bureau: Bureau, sign_in: SignIn) -> None:
    codes = {role: sign_in(role).get(reverse("web:account")).status_code for role in bureau.accounts}
    assert set(codes.values()) == {200}


def test_other_sessions_are_ended_and_this_one_stays(bureau: Bureau, sign_in: SignIn) -> None:
    here, there = sign_in("职员"), sign_in("职员")
    stranger = sign_in("财务")
    for client in (here, there, stranger):
        client.get(reverse("web:account"))
    assert len(here.get(reverse("web:account")).context["sessions"]) == 2
    assert here.post(reverse("web:account_end_others"), {"key": str(uuid4())}).status_code == 302
    address = reverse("web:account")
    assert [client.get(address).status_code for client in (here, there, stranger)] == [200, 302, 200]


PAGES = [
    "account_change_password",
    "account_reauthenticate",
    "account_logout",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_of_the_account_speaks_english(name: str, signed_in: Client) -> None:
    response = signed_in.get(reverse(name))
    assert response.status_code == 200
    main = response.content.decode().split('<main id="main"')[1].split("<script")[0]
    for word in ("Password", "password:", "Sign ", "Security", "Authenticator", "Code", "Add", "Your "):
        assert f">{word}" not in main


def test_a_short_new_password_is_refused_in_chinese(signed_in: Client) -> None:
    typed = {"oldpassword": STRONG, "password1": "Short-1", "password2": "Short-1"}
    response = signed_in.post(reverse("account_change_password"), typed)
    assert "密码不能少于12个字符。" in response.content.decode()


def test_the_code_is_shown_as_a_picture_within_the_page(signed_in: Client) -> None:
    text = signed_in.get(reverse("mfa_activate_totp")).content.decode()
    assert 'src="data:image/svg+xml' in text
    refused = signed_in.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "动态口令或者恢复代码不对。" in refused.content.decode()
