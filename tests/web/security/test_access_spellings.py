"""However an address is spelt, the check is of the page it means: no spelling leads round it (AC-12)."""

from collections.abc import Iterator
from urllib.parse import unquote_to_bytes
from uuid import uuid4

import pytest
from django.http import HttpResponseBase
from django.test import Client

from tests.web.bureau import Bureau
from tests.web.security.conftest import signed_in

pytestmark = pytest.mark.django_db
# guarded address -> a role it is not for, a role it is for
GUARDED = {
    "/organ/accounts/": ("职员", "系统管理员"),
    "/organ/rights/": ("系统管理员", "安全管理员"),
    "/organ/audit/": ("局长", "审计管理员"),
    "/desk/": ("审计管理员", "职员"),
    "/attendance/balances/": ("职员", "办公室"),
    "/attendance/pay/": ("职员", "财务"),
    "/organ/people/": ("安全管理员", "职员"),
    "/api/todo": ("系统管理员", "职员"),
}
NOT_OPEN = {301, 302, 400, 401, 403, 404, 405}


def spellings(address: str) -> Iterator[str]:
    bare = address.strip("/")
    first, _, rest = bare.partition("/")
    for end in (
        ";", ";.css", ";x=1", "/;/", ";/../", "..;/", ".css", ".js", "/.css", "%2ecss", ".", "..", "...", "/.", "/..",
        "%00", "%00.css", "%20", "%0a", "%0d%0a", "%3b.css", "%23", "%3f.css", "\\", "%5c", "/%2e", "//", "~", "%c0%af",
    ):  # fmt: skip
        yield f"/{bare}{end}"
    for begin in (
        "//", "/./", "/../", "/%2e/", "/%2e%2e/", "/..;/", "/;/", "/static/../", "/static/..;/", "/static/%2e%2e/",
        "/health/../", "/health/..;/", "/sign-in/login/../../", "/sign-in/login/..;/..;/", "/%252e%252e/", "\\", "/\\",
        "/%5c", "/%2f", "/x/..%2f", "/x/%2e%2e%2f", "/.css/..;/", "/%c0%ae%c0%ae/", "/..%5c", "/..%255c", "/%ef%bc%8f",
    ):  # fmt: skip
        yield f"{begin}{bare}/"
    double = "".join(f"%25{ord(letter):02x}" for letter in bare)
    wide = "".join(chr(ord(letter) + 0xFEE0) if letter.isalpha() else letter for letter in bare)
    for written in (bare.upper(), bare.title(), bare.swapcase(), double, wide, bare.replace("a", "%u0061")):
        yield f"/{written}/"
    for between in ("//", "/./", "/;/", ";/", "%252f", "\\", "%5c", "/..;/", "/x/../"):
        yield f"/{first}{between}{rest}/" if rest else f"/{between}{first}/"


def asked(client: Client, raw: str) -> HttpResponseBase:
    """As a server hands it over: the path is decoded once."""
    return client.get("/", PATH_INFO=unquote_to_bytes(raw).decode("latin-1"))


@pytest.mark.parametrize("address", GUARDED)
def test_no_spelling_opens_what_the_plain_one_does_not(address: str, bureau: Bureau) -> None:
    wrong, right = GUARDED[address]
    written = list(spellings(address))
    assert asked(signed_in(bureau, right), address).status_code == 200
    for client in (Client(raise_request_exception=False), signed_in(bureau, wrong)):
        told = {raw: asked(client, raw).status_code for raw in [address, *written]}
        assert {raw: status for raw, status in told.items() if status not in NOT_OPEN} == {}


def test_there_are_enough_of_them() -> None:
    assert len({raw for address in GUARDED for raw in spellings(address)}) > 400


@pytest.mark.parametrize(
    "header", ["X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "X-HTTP-Method-Override"]
)
def test_no_header_changes_which_page_is_meant(header: str, bureau: Bureau) -> None:
    client = signed_in(bureau, "职员")
    answer = client.get("/organ/audit/", headers={header: "/health"})
    assert answer.status_code == 403
    named = client.get("/health", headers={header: "/organ/audit/"})
    assert named.content == Client().get("/health").content


def test_a_spelling_of_a_writing_address_writes_nothing(bureau: Bureau) -> None:
    target = bureau.accounts["财务"]
    client = signed_in(bureau, "职员")
    for raw in spellings(f"/organ/accounts/{target.pk}/close/"):
        client.post("/", {"key": str(uuid4())}, PATH_INFO=unquote_to_bytes(raw).decode("latin-1"))
    target.refresh_from_db()
    assert target.is_active
