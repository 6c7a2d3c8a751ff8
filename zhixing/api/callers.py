"""Who calls: a program with a person's token, the person at the desk, or, for public questions, anybody."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import AuthenticationError, AuthorizationError
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import check_csrf

from zhixing.api.rate import count
from zhixing.organ.address import address_of
from zhixing.organ.models import Account, Person, Token
from zhixing.organ.models.token import WRITE
from zhixing.organ.policy import Viewer, viewer_of
from zhixing.organ.refusals import REFUSED, keep
from zhixing.organ.tokens import holder, note_use

STAFF, GUEST = "职员", "访客"
LONGEST_PATH = 200
refused = logging.getLogger("zhixing.refused")


@dataclass(frozen=True, slots=True)
class Caller:
    """A member of the staff, seen as on the desk. `scope` is 只读 or 读写; `token` is None at the desk."""

    viewer: Viewer
    person: Person
    scope: str
    token: Token | None = None


class ApiRequest(HttpRequest):
    """`at` is set by the desk's middleware, `auth` below; a guest of a public endpoint is 访客."""

    at: datetime
    auth: Caller | str
    user: Account


class Bearer(HttpBearer):
    """Authorization: Bearer zx_…"""

    openapi_description = "本人的接口令牌：只读令牌只能查询，读写令牌还能办理。"

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        return by_token(request, token)


class Session(APIKeyCookie):
    """The sign-in of the desk; what writes needs the desk's own CSRF token as well."""

    param_name = settings.SESSION_COOKIE_NAME
    openapi_description = "在网页上登录后的会话；办理时还须带 X-CSRFToken。"

    def __call__(self, request: HttpRequest) -> Caller | None:
        if not request.user.is_authenticated:
            return None
        if check_csrf(request) is not None:
            raise AuthorizationError(403, "会话请求没有带有效的防伪令牌（X-CSRFToken）。")
        return by_session(request)

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:  # noqa: ARG002 -- ninja's signature
        return by_session(request)


BOTH = (Bearer(), Session())


def anyone(request: HttpRequest) -> Caller | str:
    """For public questions: whoever asks; but a token that is shown must be a good one."""
    if request.headers.get("Authorization"):
        scheme, _, secret = request.headers["Authorization"].partition(" ")
        return by_token(request, secret.strip() if scheme.lower() == "bearer" else "")
    if isinstance(request.user, Account):
        count(f"account-{request.user.pk}", "令牌", moment(request))
        return _at_the_desk(request.user, moment(request)) or GUEST
    count(address_of(request), "访客", moment(request))
    return GUEST


def by_token(request: HttpRequest, secret: str) -> Caller:
    """Raises AuthenticationError for a token that is unknown, run out, revoked, or of somebody who left."""
    at = moment(request)
    token = holder(secret, at)
    if token is None or token.account.person is None:
        return _no_token(request)
    count(f"token-{token.pk}", "令牌", at)
    note_use(token, at)
    viewer = viewer_of(token.account, timezone.localdate(at))
    return Caller(viewer, token.account.person, token.scope, token)


def by_session(request: HttpRequest) -> Caller:
    """Raises AuthorizationError for an account that does no business: the three officers, whoever left."""
    assert isinstance(request.user, Account)
    count(f"account-{request.user.pk}", "令牌", moment(request))
    caller = _at_the_desk(request.user, moment(request))
    if caller is None:
        refused.warning("refused account=%s path=%s", request.user.pk, request.path)
        told = {"页面": request.path[:LONGEST_PATH], "来源": address_of(request)}
        keep(request.user, REFUSED, told, moment(request))
        raise AuthorizationError(403, "本账号不办理业务。")
    return caller


def _at_the_desk(account: Account, at: datetime) -> Caller | None:
    viewer = viewer_of(account, timezone.localdate(at)) if account.organ_id else None
    if viewer is None or viewer.person is None or STAFF not in viewer.roles:
        return None
    return Caller(viewer, viewer.person, WRITE)


def _no_token(request: HttpRequest) -> NoReturn:
    refused.warning("refused token address=%s path=%s", address_of(request), request.path)
    count(address_of(request), "错误令牌", moment(request))
    raise AuthenticationError


def moment(request: HttpRequest) -> datetime:
    at = request.at  # type: ignore[attr-defined]  # set by the desk's middleware
    assert isinstance(at, datetime)
    return at


def calling(request: ApiRequest) -> Caller:
    """The caller of an endpoint that is not public."""
    assert isinstance(request.auth, Caller)
    return request.auth


def known(request: ApiRequest) -> Caller | None:
    """The caller of a public endpoint, if it is somebody."""
    return request.auth if isinstance(request.auth, Caller) else None
