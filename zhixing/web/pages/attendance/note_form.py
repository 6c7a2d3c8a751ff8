"""签到备注 as typed: which half day, why (02-1.1b)."""

from django import forms

from zhixing.regulations.attendance.models.signin import HALVES, NOTE_KINDS

DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class NoteForm(forms.Form):
    """Every word of it is judged by the workflow; the form only reads."""

    day = forms.DateField(label="日期", widget=DATE)
    half = forms.ChoiceField(label="半天", choices=HALVES)
    kind = forms.ChoiceField(label="情形", choices=[("", "请选择"), *NOTE_KINDS])
    text = forms.CharField(
        label="说明", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="写明去向、事由，方便办公室核实。",
    )  # fmt: skip
