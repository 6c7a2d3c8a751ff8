"""A session ends after a quarter of an hour without use and after twelve hours whatever happens (ID-07);
and at once for whoever is no longer in service (ID-08)."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from zhixing.organ.accounts import may_enter
from zhixing.organ.clock import now
from zhixing.organ.models import Account

Answer = Callable[[HttpRequest], HttpResponseBase]
BEGAN, USED = "began_at", "used_at"
GRAIN = 60  # seconds between two writes of the last use


def session_limits(get_response: Answer) -> Answer:
    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            moment = now()
            over = why_over(request, moment)
            if over:
                logout(request)
                messages.warning(request, over)
            else:
                note_use(request, moment)
        return get_response(request)

    return answer


def why_over(request: HttpRequest, moment: datetime) -> str:
    """What the person is told whose session ends now; nothing while it goes on."""
    if is_over(request, moment):
        return "离开时间较长，已自动退出，请重新登录。"
    account = request.user
    if isinstance(account, Account) and not may_enter(account, timezone.localdate(moment)):
        return "本账号现在不能使用，已经退出；有疑问的，请联系系统管理员。"
    return ""


def is_over(request: HttpRequest, moment: datetime) -> bool:
    began, used = seconds(request, BEGAN, moment), seconds(request, USED, moment)
    idle: float = settings.SESSION_IDLE_LIMIT.total_seconds()
    whole: float = settings.SESSION_WHOLE_LIMIT.total_seconds()
    return used > idle or began > whole


def seconds(request: HttpRequest, mark: str, moment: datetime) -> int:
    """Seconds since the mark; 0 for a session that has none yet."""
    return int(moment.timestamp()) - int(request.session.get(mark, moment.timestamp()))


def note_use(request: HttpRequest, moment: datetime) -> None:
    request.session.setdefault(BEGAN, int(moment.timestamp()))
    if USED not in request.session or seconds(request, USED, moment) >= GRAIN:
        request.session[USED] = int(moment.timestamp())
