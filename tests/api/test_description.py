"""The description of the interface: OpenAPI 3.1, in Chinese, with every act and every refusal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.api.calls import PROBLEM, send
from zhixing.api.acts import ALL_ACTS
from zhixing.api.main import api

CHINESE = re.compile(r"[\u4e00-\u9fff]")
METHODS = {"get", "post"}


@pytest.fixture(scope="module")
def document() -> Mapping[str, Any]:
    return api.get_openapi_schema()


def operations(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for path in document["paths"].values():
        yield from path.items()


def test_it_is_served_to_whoever_asks_and_no_page_stands_beside_it(db: None) -> None:
    answer = send("GET", "/api/openapi.json")
    assert (answer.status, answer.body["openapi"], answer.body["info"]["version"]) == (200, "3.1.0", "1")
    assert send("GET", "/api/docs").status == 404


def test_every_operation_field_and_status_is_told_in_chinese(document: Mapping[str, Any]) -> None:
    told = [operation["summary"] for _, operation in operations(document)]
    told += [
        answer["description"] for _, each in operations(document) for answer in each["responses"].values()
    ]
    told += [each["schema"]["title"] for _, op in operations(document) for each in op["parameters"]]
    for shape in document["components"]["schemas"].values():
        told.append(shape["description"])
        told += [field["title"] for field in shape["properties"].values()]
    assert [text for text in told if not CHINESE.search(text)] == []


def test_every_refusal_is_declared_as_a_problem(document: Mapping[str, Any]) -> None:
    for method, operation in operations(document):
        assert method in METHODS
        for status, answer in operation["responses"].items():
            assert set(answer["content"]) == {PROBLEM if int(status) >= 400 else "application/json"}


def test_every_writing_operation_wants_a_key_and_knows_422_and_409(document: Mapping[str, Any]) -> None:
    reading = {"ask", "preview"}
    writing = [
        op for method, op in operations(document) if method == "post" and op["operationId"] not in reading
    ]
    assert len(writing) == 8
    for operation in writing:
        headers = [each for each in operation["parameters"] if each["in"] == "header"]
        assert [(each["name"], each["required"]) for each in headers] == [("Idempotency-Key", True)]
        assert {409, 422} <= set(operation["responses"])


def test_every_act_of_the_office_is_offered(document: Mapping[str, Any]) -> None:
    place = document["paths"]["/api/matters/{number}/acts/{act}"]["post"]["parameters"]
    offered = next(each["schema"]["enum"] for each in place if each["name"] == "act")
    assert offered == list(ALL_ACTS)
    spoken = [
        "提交",
        "同意",
        "不同意",
        "退回",
        "撤回",
        "取回",
        "转办",
        "加签",
        "传阅",
        "抄送",
        "催办",
        "批注",
        "作废",
        "销假",
    ]
    assert set(spoken) <= set(offered)


def test_nothing_of_our_own_is_told(document: Mapping[str, Any]) -> None:
    assert "zhixing_" not in str(document)
