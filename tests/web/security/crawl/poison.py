"""Texts that somebody typed, replaced in every record by texts that an attacker would type."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from django.apps import apps
from django.db import connection, models

from tests.guards import lifted

# What the product itself writes: words of closed lists, names of rules, keys, digests. Everything else may be typed.
OWN_WORDS: dict[str, tuple[str, ...]] = {
    "journal.Entry": (
        "organ",
        "alg",
        "prev",
        "hash",
        "office",
        "payload",
        "rule",
        "key",
        "attachments",
        "states",
    ),
    "journal.Head": ("organ", "alg", "hash"),
    "files.StoredFile": ("organ", "kind", "digest", "storage"),
    "search.Document": ("organ", "kind", "object_id", "title", "body", "text", "clauses"),
    "search.Citation": ("organ", "kind", "clause"),
    "organ.Organ": ("key", "code_word", "digest"),
    "organ.Enrolment": ("digest",),
    "organ.OwnValue": ("number", "name", "text", "unit", "clause"),
    "organ.Person": ("number",),
    "organ.Account": ("password", "username"),
    "organ.Counter": ("register",),
    "organ.Holding": ("post",),
    "organ.Delegation": ("number",),
    "organ.RegulationText": ("number", "clause"),
    "organ.Token": ("digest",),
    "meetings.Subscription": ("digest",),
    "matters.Matter": ("regulation", "procedure", "question"),
    "matters.Step": ("post", "act", "clause", "limit"),
    "governance.Project": ("group",),  # may stand only beside the day on which the group ends
    "democratic_life.LifeOpinion": ("source",),  # has to be empty where nobody signs
    "duties.DutyDue": ("regulation", "duty", "post", "clause", "cite"),
    "duties.Notice": ("key", "object_kind", "object_id"),
    "duties.Turn": ("schedule",),
    "duties.Beat": ("worker",),
    "documents.DocumentNumber": ("series",),
    "circulation.Sheet": ("kind", "source"),
    "registers.Kept": ("register",),
    "registers.HandOver": ("source",),
    "registers.Loan": ("source",),
    "registers.Line": ("source",),
    "registers.YearBook": ("alg", "hash"),
    "registers.StockTaking": ("register",),
    "seals.SealUse": ("source", "digest"),
    "attendance.ClockImport": ("digest",),
    "attendance.BalanceMove": ("clause", "key"),
    "attendance.Leave": ("kind",),
    "attendance.MonthCorrection": ("column",),
    "attendance.SettlementLine": ("unit", "clause", "cite"),
    "api.Sent": ("key", "digest"),
}


def free() -> Iterator[tuple[type[models.Model], list[str]]]:
    """Every record with its fields for free text."""
    for model in apps.get_models():
        own = OWN_WORDS.get(model._meta.label, ())
        names = [
            field.name for field in model._meta.concrete_fields if is_text(field) and field.name not in own
        ]
        if names and model.__module__.startswith("zhixing."):
            yield model, names


def is_text(field: "models.Field[object, object]") -> bool:
    return isinstance(field, models.CharField | models.TextField) and not field.choices


@contextmanager
def typed(texts: Sequence[str], shape: Callable[[str, int], str]) -> Iterator[int]:
    """Every free text is one of the texts in turn, made its own by `shape`; returns how many were replaced."""
    count = 0
    with lifted(connection):
        for model, names in free():
            rows = list(model._default_manager.all())
            for row in rows:
                for name in names:
                    setattr(row, name, shape(texts[count % len(texts)], count))
                    count += 1
            model._default_manager.bulk_update(rows, names, batch_size=50)
    yield count
