"""Tokens: shown once, kept as a digest, ended by time, by hand, and by leaving the organ."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
import time_machine
from django.test import Client

from tests.api.calls import LEAVE, NOW, Calls, send, token_of
from tests.web.bureau import Bureau
from zhixing.journal.models import Entry
from zhixing.law.refusal import Conflict, Refusal
from zhixing.organ.accounts import close_account
from zhixing.organ.models import Token
from zhixing.organ.models.token import READ
from zhixing.organ.tokens import MOST, issue, revoke


def todo(secret: str) -> int:
    return send("GET", "/api/todo", secret=secret).status


def test_only_the_digest_of_a_token_is_kept(bureau: Bureau) -> None:
    secret = token_of(bureau.accounts["职员"])
    token = Token.objects.get()
    assert secret.startswith("zx_")
    assert len(secret) > 40
    kept = [str(value) for value in (*vars(token).values(), *Entry.objects.values_list("payload", "states"))]
    assert not any(secret in text or secret[3:] in text for text in kept)


def test_a_token_opens_what_its_person_may_see_and_notes_its_use(bureau: Bureau) -> None:
    assert todo(token_of(bureau.accounts["职员"])) == 200
    assert Token.objects.get().last_used_at == NOW


def test_a_token_ends_at_its_last_moment(bureau: Bureau) -> None:
    secret = token_of(bureau.accounts["职员"], days=1)
    with time_machine.travel(NOW + timedelta(days=1, seconds=-1), tick=False):
        assert todo(secret) == 200
    with time_machine.travel(NOW + timedelta(days=1), tick=False):
        assert todo(secret) == 401


def test_a_revoked_token_opens_nothing_at_once(bureau: Bureau) -> None:
    secret = token_of(bureau.accounts["职员"])
    revoke(token=Token.objects.get(), actor="E001 林小满", at=NOW, key="revoke")
    assert todo(secret) == 401
    assert Entry.objects.filter(action="吊销接口令牌").count() == 1


def test_one_revokes_the_own_token_over_the_interface_and_nobody_elses(calls: Calls) -> None:
    secret = calls.secret("职员")
    own = calls.get("职员", "/api/tokens").body["items"]
    assert [(token["name"], token["scope"], token["state"]) for token in own] == [("测试", "读写", "有效")]
    assert calls.post("局长", f"/api/tokens/{own[0]['id']}/revoke").status == 404
    assert calls.post("职员", f"/api/tokens/{own[0]['id']}/revoke").status == 200
    assert todo(secret) == 401


@pytest.mark.parametrize("text", ["", "zx_", "zx_unknown", "测试", "Bearer", "\x00", "zx_" + "a" * 5000])
def test_no_other_text_is_a_token(text: str, db: None) -> None:
    client = Client(headers={"Authorization": f"Bearer {text}".encode().decode("latin-1")})
    assert client.get("/api/todo").status_code == 401


def test_whoever_leaves_leaves_the_tokens_behind(bureau: Bureau) -> None:
    secret = token_of(bureau.accounts["职员"])
    bureau.person("职员").services.update(until=date(2026, 8, 31))
    assert todo(secret) == 401


def test_a_closed_account_has_no_tokens(bureau: Bureau) -> None:
    secret = token_of(bureau.accounts["职员"])
    close_account(account=bureau.accounts["职员"], actor="系统管理员", at=NOW, key="close")
    assert todo(secret) == 401


def test_a_reading_token_reads_and_never_writes(bureau: Bureau) -> None:
    secret = token_of(bureau.accounts["职员"], scope=READ)
    assert todo(secret) == 200
    assert send("POST", "/api/leave/preview", LEAVE, secret=secret).status == 200
    refused = send("POST", "/api/leave", LEAVE, secret=secret, key="a-key-of-mine")
    assert (refused.status, refused.body["conclusion"]) == (403, "这个令牌只能查询，不能办理。")


def test_every_fault_of_a_new_token_is_named_at_once(bureau: Bureau) -> None:
    with pytest.raises(Refusal) as caught:
        issue(
            account=bureau.accounts["审计管理员"],
            name=" ",
            scope="全部",
            days=400,
            actor="测试",
            at=NOW,
            key="k",
        )
    assert [finding.fact for finding in caught.value.findings] == ["账号", "用途", "权限", "有效期"]


def test_one_has_only_so_many_tokens(bureau: Bureau) -> None:
    for _ in range(MOST):
        token_of(bureau.accounts["职员"])
    with pytest.raises(Refusal):
        token_of(bureau.accounts["职员"])


def test_a_secret_is_not_shown_a_second_time(bureau: Bureau) -> None:
    one_more = partial(
        issue, account=bureau.accounts["职员"], name="a", scope=READ, days=1, actor="测试", at=NOW, key="same"
    )
    one_more()
    with pytest.raises(Conflict):
        one_more()
    assert Token.objects.count() == 1


def test_a_sign_in_at_the_desk_writes_only_with_the_desks_own_csrf_token(calls: Calls) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(calls.bureau.accounts["职员"])
    assert send("GET", "/api/todo", client=client).status == 200
    refused = send("POST", "/api/leave", LEAVE, key="csrf-test-1", client=client)
    assert (refused.status, "X-CSRFToken" in refused.body["conclusion"]) == (403, True)
    client.cookies["csrftoken"] = "a" * 32
    client.defaults["HTTP_X_CSRFTOKEN"] = "a" * 32
    assert send("POST", "/api/leave", LEAVE, key="csrf-test-2", client=client).status == 201
