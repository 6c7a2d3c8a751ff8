"""What a form says is wrong with what was typed, as findings an official can act on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django import forms
from django.core.exceptions import ValidationError

from zhixing.law.refusal import Finding

CHOSEN = (forms.ChoiceField, forms.ModelChoiceField, forms.FileField, forms.NullBooleanField)
WRITTEN_AS: Mapping[type[forms.Field], tuple[str, str]] = {
    forms.DateTimeField: ("日期和时间", "2026-11-23 08:30"),
    forms.DateField: ("日期", "2026-11-23"),
    forms.TimeField: ("时间", "08:30"),
    forms.IntegerField: ("整数", "12"),
}
LIMITS = {
    "max_length": ("字以内", "请把{label}改短到{limit}字以内。"),
    "min_length": ("字以上", "请把{label}写到{limit}字以上。"),
    "max_value": ("以内", "请改正{label}，不超过{limit}。"),
    "min_value": ("以上", "请改正{label}，不少于{limit}。"),
}
UNKNOWN_CHOICE = frozenset({"invalid_choice", "invalid_pk_value", "invalid_list"})
SHOULD_BE = "应为"


def form_findings(form: forms.BaseForm) -> list[Finding]:
    """Every error of the form, in the order of its fields; what belongs to no field comes as it was said."""
    return [one for _, one in by_field(form)]


def by_field(form: forms.BaseForm) -> Iterator[tuple[str, Finding]]:
    """(field name, finding) of each error."""
    for name, errors in form.errors.as_data().items():
        field = form.fields.get(name)
        label = str(form[name].label or name) if field else "填写的内容"
        for error in errors:
            typed = form[name].data if field else None
            yield name, finding(label, field, error, typed)


def finding(label: str, field: forms.Field | None, error: ValidationError, typed: object = None) -> Finding:
    """One error as a finding: what was typed, what the field wants, how to mend it."""
    if error.code == "required":
        return missing(label, field)
    if error.code in UNKNOWN_CHOICE:
        return Finding(label, "不在可以选择的范围内", "列出的选项", f"请重新选择{label}。")
    if error.code in LIMITS and error.params:
        return beyond(label, error)
    if error.code == "invalid" and field is not None and type(field) in WRITTEN_AS:
        kind, like = WRITTEN_AS[type(field)]
        return Finding(label, shown(typed), kind, f"请改正{label}，写法如：{like}。")
    says = "；".join(str(message).rstrip("。") for message in error.messages)
    if says.startswith(SHOULD_BE):
        return Finding(label, shown(typed), says.removeprefix(SHOULD_BE), f"请改正{label}。")
    return Finding(label, says, "合乎要求的内容", f"请改正{label}。")


def missing(label: str, field: forms.Field | None) -> Finding:
    if isinstance(field, CHOSEN):
        return Finding(label, "没有选择", "必选", f"请选择{label}。")
    return Finding(label, "没有填写", "必填", f"请填写{label}。")


def beyond(label: str, error: ValidationError) -> Finding:
    """Longer, shorter, more or fewer than the field takes."""
    params = error.params or {}
    unit, mend = LIMITS[str(error.code)]
    limit, counted = params["limit_value"], params.get("show_value")
    found = f"{counted}字" if "字" in unit else str(counted)
    return Finding(label, found, f"{limit}{unit}", mend.format(label=label, limit=limit))


def shown(typed: object) -> str:
    """What was typed, short enough to be read in a sentence."""
    text = str(typed or "").strip()
    return f"“{text[:40]}”" if text else "认不出来"
