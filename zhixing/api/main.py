"""The interface as a whole: version 1, mounted at /api/, described at /api/openapi.json."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from zhixing.api import (
    acts,
    attachments,
    away,
    balances,
    books,
    days,
    decide,
    handlers,
    leave,
    matters,
    meetings,
    own_tokens,
    receipts,
)
from zhixing.api.parser import StrictParser
from zhixing.api.problems import MEDIA_TYPE, TITLES
from zhixing.api.rendering import PlainJson

FIRST_REFUSAL = 400
ABOUT = (
    "除标明公开的以外，请求须带本人的接口令牌（Authorization: Bearer zx_…），所见所办与本人在网页上相同。"
    "凡是拒绝，都答 application/problem+json：结论，然后逐条列出事实、依据、下一步、谁能处理，一次列全。"
    "办理类请求须带 Idempotency-Key，没有收到答复时用同一个键重发。"
)


class Api(NinjaAPI):
    """As the library's, with a description that says what is really sent."""

    def get_openapi_schema(self, **_: Any) -> OpenAPISchema:
        return self.described

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__

    @cached_property
    def described(self) -> OpenAPISchema:
        document = super().get_openapi_schema()
        for path in document["paths"].values():
            for operation in path.values():
                _describe(operation["responses"])
        return document


def _describe(responses: dict[Any, dict[str, Any]]) -> None:
    """Chinese words for every status, and the media type of a refusal."""
    for status, response in responses.items():
        response["description"] = TITLES[int(status)]
        if int(status) >= FIRST_REFUSAL:
            response["content"] = {MEDIA_TYPE: next(iter(response["content"].values()))}


api = Api(
    title="制行接口",
    version="1",
    description=ABOUT,
    urls_namespace="api",
    docs_url=None,
    renderer=PlainJson(),
    parser=StrictParser(),
)
handlers.install(api)
for room in (
    decide,
    days,
    books,
    matters,
    acts,
    attachments,
    leave,
    away,
    balances,
    meetings,
    receipts,
    own_tokens,
):
    api.add_router("", room.router)
