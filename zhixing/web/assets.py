"""Addresses of static files, each with a mark of its content."""

import hashlib
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.templatetags.static import static


@cache
def address(path: str) -> str:
    """`web/desk.css` -> `/static/web/desk.css?v=…`; raises LookupError for a file that is not there."""
    found = finders.find(path)
    if not found:
        raise LookupError(f"no static file {path}")
    with Path(str(found)).open("rb") as file:
        mark = hashlib.file_digest(file, "sha256").hexdigest()[:12]
    return f"{static(path)}?v={mark}"
