"""Sessions in the database under a digest of their key: who reads the database cannot take one over (ID-09, AU-07)."""

from __future__ import annotations

import hashlib
from typing import Any, cast

from django.contrib.sessions.backends.db import SessionStore as PlainStore
from django.contrib.sessions.models import Session
from django.utils import timezone

LENGTH = 40  # of the column


def kept_key(key: str) -> str:
    """What stands in the database for a key; the key has over 128 random bits, so a plain digest is enough."""
    return hashlib.sha256(key.encode()).hexdigest()[:LENGTH]


class SessionStore(PlainStore):
    """The class keeps Django's name: the name goes into the signature of what a session holds."""

    def _get_session_from_db(self) -> Session | None:
        kept = Session.objects.filter(
            session_key=kept_key(self.session_key or ""), expire_date__gt=timezone.now()
        ).first()
        if kept is None:
            self._session_key = None
        return kept

    def exists(self, session_key: str) -> bool:
        return Session.objects.filter(session_key=kept_key(session_key)).exists()

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        made = cast("Session", super().create_model_instance(data))
        made.session_key = kept_key(made.session_key)
        return made

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key is not None:
            Session.objects.filter(session_key=kept_key(key)).delete()
