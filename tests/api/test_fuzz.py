"""What nobody would send, sent some hundred times: no fault of ours, nothing but the declared answers (S3).

Cases are derived from the description, always the same ones, a bounded number for every operation.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as bounds
from pytest_django import Settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.specs.openapi.schemas import OpenApiSchema

from tests.api.calls import NOW, Calls
from zhixing.api.main import api
from zhixing.law.decide import questions
from zhixing.regulations.attendance.book import BOOK

EACH = 8
QUESTIONS = questions(BOOK, on=NOW.date())
OPERATIONS = sorted(
    operation["operationId"]
    for path in api.get_openapi_schema()["paths"].values()
    for operation in path.values()
)
# Well-formed requests are often refused for what they say (422), so acceptance is not among the checks.
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
bounded = bounds(
    max_examples=EACH,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@contextmanager
def one_connection() -> Iterator[None]:
    """A server closes old connections around each request; here all of them share the test's transaction."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture(scope="module")
def described() -> OpenApiSchema:
    with one_connection():
        return schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application())


@pytest.fixture(autouse=True)
def _as_often_as_it_takes(settings: Settings) -> None:
    settings.API_RATES = dict.fromkeys(settings.API_RATES, 1_000_000)


def aim(case: Case[Any], matter: int, turn: int, calls: Calls) -> None:
    """At what is there, in the version that is there: or every request would end at the door."""
    path, body = case.path_parameters, case.body
    if "question" in path:
        path.update(number=BOOK.number, question=QUESTIONS[turn % len(QUESTIONS)])
    elif "matters" in case.operation.path and "number" in path:
        path["number"] = matter
    elif "regulations" in case.operation.path and "number" in path:
        path["number"] = BOOK.number
    if isinstance(body, dict) and "seen" in body:
        body["seen"] = calls.version(matter)
        body["people"] = ["E002"]


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["well", "ill"])
@pytest.mark.parametrize("name", OPERATIONS)
def test_no_request_breaks_the_interface(
    name: str, mode: GenerationMode, described: OpenApiSchema, calls: Calls
) -> None:
    assert len(fuzz(name, mode, described, calls)) == EACH


def test_a_fault_would_have_been_found(
    described: OpenApiSchema, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zhixing.api.balances.account", lambda *_: {"account": 1 // 0})
    with pytest.raises(BaseException) as caught:  # noqa: PT011 -- a group of the library's own
        fuzz("balances", GenerationMode.POSITIVE, described, calls)
    assert isinstance(caught.value, FailureGroup)


def fuzz(name: str, mode: GenerationMode, described: OpenApiSchema, calls: Calls) -> list[int]:
    """The status of every answer; raises FailureGroup for one that is not as declared."""
    operation = described.find_operation_by_id(name)
    matter = calls.asked()
    sent: list[int] = []

    @bounded
    @given(case=operation.as_strategy(mode))
    def each(case: Case[Any]) -> None:
        if mode is GenerationMode.POSITIVE:
            aim(case, matter, len(sent), calls)
        headers = {"Authorization": f"Bearer {calls.secret('局领导')}"}
        with one_connection():
            response = case.call(headers=headers)
        case.validate_response(response, checks=CHECKS)
        sent.append(response.status_code)

    each()
    return sent
