"""What a person sees when a page cannot be shown: what happened, what to do, who can help."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

ADMINISTRATOR = "本单位系统管理员"


def problem(request: HttpRequest, status: int, conclusion: str, **said: Any) -> HttpResponse:
    return render(request, "web/problem.html", {"conclusion": conclusion, **said}, status=status)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 -- Django's signature
    return problem(
        request,
        403,
        "不能打开这个页面",
        fact="这个页面不在您的职责范围内。",
        mend="从菜单进入您可以办理的页面。",
        who=ADMINISTRATOR,
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 -- Django's signature
    return problem(
        request,
        404,
        "没有找到",
        fact="这个地址没有内容，或者内容不在您可以查看的范围内。",
        mend="请核对地址，或从菜单进入。",
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 -- Django's signature
    return problem(
        request, 400, "请求不成格式", fact="浏览器发来的内容读不懂。", mend="请返回上一页重新填写后再提交。"
    )


def broken(request: HttpRequest) -> HttpResponse:
    return problem(
        request,
        500,
        "系统故障，没有办成",
        fact="故障已经记录，刚才的办理没有生效。",
        mend="请稍后重试；再次出现的，请告知系统管理员。",
        who=ADMINISTRATOR,
    )


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- Django's signature
    return problem(
        request,
        403,
        "页面已经失效，没有提交",
        fact="这个页面打开得太久，或者不是从本系统打开的。",
        mend="请返回上一页，刷新后重新提交。",
    )
