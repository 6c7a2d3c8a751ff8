"""The settings of a real organ, as a process of its own reads them."""

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any

PREFIXES = (
    "SECURE_",
    "SESSION_COOKIE_",
    "CSRF_",
    "X_FRAME",
    "CONTENT_SECURITY",
    "DEBUG",
    "ALLOWED_HOSTS",
    "SECRET_KEY_",
)
SAY = """
import json, sys
from django.conf import settings
shown = {name: getattr(settings, name) for name in dir(settings) if name.startswith(tuple(sys.argv[1:]))}
print(json.dumps(shown, default=str))
"""


def surroundings(var: Path, **more: str) -> dict[str, str]:
    """What an installation is given: its folder, its hosts and a secret of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": "zhixing.site.settings.production",
        "ZHIXING_VAR": str(var),
        "ZHIXING_HOSTS": "oa.example.gov.cn",
        "ZHIXING_SECRET_KEY": secrets.token_urlsafe(60),
        **more,
    }


def run(var: Path, *arguments: str, **more: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *arguments],
        env=surroundings(var, **more),
        capture_output=True,
        text=True,
        check=False,
    )


def read(var: Path) -> dict[str, Any]:
    done = run(var, "-c", SAY, *PREFIXES)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found
