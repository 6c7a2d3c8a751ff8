"""Pages are not kept by browsers or proxies: the next person at the desk sees nothing (DP-05)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.urls import ResolverMatch

Answer = Callable[[HttpRequest], HttpResponseBase]
SIGNED_OUT = "account_logout"


def no_store(get_response: Answer) -> Answer:
    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        if request.method == "POST" and view_name(request.resolver_match) == SIGNED_OUT:
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response

    return answer


def view_name(match: ResolverMatch | None) -> str:
    return match.view_name if match else ""
