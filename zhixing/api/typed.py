"""What a caller sends, read by the page's own form, so that a field means and refuses the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.forms import Form

from zhixing.law.refusal import Refusal
from zhixing.organ.form_findings import form_findings


def as_typed(said: Mapping[str, Any]) -> dict[str, str]:
    """The values as a browser would send them; what was not sent is left out."""
    return {
        name: str(value).lower() if isinstance(value, bool) else str(value)
        for name, value in said.items()
        if value is not None
    }


def refuse_unread(form: Form, conclusion: str) -> None:
    """Raises Refusal naming every field that cannot be read."""
    if not form.is_valid():
        raise Refusal(conclusion, form_findings(form))
