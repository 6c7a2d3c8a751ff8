"""What a browser is told with every answer, whoever gave it (CF-02, CR-01, DP-05)."""

from typing import Any

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.web.bureau import Bureau
from tests.web.security.conftest import signed_in
from zhixing.files import permission
from zhixing.files.store import keep

pytestmark = pytest.mark.django_db
POLICY = "Content-Security-Policy"
YEAR = 365 * 24 * 3600
CRAWLED = [
    ("a page for guests", "/sign-in/login/", 200),
    ("the way to sign-in", "/desk/", 302),
    ("no such page", "/no-such-page/", 404),
    ("no such record", "/matters/999999/", 404),
    ("a style sheet", "/static/web/zhixing.css", 200),
    ("no such static file", "/static/none.css", 404),
    ("the probe", "/health", 200),
    ("the description of the interface", "/api/openapi.json", 200),
    ("the interface to nobody", "/api/todo", 401),
    ("no such address of the interface", "/api/none", 404),
]


def assert_strict(answer: HttpResponseBase) -> None:
    policy = answer.headers.get(POLICY, "")
    sources = {name: rest for name, _, rest in (part.strip().partition(" ") for part in policy.split(";"))}
    assert sources.get("frame-ancestors") == "'none'", policy
    assert sources.get("default-src") in {"'self'", "'none'"}
    assert "unsafe-" not in policy
    for given in ("*", "http:", "https:", "blob:"):
        assert given not in policy.split()
    assert "data:" not in sources.get("script-src", "").split()
    assert answer.headers.get("X-Content-Type-Options") == "nosniff"


@pytest.mark.parametrize(("address", "status"), [row[1:] for row in CRAWLED], ids=[row[0] for row in CRAWLED])
def test_a_guest_is_answered_under_the_policy(address: str, status: int, bureau: Bureau) -> None:
    answer = Client(raise_request_exception=False).get(address)
    assert answer.status_code in {status, 302} if "matters" in address else answer.status_code == status
    assert_strict(answer)
    answer.close()


def test_staff_are_answered_under_the_policy(bureau: Bureau, staff: Client) -> None:
    answers = {
        200: staff.get("/desk/"),
        403: staff.get("/organ/accounts/"),
        404: staff.get("/matters/999999/"),
        405: staff.delete("/todo/"),
    }
    for status, answer in answers.items():
        assert answer.status_code == status
        assert_strict(answer)


def test_a_form_without_its_token_is_refused_under_the_policy(bureau: Bureau) -> None:
    answer = signed_in(bureau, "职员", with_tokens=True).post("/phrases/", {"text": "同意"})
    assert answer.status_code == 403
    assert_strict(answer)


def test_a_fault_and_a_wrong_host_are_answered_under_the_policy(
    staff: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("zhixing.web.pages.search.kinds", broken)
    fault = staff.get("/search/", {"q": "请假"})
    assert fault.status_code == 500
    assert_strict(fault)
    stranger = Client(raise_request_exception=False).get("/", headers={"host": "evil.example.com"})
    assert stranger.status_code == 400
    assert_strict(stranger)


def test_an_attachment_is_answered_under_a_policy_of_its_own(
    bureau: Bureau, staff: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = keep(
        organ=bureau.organ.pk, name="说明.txt", content="说明".encode(), by="E001", at=timezone.now()
    )
    monkeypatch.setattr(permission, "_rules", [lambda *_: True])
    answer = staff.get(f"/files/{stored.pk}/")
    assert (answer.status_code, answer.headers["Content-Disposition"][:10]) == (200, "attachment")
    assert_strict(answer)
    assert answer.headers[POLICY].startswith("sandbox")


@pytest.mark.usefixtures("installed")
def test_a_plain_connection_is_sent_to_tls_under_the_policy(bureau: Bureau) -> None:
    answer = Client().get("/desk/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "https://testserver/desk/")
    assert answer.headers[POLICY]


@pytest.mark.usefixtures("installed")
def test_browsers_are_told_to_use_tls_for_a_year(bureau: Bureau) -> None:
    said = Client().get("/sign-in/login/", secure=True).headers["Strict-Transport-Security"]
    seconds, *more = (part.strip() for part in said.split(";"))
    assert int(seconds.removeprefix("max-age=")) >= YEAR
    assert "includeSubDomains" in more


def test_the_settings_of_the_test_run_promise_no_tls(bureau: Bureau) -> None:
    """So that the test above is known to see the settings of a real organ."""
    assert "Strict-Transport-Security" not in Client().get("/sign-in/login/", secure=True).headers


def test_nothing_of_the_desk_is_kept_by_browser_or_proxy(staff: Client) -> None:
    for address in ("/desk/", "/attendance/balances/mine/", "/no-such-page/", "/api/todo", "/search/?q=a"):
        assert "no-store" in staff.get(address).headers["Cache-Control"], address


def test_whoever_signs_out_leaves_nothing_behind(staff: Client) -> None:
    answer = staff.post(reverse("account_logout"))
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "no-store" in answer.headers["Cache-Control"]
    assert staff.get("/desk/").status_code == 302
    assert not staff.session.get("_auth_user_id")


def test_the_cookies_of_a_real_organ_are_closed(of_production: dict[str, Any]) -> None:
    assert of_production["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert of_production["SESSION_COOKIE_SECURE"]
    assert of_production["CSRF_COOKIE_SECURE"]
    assert of_production["SESSION_COOKIE_HTTPONLY"]
    assert of_production["DEBUG"] is False
