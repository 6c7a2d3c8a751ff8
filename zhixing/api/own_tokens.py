"""One's own tokens: listed without their secrets, revoked at once. They are issued at the desk, never here."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.http import Http404
from ninja import Field, Path, Router, Schema

from zhixing.api.callers import BOTH, ApiRequest, calling
from zhixing.api.once import Key, once
from zhixing.api.schemas import LARGEST_ID, ReceiptOut, listed, local, private, receipt_out
from zhixing.journal.write import Receipt
from zhixing.office.matters.store import in_service_name
from zhixing.organ.models import Token
from zhixing.organ.policy import visible
from zhixing.organ.tokens import revoke, state_of

router = Router(tags=["令牌"], auth=BOTH)
TokenId = Annotated[int, Path(title="令牌", ge=1, le=LARGEST_ID)]


class TokenOut(Schema):
    """一个令牌"""

    id: int = Field(title="令牌")
    name: str = Field(title="用途")
    scope: str = Field(title="权限")
    state: str = Field(title="状态")
    created_at: datetime = Field(title="签发时间")
    until: datetime = Field(title="有效期至")
    last_used_at: datetime | None = Field(title="最后使用")


class TokenList(Schema):
    """本人的令牌，新的在前"""

    items: list[TokenOut] = Field(title="令牌")


@router.get("/tokens", response=private(TokenList), summary="我的令牌")
def tokens(request: ApiRequest) -> dict[str, Any]:
    def shape(token: Token) -> dict[str, Any]:
        return {
            "id": token.pk,
            "name": token.name,
            "scope": token.scope,
            "state": state_of(token, request.at),
            "created_at": local(token.created_at),
            "until": local(token.until),
            "last_used_at": local(token.last_used_at),
        }

    return {"items": listed(shape, visible(calling(request).viewer, Token))}


@router.post(
    "/tokens/{number}/revoke", response=private(ReceiptOut, 404, 409, 413, 422), summary="吊销一个令牌"
)
def revoke_token(request: ApiRequest, number: TokenId, key: Key) -> dict[str, Any]:
    caller = calling(request)
    token = visible(caller.viewer, Token).filter(pk=number).first()
    if token is None:
        raise Http404

    def act(full: str) -> Receipt:
        return revoke(token=token, actor=in_service_name(caller.person), at=request.at, key=full)

    return receipt_out(once(request, key, {}, act))
