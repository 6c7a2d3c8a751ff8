"""The installation's secret comes from its surroundings, never from the repository."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

SHORTEST = 50


def secret_from_environment() -> str:
    """ZHIXING_SECRET_KEY, or the content of the file that ZHIXING_SECRET_FILE names.

    Raises ImproperlyConfigured when there is none or it is shorter than 50 characters.
    """
    file = os.environ.get("ZHIXING_SECRET_FILE", "")
    secret = Path(file).read_text().strip() if file else os.environ.get("ZHIXING_SECRET_KEY", "")
    if len(secret) < SHORTEST:
        raise ImproperlyConfigured(
            f"密钥不足{SHORTEST}个字符，不能启动。请设置 ZHIXING_SECRET_KEY，或把密钥写入文件并设置 ZHIXING_SECRET_FILE。"
        )
    return secret


def secret_in_file(path: Path) -> str:
    """The secret kept in `path`; made at the first call, readable by the owner alone."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(SHORTEST))
    return path.read_text()
