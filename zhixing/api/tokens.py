"""Keys to the API, one per person and purpose: made, used, revoked."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from zhixing.api.models import Token
from zhixing.journal.write import write
from zhixing.organ.models import Account

PREFIX = "zx_"
LONGEST_LIFE = timedelta(days=365)


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def issue(*, account: Account, name: str, at: datetime, key: str) -> tuple[Token, str]:
    """A new key; the second value is the secret and can never be shown again."""
    secret = PREFIX + secrets.token_urlsafe(32)
    token = Token.objects.create(
        organ_id=account.organ_id,
        account=account,
        name=name,
        digest=digest(secret),
        created_at=at,
        until=at + LONGEST_LIFE,
    )
    _entry(token, "签发接口令牌", at=at, key=key)
    return token, secret


@transaction.atomic
def revoke(*, token: Token, at: datetime, key: str) -> None:
    token.revoked_at = at
    token.save(update_fields=["revoked_at"])
    _entry(token, "吊销接口令牌", at=at, key=key)


def holder(secret: str, at: datetime) -> Account | None:
    """Whose key this is now; nobody's once it is revoked or has run out."""
    token = (
        Token.objects.select_related("account__person")
        .filter(Q(digest=digest(secret)), Q(revoked_at=None), Q(until__gt=at))
        .first()
    )
    return token.account if token else None


def _entry(token: Token, action: str, *, at: datetime, key: str) -> None:
    write(
        organ=token.organ_id,
        actor=token.account.username,
        office="",
        action=action,
        object_kind="接口令牌",
        object_id=str(token.pk),
        payload={"名称": token.name},
        at=at,
        key=key,
    )
