"""Every page passes here: the access table says who may open it, and what it does not name is closed (AC-01)."""

import logging
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from zhixing.organ.address import address_of
from zhixing.organ.refusals import REFUSED, keep
from zhixing.web.access import may_open
from zhixing.web.pages.errors import forbidden
from zhixing.web.requests import DeskRequest

refused = logging.getLogger("zhixing.refused")


class Gate:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponseBase | None:
        asked = cast("DeskRequest", request)
        name = asked.resolver_match.view_name if asked.resolver_match else ""
        if may_open(name, asked.roles):
            return None
        if not asked.user.is_authenticated:
            return to_sign_in(asked)
        refused.warning("refused account=%s page=%s", asked.user.pk, name)
        keep(asked.user, REFUSED, {"页面": name, "来源": address_of(request)}, asked.at)
        return forbidden(asked)


def to_sign_in(request: DeskRequest) -> HttpResponse:
    """The sign-in page, and back here afterwards; a part of a page asks its whole page to go there."""
    came_from = request.htmx.current_url_abs_path if request.htmx else request.get_full_path()
    address = f"{reverse('account_login')}?{urlencode({'next': came_from or '/'})}"
    if request.htmx:
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return redirect(address)
