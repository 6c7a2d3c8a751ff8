"""What a register says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.office.papers.columns import Cell, Kind
from zhixing.web.pages.pressed import Button
from zhixing.web.requests import DeskRequest

Of = Callable[[Any], Cell]


def no_buttons(_: DeskRequest, __: Any) -> Mapping[str, Button]:
    return {}


def nothing_given(_: DeskRequest) -> Mapping[str, Any]:
    return {}


def nothing_beside(_: DeskRequest, __: Any) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Shown:
    """A column, as on the paper register: its head and what it shows of a record.

    `kind` makes real dates and numbers of it in Excel; `listed` is False for what only the record's own page
    shows; `state` colours the word as a state; `whole` keeps a number on one line of the list.
    """

    head: str
    of: Of
    kind: Kind = Kind.TEXT
    width: int = 0
    listed: bool = True
    state: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """How a new record is entered: the word on the button, the form, the act behind it, what is told afterwards.

    The form is made with `organ` and `day`; `act` gets what the form holds, what `given` adds, and who acts,
    when, under which key. `may` says who is offered the form at all; the act itself refuses as well.
    """

    word: str
    form: type[forms.Form]
    act: Callable[..., Receipt]
    said: str
    may: Callable[[DeskRequest], bool]
    given: Callable[[DeskRequest], Mapping[str, Any]] = nothing_given


@dataclass(frozen=True)
class Book:
    """One register.

    name: stem of its pages' names: `name` is the list, `name_new` the form, `name_one` a record.
    model: what `organ.policy.visible` is asked for; nobody is shown a row that the policy hides.
    columns: in the order of the paper; the first one listed is the link to the record.
    related, prefetch: what the columns read of other records, fetched with the rows.
    search: lookups of texts that the search box looks in; states: (field, words) of the filter.
    clause: the clause it executes, shown beside the form and on the record.
    buttons: what may be done with a record ({word: Button}), by who looks and how it stands.
    beside, template: more for the page of one record, where the shared one will not do.
    """

    name: str
    title: str
    model: type[Model]
    columns: tuple[Shown, ...]
    clause: str
    hint: str
    entry: Entry | None = None
    related: tuple[str, ...] = ()
    prefetch: tuple[Any, ...] = ()
    order: tuple[str, ...] = ("-pk",)
    search: tuple[str, ...] = ()
    search_label: str = "关键词"
    states: tuple[str, tuple[str, ...]] = ("", ())
    who_sees: str = ""
    icon: str = "journal-text"
    buttons: Callable[[DeskRequest, Any], Mapping[str, Button]] = no_buttons
    beside: Callable[[DeskRequest, Any], Mapping[str, Any]] = nothing_beside
    template: str = "web/records/one.html"
    above: Callable[[DeskRequest], Mapping[str, Any]] = nothing_given
    list_template: str = "web/records/list.html"

    @property
    def addresses(self) -> Mapping[str, str]:
        """Names of the pages, as the templates ask for them."""
        stem = f"web:{self.name}"
        return {"list_name": stem, "new_name": f"{stem}_new", "one_name": f"{stem}_one"}

    @property
    def listed(self) -> tuple[Shown, ...]:
        return tuple(column for column in self.columns if column.listed)
