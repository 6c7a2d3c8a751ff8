"""A refusal as problem+json (RFC 9457): 结论, then every finding as 事实 → 依据 → 下一步 → 谁能处理.

`conclusion` and `findings` are word for word what the page and the command line say.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpResponse

from zhixing.api.rendering import as_json
from zhixing.law.refusal import Finding, Refusal

MEDIA_TYPE = "application/problem+json"
ADMINISTRATOR = "本单位系统管理员"
TITLES: Mapping[int, str] = {
    200: "办好了。",
    201: "已经办理。",
    400: "请求不成格式。",
    401: "请先出示有效的接口令牌。",
    403: "无权办理。",
    404: "没有找到。",
    405: "这个地址不能这样请求。",
    409: "情况已经变化，没有办理。",
    413: "内容太大，没有接收。",
    422: "不能办理。",
    429: "请求过于频繁，请稍后再试。",
    500: "系统故障，没有办成，已经记录。",
    503: "暂时不能办理，请用同一办理键重试。",
}
# What is said where nothing more is known than the status.
PLAIN: Mapping[int, Finding] = {
    400: Finding("请求", "读不懂", "UTF-8编码的JSON", "请按接口说明改正后再发。"),
    401: Finding(
        "接口令牌", "没有出示，或者已经失效", "本人的有效令牌", "请重新签发令牌。", who=ADMINISTRATOR
    ),
    403: Finding("权限", "不在职责范围内", "有权办理的人员", "请由有权办理的人员办理。", who=ADMINISTRATOR),
    404: Finding("地址", "没有内容，或者不在可以查看的范围内", "可以查看的内容", "请核对地址。"),
    405: Finding("请求方法", "不支持", "接口说明中的方法", "请按接口说明改正后再发。"),
    413: Finding("请求", "超过大小限制", "不超过限制的内容", "请减少内容后再发。"),
    500: Finding(
        "系统", "出现故障", "正常运行", "请稍后重试；再次出现的，请告知系统管理员。", who=ADMINISTRATOR
    ),
    503: Finding("数据库", "正忙，或者暂时连不上", "正常运行", "请稍后用同一办理键重试。", who=ADMINISTRATOR),
}


def problem(
    status: int, conclusion: str = "", findings: Iterable[Finding] | None = None, **more: Any
) -> HttpResponse:
    """`findings` None stands for what the status says by itself."""
    said = [PLAIN[status]] if findings is None and status in PLAIN else findings or ()
    body = {
        "type": "about:blank",
        "title": TITLES.get(status, "不能办理。"),
        "status": status,
        "conclusion": conclusion or TITLES.get(status, "不能办理。"),
        "findings": [finding.as_json() for finding in said],
        **more,
    }
    return HttpResponse(as_json(body), status=status, content_type=MEDIA_TYPE)


def of_refusal(refusal: Refusal, status: int = 422) -> HttpResponse:
    return problem(status, refusal.conclusion, refusal.findings)
