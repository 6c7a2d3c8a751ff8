"""What of a row the journal explains: registered fields, one digest per row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from django.db.models import Model

from zhixing.journal.canonical import canonical, instant
from zhixing.journal.digests import PREFERRED, digest

State = tuple[str, str, str]


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


def snapshot(values: dict[str, object], alg: str) -> str:
    """`alg:digest` of a row's registered values as the database holds them."""
    plain = {name: as_json(value) for name, value in values.items()}
    return f"{alg}:{digest(alg, canonical(plain).encode())}"


def as_json(value: object) -> object:
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return value


def states(touched: Sequence[Model]) -> list[State]:
    """(kind, primary key, digest) of every touched row, read back from the database, sorted.

    Raises LookupError for a model that is not registered and for a row that is not stored.
    """
    found: set[State] = set()
    for model in {type(row) for row in touched}:
        entry = of(model)
        keys = {row.pk for row in touched if type(row) is model}
        rows = list(model._base_manager.filter(pk__in=keys).values("pk", *entry.fields))
        if len(rows) != len(keys):
            raise LookupError(f"{entry.kind}: a touched row is not stored")
        found.update(state(entry, row, PREFERRED) for row in rows)
    return sorted(found)


def state(entry: Explained, row: dict[str, object], alg: str) -> State:
    key = str(row["pk"])
    return entry.kind, key, snapshot({name: row[name] for name in entry.fields}, alg)
