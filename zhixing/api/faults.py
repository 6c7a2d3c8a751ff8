"""What a schema found wrong, one finding each, in words of the office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from zhixing.law.refusal import Finding

# pydantic's kinds of error -> (现在, 应为)
WORDS: Mapping[str, tuple[str, str]] = {
    "missing": ("没有填写", "必须填写"),
    "extra_forbidden": ("没有这一项", "接口说明中有的项"),
    "bool_type": ("不是真假值", "true或者false"),
    "string_type": ("不是文字", "文字"),
    "int_type": ("不是整数", "整数"),
    "int_parsing": ("不是整数", "整数"),
    "int_parsing_size": ("超出范围", "范围内的整数"),
    "dict_type": ("不是对象", "对象"),
    "list_type": ("不是列表", "列表"),
    "model_attributes_type": ("不是对象", "对象"),
    "model_type": ("不是对象", "对象"),
}
LIMITS: Mapping[str, str] = {
    "string_too_long": "不超过{max_length}个字",
    "string_too_short": "至少{min_length}个字",
    "too_long": "不超过{max_length}项",
    "too_short": "至少{min_length}项",
    "greater_than_equal": "不小于{ge}",
    "less_than_equal": "不大于{le}",
    "literal_error": "{expected}之一",
    "value_error": "{error}",
}


def findings(errors: Sequence[Mapping[str, Any]]) -> list[Finding]:
    """Every error of a request's address and body at once."""
    return [_finding(error) for error in errors]


def _finding(error: Mapping[str, Any]) -> Finding:
    kind, context = str(error["type"]), error.get("ctx", {})
    if kind in WORDS:
        found, expected = WORDS[kind]
    elif kind in LIMITS:
        found, expected = "不合要求", LIMITS[kind].format(**context).replace("' or '", "、").replace("'", "")
    else:
        found, expected = "不合要求", "接口说明中的格式"
    return Finding(_named(error["loc"]), found, expected.replace(", ", "、"), "请改正后再发。")


def _named(place: Sequence[Any]) -> str:
    """`body → text` without the name of our own parameter: text."""
    parts = [str(part) for part in place[1:]]
    if parts and parts[0] == "body" and len(parts) > 1:
        parts = parts[1:]
    return ".".join(parts) or "请求内容"
