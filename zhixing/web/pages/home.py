"""The front door: staff come to their desk, each officer to the own room, everybody else to their account."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from zhixing.web.access import may_open
from zhixing.web.requests import DeskRequest

# each of the three officers has a room of the own
DOORS = ("web:desk", "web:organ_accounts", "web:organ_rights", "web:organ_audit", "web:account")


@require_safe
def home(request: DeskRequest) -> HttpResponse:
    return redirect(next(name for name in DOORS if may_open(name, request.roles)))
