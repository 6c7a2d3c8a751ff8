"""What the pages with acts do alike: the form's key, an act tried, its receipt told or every finding shown."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.form_findings import by_field
from zhixing.regulations.citing import cite
from zhixing.web.requests import DeskRequest, looking

REFUSED = 422


def key_of(request: DeskRequest) -> str:
    """The form's own key; raises Refusal where the page did not send one."""
    try:
        return str(UUID(request.POST.get("key", "")))
    except ValueError:
        found = Finding("页面", "缺少提交标识", "从本系统打开的页面", "请刷新页面后重新提交。")
        raise Refusal("没有办理。", [found]) from None


def attempt(request: DeskRequest, said: str, act: Callable[[str], Receipt]) -> Refusal | None:
    """Do the act under the form's key and tell its receipt; a refusal comes back with its clauses cited."""
    try:
        receipt = act(key_of(request))
    except Refusal as refusal:
        return cited(refusal, looking(request).day)
    tell(request, said, receipt)
    return None


def tell(request: DeskRequest, said: str, receipt: Receipt) -> None:
    messages.success(request, f"{said}回执号 {receipt.text()}")


def cited(refusal: Refusal, day: date) -> Refusal:
    """The same refusal with the place of every clause that stands in it by its number only."""
    found = [
        replace(one, cite=cite(one.clause, day)) if one.clause and not one.cite else one
        for one in refusal.findings
    ]
    return Refusal(refusal.conclusion, found)


def unreadable(form: forms.Form, conclusion: str) -> Refusal:
    """What a form says is wrong with what was typed; at the field the same sentence stands."""
    found = list(by_field(form))
    for name in form.errors:
        form.errors[name] = form.error_class([one.mend for field, one in found if field == name])
    return Refusal(conclusion, [one for _, one in found])


def say_at_fields(form: forms.Form, findings: Iterable[Finding], fields: Mapping[str, str]) -> None:
    """Each finding at its field as well; what was typed is still read by what stands beside the form."""
    typed = dict(form.cleaned_data)
    for one in findings:
        name = fields.get(one.fact)
        if name in form.fields and not form.has_error(name):
            form.add_error(name, one.mend)
    form.cleaned_data = typed
