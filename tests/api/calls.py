"""Calling the interface as a program does: over HTTP, with a person's token, with a key for every act."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from django.test import Client

from tests.web.bureau import Bureau
from zhixing.organ.models import Account
from zhixing.organ.models.token import WRITE
from zhixing.organ.tokens import issue

NOW = datetime(2026, 9, 1, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
PROBLEM = "application/problem+json"
# Tuesday to Thursday; three working days
LEAVE = {
    "kind": "事假",
    "first": "2026-09-08",
    "last": "2026-09-10",
    "reason": "家中有事",
    "stand_in": "E002",
}


@dataclass
class Answer:
    status: int
    body: Any
    headers: Any

    @property
    def facts(self) -> list[str]:
        """What each finding is about."""
        return [finding["fact"] for finding in self.body["findings"]]


@dataclass
class Calls:
    bureau: Bureau
    keys: count[int] = field(default_factory=count)
    secrets: dict[str, str] = field(default_factory=dict)

    def secret(self, role: str) -> str:
        if role not in self.secrets:
            self.secrets[role] = token_of(self.bureau.accounts[role])
        return self.secrets[role]

    def get(self, role: str, path: str) -> Answer:
        return send("GET", path, secret=self.secret(role))

    def post(self, role: str, path: str, body: object = None, key: str = "") -> Answer:
        key = key or f"test-key-{next(self.keys)}"
        return send("POST", path, body if body is not None else {}, secret=self.secret(role), key=key)

    def ask(self, role: str = "职员", **changed: object) -> Answer:
        """Submit the usual three days."""
        return self.post(role, "/api/leave", {**LEAVE, **changed})

    def asked(self, role: str = "职员", **changed: object) -> int:
        """The matter of a leave that was submitted."""
        answer = self.ask(role, **changed)
        assert answer.status == 201, answer.body
        return int(answer.body["matter"]["id"])

    def version(self, matter: int, role: str = "办公室") -> int:
        return int(self.get(role, f"/api/matters/{matter}").body["version"])

    def act(self, role: str, matter: int, act: str, key: str = "", **said: object) -> Answer:
        body = {"seen": self.version(matter), **said}
        return self.post(role, f"/api/matters/{matter}/acts/{act}", body, key)


def token_of(account: Account, scope: str = WRITE, days: int = 30, at: datetime = NOW) -> str:
    issued = issue(
        account=account, name="测试", scope=scope, days=days, actor="测试", at=at,
        key=f"token-{account.pk}-{account.tokens.count()}",
    )  # fmt: skip
    return issued.secret


def send(
    method: str,
    path: str,
    body: object = None,
    *,
    secret: str = "",
    key: str = "",
    client: Client | None = None,
) -> Answer:
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    if key:
        headers["Idempotency-Key"] = key
    text = body if isinstance(body, bytes | str) else json.dumps(body, ensure_ascii=False)
    response = (client or Client()).generic(
        method, path, text if body is not None else "", content_type="application/json", headers=headers
    )
    read = json.loads(response.content) if "json" in response.headers.get("Content-Type", "") else None
    return Answer(response.status_code, read, response.headers)
