"""What of a row the journal explains: registered fields, one digest per row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from uuid import UUID

from django.db.models import Model

from zhixing.digests import digest
from zhixing.journal.canonical import canonical, instant

Row = Mapping[str, object]
States = dict[str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Explained:
    """A registered model: `kind` in the entries, `organ` the query path from a row to its organ's key."""

    model: type[Model]
    kind: str
    fields: tuple[str, ...]
    organ: str


_registered: dict[type[Model], Explained] = {}


def register(model: type[Model], kind: str, fields: tuple[str, ...], *, organ: str = "organ") -> None:
    """Declare that every row of `model` is explained by the journal; call it from AppConfig.ready().

    `kind` is the row's name in the entries (unique), `fields` are attribute names of concrete fields
    (`person_id` or `person`), `organ` is the query path to the organ key, e.g. "matter__organ".
    """
    for other in _registered.values():
        if other.kind == kind and other.model is not model:
            raise ValueError(f"{kind} is already the kind of {other.model.__name__}")
    columns = (column(model, name) for name in fields)
    _registered[model] = Explained(model, kind, tuple(sorted(columns)), organ)


def column(model: type[Model], name: str) -> str:
    """The attribute of the field called `name` or held in the attribute `name`."""
    for field in model._meta.concrete_fields:
        if name in {field.name, field.attname}:
            return field.attname
    raise ValueError(f"{model.__name__} has no field {name}")


def explained() -> Iterator[Explained]:
    yield from _registered.values()


def of(model: type[Model]) -> Explained:
    """Raises LookupError where the model was never registered."""
    try:
        return _registered[model]
    except KeyError:
        raise LookupError(f"{model.__name__} is not registered with zhixing.journal.snapshots") from None


def row_digest(row: Row, fields: Iterable[str], alg: str) -> str:
    """The digest of a row's `fields` as the database holds them."""
    return digest(alg, canonical({name: as_json(row[name]) for name in fields}).encode())


def as_json(value: object) -> object:
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, UUID) else value


def states(touched: Sequence[Model], alg: str) -> States:
    """{kind: {"fields": […], "rows": {primary key: digest}}} of the touched rows, read back from the database.

    The fields stand beside the digests, so that a later version that registers more of them can still
    check this one. Raises LookupError for a model that is not registered and for a row that is not stored.
    """
    keys: dict[type[Model], set[object]] = {}
    for row in touched:
        keys.setdefault(row._meta.concrete_model or type(row), set()).add(row.pk)
    return {of(model).kind: state(of(model), chosen, alg) for model, chosen in keys.items()}


def state(entry: Explained, keys: set[object], alg: str) -> dict[str, object]:
    rows = list(entry.model._meta.base_manager.filter(pk__in=keys).values("pk", *entry.fields))
    if len(rows) != len(keys):
        raise LookupError(f"{entry.kind}: a touched row is not stored")
    digests = {str(row["pk"]): row_digest(row, entry.fields, alg) for row in rows}
    return {"fields": list(entry.fields), "rows": digests}
