"""What counts as the same account and the same address, and the page a locked-out person sees."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def username_of(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str | None:
    """The typed name, as one account whatever its case and blanks."""
    given = credentials or {}
    name = given.get("username") or given.get("login") or request.POST.get("login")
    return str(name).strip().lower() if name else None


def address_of(request: HttpRequest) -> str:
    """The peer's address; the last forwarded one where the organ says that its own proxy stands in front."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.BEHIND_PROXY and forwarded:
        return forwarded.rsplit(",", 1)[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def locked(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds()) // 60
    return render(request, "web/locked.html", {"minutes": minutes}, status=429)
