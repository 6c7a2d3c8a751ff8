"""The house does not open while a check fails: a web server by itself would ask none (AC-06)."""

from django.core.checks import run_checks
from django.core.management.base import SystemCheckError


def refuse_unsafe() -> None:
    """Raises SystemCheckError with every serious finding."""
    serious = [str(found) for found in run_checks() if found.is_serious()]
    if serious:
        raise SystemCheckError("\n".join(serious))
