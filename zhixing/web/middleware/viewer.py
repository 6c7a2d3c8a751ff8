"""Who looks: the viewer, the roles and the moment of a request, found once."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from zhixing.organ.clock import now
from zhixing.organ.models import Account
from zhixing.organ.policy import viewer_of
from zhixing.web.access_roles import GUEST, SIGNED_IN
from zhixing.web.requests import DeskRequest

Answer = Callable[[HttpRequest], HttpResponseBase]


def viewer(get_response: Answer) -> Answer:
    def answer(request: HttpRequest) -> HttpResponseBase:
        mark(cast("DeskRequest", request))
        return get_response(request)

    return answer


def mark(request: DeskRequest) -> None:
    request.at = now()
    request.viewer = None
    request.roles = frozenset({GUEST})
    if request.user.is_authenticated:
        request.roles |= {SIGNED_IN}
        if isinstance(request.user, Account) and request.user.organ_id:
            request.viewer = viewer_of(request.user, timezone.localdate(request.at))
            request.roles |= request.viewer.roles
