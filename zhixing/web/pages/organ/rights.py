"""授权与会话：the security officer grants what was registered, ends sessions, and looks after locks."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Refusal
from zhixing.organ.admission import grant, sessions_of, turn_out
from zhixing.organ.enrolment import issue_code
from zhixing.organ.models import Account
from zhixing.organ.policy import visible
from zhixing.organ.roles import roles_of
from zhixing.web.guarding import failures, locks, take_off_second_factor, unlock
from zhixing.web.middleware.second_factor import must_enrol
from zhixing.web.pages.answering import REFUSED, attempt, cited, key_of
from zhixing.web.pages.organ.accounts import LONGEST, narrowed, seen
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, looking

FEW = 20
HAND_OVER = "请再发一个登记码交给本人，凭它设置两步验证。"


@require_safe
def rights(request: DeskRequest) -> HttpResponse:
    viewer, words = looking(request), request.GET.get("q", "").strip()[:LONGEST]
    every = (
        visible(viewer, Account).select_related("person", "bearer", "organ").order_by("-officer", "username")
    )
    context = page_of(request, narrowed(every, words, "启用"))
    listed = list(context["page"].object_list)
    open_now = sessions_of(listed)
    return render(
        request,
        "web/organ/rights.html",
        {
            **context,
            "words": words,
            "waiting": [(one, sorted(roles_of(one, viewer.day))) for one in narrowed(every, "", "待授权")],
            "lines": [(one, sorted(roles_of(one, viewer.day)), open_now[one.pk]) for one in listed],
            "locks": locks(viewer.organ, request.at),
            "failures": failures(viewer.organ)[:FEW],
            "without_factor": {one.pk for one in listed if must_enrol(one)},
        },
    )


@require_POST
def give(request: DeskRequest, number: int) -> HttpResponse:
    account = seen(request, number)
    return done(
        request,
        f"已授权启用{account}的账号。{HAND_OVER if must_enrol(account) else ''}",
        lambda key: grant(account=account, actor=request.user, at=request.at, key=key),
    )


@require_POST
def end(request: DeskRequest, number: int) -> HttpResponse:
    account = seen(request, number)
    return done(
        request,
        f"{account}打开的页面都已退出。",
        lambda key: turn_out(account=account, actor=request.user, at=request.at, key=key),
    )


@require_POST
def release(request: DeskRequest, number: int) -> HttpResponse:
    account = seen(request, number)
    return done(
        request,
        f"已解除{account}的登录锁定。",
        lambda key: unlock(account=account, actor=request.user, at=request.at, key=key),
    )


@require_POST
def second_factor(request: DeskRequest, number: int) -> HttpResponse:
    account = seen(request, number)
    return done(
        request,
        f"已解除{account}的两步验证。{HAND_OVER if account.organ and account.organ.second_factor else ''}",
        lambda key: take_off_second_factor(account=account, actor=request.user, at=request.at, key=key),
    )


@require_POST
def code(request: DeskRequest, number: int) -> HttpResponse:
    """The one page that shows the code; it is kept nowhere."""
    account = seen(request, number)
    try:
        made = issue_code(account=account, actor=request.user, at=request.at, key=key_of(request))
    except Refusal as refusal:
        context = {"refusal": cited(refusal, looking(request).day), "back": "web:organ_rights"}
        return render(request, "web/organ/refused.html", context, status=REFUSED)
    return render(request, "web/organ/enrolment_code.html", {"account": account, "code": made})


def done(request: DeskRequest, said: str, act: Callable[[str], Receipt]) -> HttpResponse:
    refusal = attempt(request, said, act)
    if refusal:
        context = {"refusal": refusal, "back": "web:organ_rights"}
        return render(request, "web/organ/refused.html", context, status=REFUSED)
    return redirect("web:organ_rights")
