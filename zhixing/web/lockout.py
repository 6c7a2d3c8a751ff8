"""What counts as the same account and the same address, and the page a locked-out person sees."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhixing.organ.address import address_of

__all__ = ["address_of", "locked", "username_of"]


def username_of(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str | None:
    """The typed name, as one account whatever its case and blanks."""
    given = credentials or {}
    name = given.get("username") or given.get("login") or request.POST.get("login")
    return str(name).strip().lower() if name else None


def locked(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds()) // 60
    return render(request, "web/locked.html", {"minutes": minutes}, status=429)
