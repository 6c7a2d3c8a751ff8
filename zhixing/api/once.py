"""Writing requests: only with a writing token, and once for each Idempotency-Key whatever the network does."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypeVar

from django.db import transaction
from ninja import Header
from ninja.errors import AuthorizationError

from zhixing.api.callers import ApiRequest, calling
from zhixing.api.models import Sent
from zhixing.journal.write import Receipt, already_done
from zhixing.law.refusal import Conflict, Finding
from zhixing.organ.models.token import WRITE

T = TypeVar("T")
Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        title="办理键",
        description="由调用方生成，每次办理一个；没有收到答复时用同一个键重发，只办一次。",
        min_length=8,
        max_length=100,
        pattern=r"^[!-~]+$",
    ),
]


def once(request: ApiRequest, key: str, content: Mapping[str, Any], act: Callable[[str], T]) -> T:
    """Run `act` with the key of the journal, in one transaction; what is refused leaves the key free.

    Raises AuthorizationError for a reading token, Conflict for a key that came with other content.
    """
    caller = calling(request)
    if caller.scope != WRITE:
        raise AuthorizationError(403, "这个令牌只能查询，不能办理。")
    organ, account = caller.viewer.organ, caller.viewer.account
    with transaction.atomic():
        sent, _ = Sent.objects.get_or_create(
            account=account,
            key=key,
            defaults={"organ": organ, "digest": digest(request.path, content), "at": request.at},
        )
        if sent.digest != digest(request.path, content):
            raise Conflict("没有办理：这个办理键已经用于另一次请求。", [USED])
        return act(f"api/{account.pk}/{key}")


def digest(path: str, content: Mapping[str, Any]) -> str:
    told = json.dumps([path, content], ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()


def receipt_of(request: ApiRequest, key: str) -> Receipt:
    """The receipt of an act that has been done under this key of the journal."""
    receipt = already_done(calling(request).viewer.organ.key, key)
    assert receipt is not None
    return receipt


USED = Finding("办理键", "已经用过，内容不同", "每次办理各用一个", "请换一个办理键再发。", who="调用方")
