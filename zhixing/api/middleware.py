"""Around the interface: too large a request is not read, and no refusal leaves as a page."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from zhixing.api.problems import problem

Answer = Callable[[HttpRequest], HttpResponseBase]
PREFIX = "/api/"
FILES = "/attachments"
FIRST_REFUSAL = 400
KEPT = ("Allow", "WWW-Authenticate", "Retry-After")


def plain_answers(get_response: Answer) -> Answer:
    def answer(request: HttpRequest) -> HttpResponseBase:
        if not request.path.startswith(PREFIX):
            return get_response(request)
        if length_of(request) > most(request.path):
            return problem(413)
        return as_problem(get_response(request))

    return answer


def most(path: str) -> int:
    """Bytes that are read: a file may be as large as on the page, with room for the form around it."""
    room = settings.API_LARGEST_BYTES
    return settings.FILES_LARGEST_BYTES + room if path.endswith(FILES) else room


def length_of(request: HttpRequest) -> int:
    said = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(said) if said.isdecimal() else 0


def as_problem(response: HttpResponseBase) -> HttpResponseBase:
    """Pages of Django's own for an unknown address, a wrong method or a fault become problems."""
    if response.status_code < FIRST_REFUSAL or "json" in response.headers.get("Content-Type", ""):
        return response
    said = problem(response.status_code)
    for name in KEPT:
        if name in response.headers:
            said[name] = response.headers[name]
    return said
