"""接口令牌：keys that a program uses in one's own name; shown once, listed with their last use, revoked at any time."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from zhixing.law.refusal import Refusal
from zhixing.organ.models import Token
from zhixing.organ.models.token import SCOPES
from zhixing.organ.policy import visible
from zhixing.organ.tokens import LONGEST_DAYS, LONGEST_NAME, Issued, issue, revoke, state_of
from zhixing.web.pages.answering import REFUSED, attempt, cited, key_of, unreadable
from zhixing.web.requests import DeskRequest, looking

USUAL_DAYS = 90


class TokenForm(forms.Form):
    name = forms.CharField(
        label="用途", max_length=LONGEST_NAME, help_text="写明给哪个程序用，如考勤机汇总程序。"
    )
    scope = forms.ChoiceField(label="权限", choices=SCOPES, help_text="只取数据的，用只读。")
    days = forms.IntegerField(
        label="有效天数", min_value=1, max_value=LONGEST_DAYS, initial=USUAL_DAYS, help_text="最长365天。"
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: DeskRequest) -> HttpResponse:
    """The list; a new key is shown on the very answer to the form and nowhere else."""
    if request.method != "POST":
        return page(request, TokenForm())
    form = TokenForm(request.POST)
    if not form.is_valid():
        return page(request, form, unreadable(form, "不能签发接口令牌。"))
    try:
        issued = new_token(request, form)
    except Refusal as refusal:
        return page(request, form, cited(refusal, looking(request).day))
    return page(request, TokenForm(), issued=issued)


def new_token(request: DeskRequest, form: TokenForm) -> Issued:
    typed = form.cleaned_data
    person = looking(request).person
    actor = f"{person.number} {person.name}" if person else request.user.username
    return issue(
        account=request.user, name=typed["name"], scope=typed["scope"], days=typed["days"], actor=actor,
        at=request.at, key=key_of(request),
    )  # fmt: skip


@require_POST
def token_revoke(request: DeskRequest, number: int) -> HttpResponse:
    held = get_object_or_404(visible(looking(request), Token), pk=number)
    person = looking(request).person
    actor = f"{person.number} {person.name}" if person else request.user.username
    refusal = attempt(
        request, f"已吊销“{held.name}”的令牌，用它的程序马上不能再用。",
        lambda key: revoke(token=held, actor=actor, at=request.at, key=key),
    )  # fmt: skip
    return page(request, TokenForm(), refusal) if refusal else redirect("web:tokens")


def page(
    request: DeskRequest, form: TokenForm, refusal: Refusal | None = None, issued: Issued | None = None
) -> HttpResponse:
    rows = visible(looking(request), Token)
    context = {
        "form": form,
        "refusal": refusal,
        "issued": issued,
        "lines": [(one, state_of(one, request.at)) for one in rows],
    }
    return render(request, "web/tokens.html", context, status=REFUSED if refusal else 200)
