"""A page with several buttons: which was pressed, what it asks to be written, and the act behind it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.web.pages.answering import attempt, unreadable
from zhixing.web.requests import DeskRequest, acting


@dataclass(frozen=True, slots=True)
class Button:
    """`act` gets what the form holds and who acts, when, under which key; `said` is told when it is done."""

    said: str
    form: forms.Form
    act: Callable[..., Receipt]
    given: Mapping[str, Any]


def press(request: DeskRequest, buttons: Mapping[str, Button]) -> Refusal | None:
    """Do what was pressed; None when it is done."""
    word = request.POST.get("act", "")
    button = buttons.get(word)
    if button is None:
        wanted = "、".join(buttons) or "这里没有要办的"
        finding = Finding("办理", word or "没有选择", wanted, "请刷新页面，按页面上的按钮办理。")
        return Refusal("没有办理。", [finding])
    if not button.form.is_valid():
        return unreadable(button.form, f"没有{word}。")
    typed = {**button.given, **button.form.cleaned_data}
    who = {"actor": acting(request), "at": request.at}
    return attempt(request, button.said, lambda key: button.act(**typed, **who, key=key))


def written(request: DeskRequest, word: str, form: type[forms.Form], prefix: str, **given: Any) -> forms.Form:
    """The form of a button: with what was typed where it is this one that was pressed."""
    pressed = request.method == "POST" and request.POST.get("act") == word
    typed, files = (request.POST, request.FILES) if pressed else (None, None)
    return form(typed, files, prefix=prefix, **given)
