"""One text per value, so that one digest per value: sorted keys, no spaces, whole numbers only."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime


def canonical(value: object) -> str:
    """Canonical JSON of null, booleans, whole numbers, texts, sequences and mappings with text keys.

    Raises TypeError for anything else (a float above all) and ValueError for text no database can hold.
    """
    return json.dumps(plain(value, "payload"), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def plain(value: object, where: str) -> object:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, str):
        return text(value, where)
    if isinstance(value, Mapping):
        return {name(key, where): plain(item, f"{where}.{key}") for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item, f"{where}[{place}]") for place, item in enumerate(value)]
    raise TypeError(f"{where}: {type(value).__name__} has no canonical form")


def name(key: object, where: str) -> str:
    if not isinstance(key, str):
        raise TypeError(f"{where}: the key {key!r} is no text")
    return text(key, where)


def text(value: str, where: str) -> str:
    if "\0" in value or any("\ud800" <= sign <= "\udfff" for sign in value):
        raise ValueError(f"{where}: the text holds a sign that cannot be stored")
    return str(value)


def instant(at: datetime) -> str:
    """UTC, always with microseconds; raises ValueError for a time without zone."""
    if at.tzinfo is None:
        raise ValueError("a time in the journal carries its zone")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
