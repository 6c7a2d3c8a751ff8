"""账号：the system administrator registers and closes accounts; what they may do is not decided here."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhixing.law.refusal import Refusal
from zhixing.organ.admission import close, register_account, reopen, reset_password
from zhixing.organ.models import Account, Person, Service
from zhixing.organ.models.account import OFFICERS
from zhixing.organ.policy import visible
from zhixing.web.pages.answering import REFUSED, attempt, unreadable
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, looking

LONGEST = 60
STANDINGS = ("启用", "待授权", "停用")
NAME = r"^[a-z0-9][a-z0-9._-]*$"


class PasswordForm(forms.Form):
    password = forms.CharField(label="初始密码", max_length=128, strip=False, widget=forms.PasswordInput)
    again = forms.CharField(label="再输入一次", max_length=128, strip=False, widget=forms.PasswordInput)

    def clean_again(self) -> str:
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("password"):
            raise forms.ValidationError("两次输入的密码不一致。")
        return again


class AccountForm(PasswordForm):
    field_order = ("person", "officer", "username", "password", "again")
    person = forms.ModelChoiceField(
        label="人员", queryset=Person.objects.none(), required=False, empty_label="请选择"
    )
    officer = forms.ChoiceField(
        label="担任三员之一",
        choices=[("", "不是三员"), *OFFICERS],
        required=False,
        help_text="三员账号另设，不办业务；三员由不同的人担任。",
    )
    username = forms.RegexField(
        NAME,
        label="账号",
        max_length=LONGEST,
        help_text="小写字母、数字，可以有点、横线，如e025。",
        error_messages={"invalid": "只能用小写字母、数字、点和横线。"},
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **more: Any) -> None:
        super().__init__(*args, **more)
        person = self.fields["person"]
        assert isinstance(person, forms.ModelChoiceField)
        person.queryset = people


@require_safe
def accounts(request: DeskRequest) -> HttpResponse:
    words, standing = request.GET.get("q", "").strip()[:LONGEST], request.GET.get("standing", "")
    found = narrowed(visible(looking(request), Account), words, standing)
    context = page_of(
        request, found.select_related("person", "bearer", "organ").order_by("-officer", "username")
    )
    shown = {
        "words": words,
        "standing": standing,
        "standings": STANDINGS,
        "missing": without(request).count(),
    }
    return render(request, "web/organ/accounts.html", {**context, **shown})


def narrowed(found: QuerySet[Account], words: str, standing: str) -> QuerySet[Account]:
    if words:
        found = found.filter(Q(username__contains=words.lower()) | Q(person__name__contains=words))
    if standing == "启用":
        return found.filter(is_active=True)
    if standing in STANDINGS:
        return found.filter(is_active=False, closed_at__isnull=standing == "待授权")
    return found


def without(request: DeskRequest) -> QuerySet[Person]:
    """Who serves today and has no account."""
    return serving(request).filter(account=None)


def serving(request: DeskRequest) -> QuerySet[Person]:
    """Who serves today: each may have an own account, and bear one of the three offices besides."""
    viewer = looking(request)
    today = Service.objects.on(viewer.day).filter(organ=viewer.organ).values("person")
    return Person.objects.filter(organ=viewer.organ, pk__in=today).order_by("number")


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    people = serving(request)
    if request.method != "POST":
        return page(request, AccountForm(people=people))
    form = AccountForm(request.POST, people=people)
    if not form.is_valid():
        return page(request, form, unreadable(form, "没有登记账号。"))
    typed = form.cleaned_data
    refusal = attempt(
        request,
        f"登记成功：{typed['username']}，等安全管理员授权后启用。",
        lambda key: register_account(
            username=typed["username"],
            password=typed["password"],
            person=typed["person"],
            officer=typed["officer"],
            actor=request.user,
            at=request.at,
            key=key,
        ),
    )
    return page(request, form, refusal) if refusal else redirect("web:organ_accounts")


@require_http_methods(["GET", "HEAD", "POST"])
def password(request: DeskRequest, number: int) -> HttpResponse:
    account = seen(request, number)
    if request.method != "POST":
        return page(request, PasswordForm(), account=account)
    form = PasswordForm(request.POST)
    if not form.is_valid():
        return page(request, form, unreadable(form, "没有重置密码。"), account=account)
    refusal = attempt(
        request,
        f"已重置{account}的密码，原来打开的页面都已退出。请当面告知本人，并请本人登录后立即修改。",
        lambda key: reset_password(
            account=account,
            password=form.cleaned_data["password"],
            actor=request.user,
            at=request.at,
            key=key,
        ),
    )
    return page(request, form, refusal, account=account) if refusal else redirect("web:organ_accounts")


@require_POST
def stop(request: DeskRequest, number: int) -> HttpResponse:
    account = seen(request, number)
    return done(
        request,
        f"已停用{account}的账号，打开的页面都已退出。",
        lambda key: close(account=account, actor=request.user, at=request.at, key=key),
    )


@require_POST
def again(request: DeskRequest, number: int) -> HttpResponse:
    account = seen(request, number)
    return done(
        request,
        f"{account}的账号已重新登记，等安全管理员授权后启用。",
        lambda key: reopen(account=account, actor=request.user, at=request.at, key=key),
    )


def done(request: DeskRequest, said: str, act: Any) -> HttpResponse:
    refusal = attempt(request, said, act)
    if refusal:
        context = {"refusal": refusal, "back": "web:organ_accounts"}
        return render(request, "web/organ/refused.html", context, status=REFUSED)
    return redirect("web:organ_accounts")


def seen(request: DeskRequest, number: int) -> Account:
    return get_object_or_404(
        visible(looking(request), Account).select_related("person", "bearer", "organ"), pk=number
    )


def page(
    request: DeskRequest, form: forms.Form, refusal: Refusal | None = None, account: Account | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "refusal": refusal,
        "account": account,
        "length": settings.PASSWORD_LENGTH,
    }
    return render(request, "web/organ/account_form.html", context, status=REFUSED if refusal else 200)
