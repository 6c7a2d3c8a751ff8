"""Every endpoint, every caller: the declared table is exactly what happens (S2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from django.test import Client

from tests.api.calls import Calls, send
from tests.web.bureau import OFFICERS, STAFF, Bureau
from zhixing.api.main import api
from zhixing.journal.models import Entry

GUEST = "访客"


@dataclass(frozen=True)
class Endpoint:
    """How it is asked, and what each kind of caller gets."""

    method: str
    path: str
    body: object = None
    staff: int = 200
    guest: int = 401
    officer: int = 403


DECIDE = {"facts": {"职级": "一般人员", "假别": "事假", "天数": 2}, "on": "2026-09-01"}
UNFINISHED = {"kind": "事假", "first": "2026-09-08"}
ENDPOINTS: Mapping[str, Endpoint] = {
    "ask": Endpoint("POST", "/api/decide/02/请假审批", DECIDE, guest=200, officer=200),
    "days": Endpoint("GET", "/api/days?first=2026-09-01&last=2026-09-10", guest=200, officer=200),
    "due": Endpoint("GET", "/api/due?start=2026-09-01&n=3", guest=200, officer=200),
    "regulations": Endpoint("GET", "/api/regulations"),
    "regulation": Endpoint("GET", "/api/regulations/02"),
    "todo": Endpoint("GET", "/api/todo"),
    "matters": Endpoint("GET", "/api/matters"),
    "matter": Endpoint("GET", "/api/matters/{matter}"),
    "act": Endpoint("POST", "/api/matters/{matter}/acts/批注", {"seen": 0, "text": "看过"}, staff=409),
    "preview": Endpoint("POST", "/api/leave/preview", UNFINISHED),
    "draft": Endpoint("POST", "/api/leave/draft", UNFINISHED, staff=201),
    "leave": Endpoint("POST", "/api/leave", {}, staff=422),
    "outing": Endpoint("POST", "/api/outings", {}, staff=422),
    "overtime": Endpoint("POST", "/api/overtime", {}, staff=422),
    "attach": Endpoint("POST", "/api/matters/{matter}/attachments?what=病假单", {}, staff=422),
    "balances": Endpoint("GET", "/api/balances"),
    "meetings": Endpoint("GET", "/api/meetings"),
    "meeting": Endpoint("GET", "/api/meetings/9999", staff=404),
    "resolutions": Endpoint("GET", "/api/resolutions"),
    "resolution": Endpoint("GET", "/api/resolutions/9999", staff=404),
    "follow": Endpoint("POST", "/api/resolutions/9999/progress", {"kind": "进展"}, staff=404),
    "receipt": Endpoint("GET", "/api/receipts/1/{hash}"),
    "tokens": Endpoint("GET", "/api/tokens"),
    "revoke_token": Endpoint("POST", "/api/tokens/9999/revoke", {}, staff=404),
}
# Of one matter more is known than of the endpoint: whose it is (domain 4.10).
SEES_THE_MATTER = {"职员", "局领导", "局长", "办公室", "办公室主任"}


def expected(name: str, role: str) -> int:
    endpoint = ENDPOINTS[name]
    if role == GUEST:
        return endpoint.guest
    if role in OFFICERS:
        return endpoint.officer
    if name in {"matter", "act"} and role not in SEES_THE_MATTER:
        return 404
    return endpoint.staff


def test_every_endpoint_stands_in_the_table() -> None:
    document = api.get_openapi_schema()
    described = {
        operation["operationId"] for path in document["paths"].values() for operation in path.values()
    }
    assert described == set(ENDPOINTS)


@pytest.mark.parametrize("name", ENDPOINTS)
def test_each_caller_gets_what_is_declared(name: str, calls: Calls, bureau: Bureau) -> None:
    endpoint = ENDPOINTS[name]
    answer = calls.ask()
    path = endpoint.path.format(matter=answer.body["matter"]["id"], hash=first_hash(calls))
    key = f"access-{name}"
    got = {GUEST: send(endpoint.method, path, endpoint.body, key=key).status}
    for role in STAFF:
        got[role] = send(endpoint.method, path, endpoint.body, secret=calls.secret(role), key=key).status
    for officer in OFFICERS:
        client = Client()
        client.force_login(bureau.accounts[officer])
        got[officer] = send(endpoint.method, path, endpoint.body, key=key, client=client).status
    assert got == {role: expected(name, role) for role in (GUEST, *STAFF, *OFFICERS)}


def first_hash(calls: Calls) -> str:
    return Entry.objects.get(organ=calls.bureau.organ.key, seq=1).hash
