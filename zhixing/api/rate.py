"""How often one may ask in a minute: a caller by the own token or account, a guest by the address."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.core.cache import cache

MINUTE = 60


class TooMany(Exception):
    """Asked more often than allowed; `wait` are the seconds until the next minute."""

    def __init__(self, wait: int) -> None:
        self.wait = wait
        super().__init__(wait)


def count(who: str, limit: str, at: datetime) -> None:
    """One more request of `who` in this minute; raises TooMany beyond the named limit."""
    minute, second = divmod(int(at.timestamp()), MINUTE)
    key = f"api/{limit}/{who}/{minute}"
    cache.add(key, 0, MINUTE)
    if cache.incr(key) > settings.API_RATES[limit]:
        raise TooMany(MINUTE - second)
