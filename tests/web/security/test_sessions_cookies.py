"""Under a real organ's settings every cookie is bound to this host, to TLS and out of reach of scripts (ID-11)."""

from http.cookies import Morsel
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.web.bureau import Bureau

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("installed")]
PASSWORD = "Huangyan-8842-tangerine"


def faults(cookie: "Morsel[Any]") -> list[str]:
    wrong = [] if cookie.key.startswith("__Host-") else [f"name {cookie.key}"]
    wrong += [flag for flag in ("secure", "httponly") if not cookie[flag]]
    wrong += [] if cookie["samesite"] in {"Lax", "Strict"} else ["samesite"]
    wrong += [] if cookie["path"] == "/" else ["path"]
    return wrong + (["domain"] if cookie["domain"] else [])


def walked(bureau: Bureau) -> list["Morsel[Any]"]:
    """Every cookie that any answer sets on a day's way: before sign-in, wrong, right, refused, out again."""
    cache.clear()
    account = bureau.accounts["职员"]
    account.set_password(PASSWORD)
    account.save()
    client, login = Client(), reverse("account_login")
    told = []
    for method, address, typed in [
        ("get", login, {}),
        ("post", login, {"login": account.username, "password": "wrong-and-long-enough"}),
        ("post", login, {"login": account.username, "password": PASSWORD}),
        ("get", reverse("web:desk"), {}),
        ("get", reverse("web:organ_audit"), {}),
        ("get", "/nothing-here/", {}),
        ("get", "/api/todo", {}),
        ("get", reverse("mfa_index"), {}),
        ("get", reverse("mfa_activate_totp"), {}),
        ("post", reverse("account_reauthenticate"), {"password": PASSWORD}),
        ("post", reverse("account_logout"), {}),
    ]:
        answer = getattr(client, method)(address, typed, secure=True)
        told += list(answer.cookies.values())
    return told


def test_every_cookie_of_every_answer(bureau: Bureau) -> None:
    cookies = walked(bureau)
    assert {cookie.key for cookie in cookies} == {"__Host-sessionid", "__Host-csrftoken"}
    gone = [cookie for cookie in cookies if not cookie.value]  # the browser is told to forget it
    assert {cookie.key for cookie in gone} <= {"__Host-sessionid"}
    assert [(cookie.key, faults(cookie)) for cookie in cookies if cookie.value and faults(cookie)] == []


def test_the_search_finds_a_plain_cookie(bureau: Bureau, settings: Any) -> None:
    settings.SESSION_COOKIE_SECURE = False
    settings.SESSION_COOKIE_NAME = "sessionid"
    wrong = [faults(cookie) for cookie in walked(bureau) if cookie.key == "sessionid" and cookie.value]
    assert wrong[0] == ["name sessionid", "secure"]
