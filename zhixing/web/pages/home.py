"""The front door: staff come to their desk, everybody else to the page of their account."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from zhixing.web.access import may_open
from zhixing.web.requests import DeskRequest


@require_safe
def home(request: DeskRequest) -> HttpResponse:
    return redirect("web:desk" if may_open("web:desk", request.roles) else "web:account")


@require_safe
def account(request: DeskRequest) -> HttpResponse:
    roles = sorted(request.viewer.roles) if request.viewer else []
    return render(request, "web/account.html", {"roles": roles})
