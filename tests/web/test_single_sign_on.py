"""Single sign-on by setting: accounts that exist come in, everybody else stays outside."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest
from django.core.cache import cache
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.web.bureau import Bureau
from tests.web.identity_service import CLIENT, SECRET, IdentityService, identity_service

pytestmark = pytest.mark.django_db
NAME = "鹿城统一身份认证"


@pytest.fixture
def service(settings: Settings) -> Iterator[IdentityService]:
    cache.clear()
    with identity_service() as service:
        app = {
            "provider_id": "organ",
            "name": NAME,
            "client_id": CLIENT,
            "secret": SECRET,
            "settings": {"server_url": service.address},
        }
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
        yield service


def come_in(client: Client) -> HttpResponseBase:
    """From the button of the sign-in page to the identity service and back."""
    asked = client.post(reverse("openid_connect_login", args=["organ"]))
    back = urlsplit(httpx.get(asked.headers["Location"]).headers["Location"])
    return client.get(f"{back.path}?{back.query}")


def page_of(client: Client) -> str:
    return b"".join(come_in(client)).decode()


def may_read(client: Client) -> bool:
    return client.get(reverse("web:desk")).status_code == 200


def test_the_button_stands_on_the_sign_in_page_where_the_organ_has_a_service(
    service: IdentityService, guest: Client
) -> None:
    assert NAME in guest.get(reverse("account_login")).text


def test_no_button_stands_there_where_it_has_none(bureau: Bureau, guest: Client) -> None:
    assert NAME not in guest.get(reverse("account_login")).text
    assert guest.post(reverse("openid_connect_login", args=["organ"])).status_code == 404


def test_an_account_that_exists_comes_in_and_the_next_time_again(
    service: IdentityService, bureau: Bureau, guest: Client
) -> None:
    service.claims = {"sub": "4711", "preferred_username": bureau.accounts["职员"].username}
    for client in (guest, Client()):
        come_in(client)
        assert may_read(client)
        assert client.session["_auth_user_id"] == str(bureau.accounts["职员"].pk)


def test_nobody_gets_an_account_by_coming(service: IdentityService, bureau: Bureau, guest: Client) -> None:
    service.claims = {"sub": "4712", "preferred_username": "nobody-here"}
    said = page_of(guest)
    assert "没有找到账号" in said
    assert "系统管理员登记账号" in said
    assert not may_read(guest)
    assert not type(bureau.accounts["职员"]).objects.filter(username="nobody-here").exists()


def test_a_closed_account_stays_outside(service: IdentityService, bureau: Bureau, guest: Client) -> None:
    account = bureau.accounts["职员"]
    account.is_active = False
    account.save()
    service.claims = {"sub": "4713", "preferred_username": account.username}
    come_in(guest)
    assert not may_read(guest)


def test_an_account_closed_after_its_first_visit_stays_outside(
    service: IdentityService, bureau: Bureau, guest: Client
) -> None:
    account = bureau.accounts["职员"]
    service.claims = {"sub": "4714", "preferred_username": account.username}
    come_in(guest)
    account.is_active = False
    account.save()
    later = Client()
    come_in(later)
    assert not may_read(later)


def test_a_code_brought_by_another_browser_is_refused(
    service: IdentityService, bureau: Bureau, guest: Client
) -> None:
    service.claims = {"sub": "4715", "preferred_username": bureau.accounts["职员"].username}
    asked = guest.post(reverse("openid_connect_login", args=["organ"]))
    back = urlsplit(httpx.get(asked.headers["Location"]).headers["Location"])
    other = Client()
    assert "统一身份认证没有完成" in other.get(f"{back.path}?{back.query}").content.decode()
    assert not may_read(other)


def test_the_second_factor_is_asked_for_after_single_sign_on_too(
    service: IdentityService, bureau: Bureau, guest: Client
) -> None:
    bureau.organ.second_factor = True
    bureau.organ.save()
    service.claims = {"sub": "4716", "preferred_username": bureau.accounts["职员"].username}
    come_in(guest)
    assert not may_read(guest)
