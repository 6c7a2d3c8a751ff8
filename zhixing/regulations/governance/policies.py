"""Who sees the records of governance: the default is no."""

from __future__ import annotations

from django.db.models import Model

from zhixing.organ.policy import Rule, register

RULES: tuple[tuple[Rule, tuple[type[Model], ...]], ...] = ()


def register_all() -> None:
    """Called once by the app when it is ready."""
    for rule, models in RULES:
        for model in models:
            register(model, rule)
