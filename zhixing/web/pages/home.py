"""The front door: staff come to their desk, each officer to the own room, everybody else to their account."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from zhixing.web.access import may_open
from zhixing.web.requests import DeskRequest

# each of the three officers has a room of the own
DOORS = ("web:desk", "web:organ_accounts", "web:organ_rights", "web:organ_audit", "web:account")


@require_safe
def home(request: DeskRequest) -> HttpResponse:
    return redirect(next(name for name in DOORS if may_open(name, request.roles)))


@require_safe
def account(request: DeskRequest) -> HttpResponse:
    roles = sorted(request.viewer.roles) if request.viewer else []
    return render(request, "web/account.html", {"roles": roles})
