"""A session ends after a quarter of an hour without use, and after twelve hours whatever happens (ID-07)."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

Answer = Callable[[HttpRequest], HttpResponseBase]
BEGAN, USED = "began_at", "used_at"
GRAIN = 60  # seconds between two writes of the last use


def session_limits(get_response: Answer) -> Answer:
    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            now = timezone.now()
            if is_over(request, now):
                logout(request)
                messages.warning(request, "离开时间较长，已自动退出，请重新登录。")
            else:
                note_use(request, now)
        return get_response(request)

    return answer


def is_over(request: HttpRequest, now: datetime) -> bool:
    began, used = seconds(request, BEGAN, now), seconds(request, USED, now)
    idle: float = settings.SESSION_IDLE_LIMIT.total_seconds()
    whole: float = settings.SESSION_WHOLE_LIMIT.total_seconds()
    return used > idle or began > whole


def seconds(request: HttpRequest, mark: str, now: datetime) -> int:
    """Seconds since the mark; 0 for a session that has none yet."""
    return int(now.timestamp()) - int(request.session.get(mark, now.timestamp()))


def note_use(request: HttpRequest, now: datetime) -> None:
    request.session.setdefault(BEGAN, int(now.timestamp()))
    if USED not in request.session or seconds(request, USED, now) >= GRAIN:
        request.session[USED] = int(now.timestamp())
