"""What every kind of failure answers. Nothing of the machinery is told to the caller."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, AuthorizationError, HttpError, ValidationError

from zhixing.api.faults import findings
from zhixing.api.parser import Unreadable
from zhixing.api.problems import of_refusal, problem
from zhixing.api.rate import TooMany
from zhixing.law.faults import EditionFault, EditionFaults, fault_json
from zhixing.law.refusal import Conflict, Finding, Refusal

log = logging.getLogger("zhixing.api")
CHALLENGE = 'Bearer realm="zhixing"'


def refused(_: HttpRequest, refusal: Refusal) -> HttpResponse:
    return of_refusal(refusal)


def overtaken(_: HttpRequest, conflict: Conflict) -> HttpResponse:
    return of_refusal(conflict, 409)


def missing(*_: object) -> HttpResponse:
    return problem(404)


def too_large(*_: object) -> HttpResponse:
    return problem(413)


def unreadable(_: HttpRequest, error: ValidationError) -> HttpResponse:
    return problem(422, "请求内容不合要求，没有办理。", findings(error.errors))


def too_many(_: HttpRequest, error: TooMany) -> HttpResponse:
    finding = Finding("请求次数", "这一分钟内已用完", "接口说明中的次数以内", f"请{error.wait}秒后再试。")
    answer = problem(429, findings=[finding])
    answer["Retry-After"] = str(error.wait)
    return answer


def unknown(*_: object) -> HttpResponse:
    answer = problem(401)
    answer["WWW-Authenticate"] = CHALLENGE
    return answer


def forbidden(_: HttpRequest, error: AuthorizationError) -> HttpResponse:
    return problem(403, error.message)


def of_status(_: HttpRequest, error: HttpError) -> HttpResponse:
    if isinstance(error.__cause__, Unreadable):
        found = str(error.__cause__)
        finding = Finding("请求内容", found, "接口说明中的JSON对象", "请按接口说明改正后再发。")
        return problem(400, findings=[finding])
    return problem(error.status_code)


def faulty(_: HttpRequest, fault: EditionFault) -> HttpResponse:
    """The case for which the regulation has no row, or two: named, so that it can be mended."""
    log.error("edition fault: %s", fault)
    told = Finding(fault.question, fault.what, "每种情况恰有一行", "请按制度体检修订版本。", who="办公室")
    return problem(500, "制度版本有误，不能作答。", [told], fault=fault.as_json())


def unreadable_edition(_: HttpRequest, error: EditionFaults) -> HttpResponse:
    log.error("edition faults: %s", error)
    told = [
        Finding(f"{fault.file}第{fault.line}行", fault.found, fault.expected, "请修订版本。", who="办公室")
        for fault in error.faults
    ]
    return problem(500, "制度版本有误，不能作答。", told, faults=[fault_json(each) for each in error.faults])


def unavailable(request: HttpRequest, error: Exception) -> HttpResponse:
    log.error("database unavailable at %s", request.path, exc_info=error)
    answer = problem(503)
    answer["Retry-After"] = "5"
    return answer


def broken(request: HttpRequest, error: Exception) -> HttpResponse:
    log.error("broken at %s", request.path, exc_info=error)
    return problem(500)


Answer = Callable[[HttpRequest, Any], HttpResponse]
HANDLERS: Mapping[type[Exception], Answer] = {
    Refusal: refused,
    Conflict: overtaken,
    ValidationError: unreadable,
    TooMany: too_many,
    AuthenticationError: unknown,
    AuthorizationError: forbidden,
    HttpError: of_status,
    Http404: missing,
    RequestDataTooBig: too_large,
    EditionFault: faulty,
    EditionFaults: unreadable_edition,
    OperationalError: unavailable,
    InterfaceError: unavailable,
    Exception: broken,
}


def install(api: NinjaAPI) -> None:
    for kind, answer in HANDLERS.items():
        api.add_exception_handler(kind, answer)
