"""A refusal as RFC 9457 problem+json: the same findings, in the same order, as on the page."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.http import HttpResponse

from zhixing.api.rendering import as_json
from zhixing.law.refusal import Finding, Refusal

MEDIA_TYPE = "application/problem+json"
TITLES: Mapping[int, str] = {
    400: "请求不成格式。",
    401: "请先出示有效的接口令牌。",
    403: "无权办理。",
    404: "没有找到。",
    409: "情况已经变化。",
    422: "不能办理。",
    429: "请求过于频繁，请稍后再试。",
    500: "系统故障，已经记录。",
    503: "暂时不能办理，请用同一办理键重试。",
}


def problem(status: int, title: str = "", findings: tuple[Finding, ...] = (), **more: Any) -> HttpResponse:
    body = {
        "type": "about:blank",
        "status": status,
        "title": title or TITLES[status],
        "findings": [asdict(finding) for finding in findings],
        **more,
    }
    return HttpResponse(as_json(body), status=status, content_type=MEDIA_TYPE)


def of_refusal(refusal: Refusal, status: int = 422) -> HttpResponse:
    return problem(status, refusal.conclusion, refusal.findings)
