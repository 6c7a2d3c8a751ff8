"""登记码: what the security officer handed over is typed here, and a second factor may be set up (ID-05)."""

from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.organ.enrolment import redeem
from zhixing.web.middleware.second_factor import ENROLLING, must_enrol
from zhixing.web.requests import DeskRequest

LONGEST = 40
REFUSED = 422


@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: DeskRequest) -> HttpResponse:
    if not must_enrol(request.user):
        return redirect("web:home")
    if request.method != "POST":
        return render(request, "web/enrol.html")
    typed = request.POST.get("code", "")[:LONGEST]
    if redeem(account=request.user, typed=typed, at=request.at, key=f"登记码/{uuid4()}") is None:
        return render(request, "web/enrol.html", {"wrong": True}, status=REFUSED)
    request.session[ENROLLING] = request.user.pk
    request.session.cycle_key()
    return redirect("mfa_activate_totp")
