"""What is too large, too deep or too many is refused before it costs anything (IN-15)."""

import json
import time
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import timezone

from tests.api.calls import LEAVE, token_of
from tests.web.bureau import Bureau
from tests.web.security.conftest import signed_in

pytestmark = pytest.mark.django_db
PATIENCE = 2  # seconds
JSON = "application/json"
FORMS = (
    "/attendance/leave/new/",
    "/attendance/leave/preview/",
    "/attendance/outings/new/",
    "/attendance/overtime/new/",
    "/attendance/notes/new/",
    "/phrases/",
)
HUGE = json.dumps({"reason": "长" * (10 * 1024 * 1024 // 6)})
DEEP = '{"a":' * 10_000 + "1" + "}" * 10_000
LIST = "[" * 10_000 + "]" * 10_000


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < PATIENCE * 2


def allowed(bureau: Bureau) -> dict[str, str]:
    secret = token_of(bureau.accounts["职员"], at=timezone.now())
    return {"Authorization": f"Bearer {secret}", "Idempotency-Key": "limits-1"}


def refused(status: int) -> bool:
    return 400 <= status < 500


def test_the_bodies_are_as_large_as_they_are_said_to_be() -> None:
    assert len(HUGE) >= 10 * 1024 * 1024
    with pytest.raises(RecursionError):
        json.loads(DEEP)


@pytest.mark.parametrize("body", [HUGE, DEEP, LIST], ids=["10 MB", "10000 objects deep", "10000 lists deep"])
def test_the_interface_refuses_a_body_beyond_its_limits(body: str, bureau: Bureau) -> None:
    headers = allowed(bureau)
    client = Client(raise_request_exception=False)
    for address in ("/api/leave", "/api/regulations/attendance/ask", "/api/tokens"):
        began = time.monotonic()
        answer = client.post(address, body, content_type=JSON, headers=headers)
        assert refused(answer.status_code), (address, answer.status_code)
        assert time.monotonic() - began < PATIENCE


@pytest.mark.parametrize("body", [HUGE, DEEP, LIST], ids=["10 MB", "10000 objects deep", "10000 lists deep"])
@pytest.mark.parametrize("address", FORMS[:1] + FORMS[2:])
def test_a_page_takes_no_json(address: str, body: str, staff: Client) -> None:
    assert refused(staff.post(address, body, content_type=JSON).status_code)


@pytest.mark.parametrize("address", FORMS)
def test_a_form_of_ten_megabytes_is_not_read(address: str, bureau: Bureau) -> None:
    client = signed_in(bureau, "职员")
    assert refused(client.post(address, {"reason": "x" * 10 * 1024 * 1024}).status_code)


@pytest.mark.parametrize("address", FORMS)
def test_a_form_of_three_thousand_fields_is_not_read(address: str, staff: Client) -> None:
    assert refused(staff.post(address, {f"field{number}": "1" for number in range(3000)}).status_code)


@pytest.mark.parametrize("address", [one for one in FORMS if "preview" not in one])
def test_a_very_long_field_is_refused_at_its_field(address: str, staff: Client) -> None:
    names = ("reason", "text", "place", "destination", "content", "task")
    answer = staff.post(address, dict.fromkeys(names, "长" * 100_000))
    assert refused(answer.status_code)


def test_a_very_long_field_of_the_interface_is_refused(bureau: Bureau) -> None:
    headers = allowed(bureau)
    long = {**LEAVE, "reason": "长" * 5000}
    assert Client().post("/api/leave", long, content_type=JSON, headers=headers).status_code == 422


@pytest.mark.parametrize("size", ["101", "100000", "0", "-1", "1e9"])
def test_the_interface_hands_out_no_larger_page(size: str, bureau: Bureau) -> None:
    headers = allowed(bureau)
    assert Client().get(f"/api/matters?size={size}", headers=headers).status_code == 422
    assert Client().get("/api/matters?size=100", headers=headers).status_code == 200


@pytest.mark.parametrize("page", ["0", "-1", "99999999999999999999", "1e9", "%00", "x" * 5000])
@pytest.mark.parametrize("address", ["/todo/", "/started/", "/notices/", "/organ/people/", "/search/?q=a"])
def test_a_page_number_out_of_range_is_harmless(address: str, page: str, staff: Client) -> None:
    joined = "&" if "?" in address else "?"
    assert staff.get(f"{address}{joined}page={page}").status_code in {200, 400}
    assert staff.get(f"{address}{joined}size=100000").status_code == 200
