"""Who looks, and how an act is put on a page of democratic life."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms

from zhixing.files.models import StoredFile
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Refusal
from zhixing.organ.models import Person
from zhixing.regulations.democratic_life.workflow.parties import is_member, is_office, is_secretary
from zhixing.web.pages.appointments.acts import Offer
from zhixing.web.pages.attendance.register_forms import WordsForm
from zhixing.web.pages.pressed import Button, press
from zhixing.web.requests import DeskRequest, acting, looking
from zhixing.web.uploads import taken_in

FILES = ("file",)


@dataclass
class Desk:
    """`files` is what came with the form; `faults` is why something did not."""

    request: DeskRequest
    files: dict[str, StoredFile] = field(default_factory=dict)
    refusal: Refusal | None = None

    @classmethod
    def of(cls, request: DeskRequest) -> Desk:
        if request.method != "POST":
            return cls(request)
        files, faults = taken_in(request, FILES)
        return cls(request, files, Refusal("附件没有收下，没有办理。", faults) if faults else None)

    @property
    def day(self) -> date:
        return looking(self.request).day

    @property
    def actor(self) -> Person:
        return acting(self.request)

    @property
    def office(self) -> bool:
        return is_office(self.actor, self.day)

    @property
    def secretary(self) -> bool:
        return is_secretary(self.actor, self.day)

    @property
    def member(self) -> bool:
        return is_member(self.actor, self.day)

    def offer(
        self, word: str, said: str, act: Callable[..., Receipt], given: dict[str, Any],
        form: type[forms.Form] = forms.Form, *, hint: str = "", rare: bool = False, **needs: Any,
    ) -> Offer:  # fmt: skip
        """Each form has names of its own on the page; a form with a file hands over what was stored."""
        sent = self.request.method == "POST" and self.request.POST.get("act") == word
        typed = self.request.POST if sent else None
        shown = form(typed, auto_id=f"f{''.join(f'{ord(sign):x}' for sign in word)}_%s", **needs)
        if "file" in shown.fields:
            given = {**given, "file": self.files.get("file")}
        return Offer(word, Button(said, shown, act, given), hint, rare)

    def reason(
        self, word: str, said: str, act: Callable[..., Receipt], given: dict[str, Any], *, name: str, label: str,
        rare: bool = False,
    ) -> Offer:  # fmt: skip
        return self.offer(word, said, act, given, WordsForm, rare=rare, name=name, label=label, most=300)

    def pressed(self, offers: list[Offer]) -> Refusal | None:
        """Do what was pressed; None when it is done."""
        return self.refusal or press(self.request, {one.word: one.button for one in offers})
