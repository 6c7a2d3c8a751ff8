"""What the pages of appointments ask of a field and of the acts offered."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import template
from django.forms import BoundField, FileField

from zhixing.files.models import StoredFile
from zhixing.regulations.citing import cite

register = template.Library()


@register.filter
def is_file(field: BoundField) -> bool:
    return isinstance(field.field, FileField)


@register.filter
def kept_as(files: Mapping[str, StoredFile], name: str) -> StoredFile | None:
    """The file that came with a form which was refused."""
    return files.get(name)


@register.filter
def any_plain(offers: Sequence[Any]) -> bool:
    return any(one.plain for one in offers)


@register.filter
def cited(clause: str, day: date) -> str:
    return cite(clause, day)
