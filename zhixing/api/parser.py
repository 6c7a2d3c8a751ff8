"""Reading a request's JSON: limited in size and depth, nothing in it that no database can hold."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser

DEEPEST = 20


class Unreadable(ValueError):
    """What was sent is not JSON as it is asked for; the message says why."""


class StrictParser(Parser):
    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """Raises Unreadable."""
        try:
            read = json.loads(
                request.body.decode(),
                parse_float=str,  # 0.5 stays 0.5
                parse_constant=_no_number,
                object_pairs_hook=_once_each,
            )
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as wrong:
            raise Unreadable("不是UTF-8编码的JSON") from wrong
        _inspect(read, DEEPEST)
        if not isinstance(read, dict):
            raise Unreadable("最外层不是对象")
        return read


def _no_number(name: str) -> None:
    raise Unreadable(f"{name}不是JSON的数")


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unreadable("同一个名称写了两次")
    return found


def _inspect(value: Any, depth: int) -> None:
    if depth == 0:
        raise Unreadable("嵌套太深")
    if isinstance(value, str):
        _inspect_text(value)
    elif isinstance(value, dict):
        for name, inner in value.items():
            _inspect_text(name)
            _inspect(inner, depth - 1)
    elif isinstance(value, list):
        for inner in value:
            _inspect(inner, depth - 1)


def _inspect_text(text: str) -> None:
    if any(char == "\0" or "\ud800" <= char <= "\udfff" for char in text):
        raise Unreadable("文字中有不能保存的字符")
