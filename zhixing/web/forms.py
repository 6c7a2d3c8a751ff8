"""What an act bar sends: which act, what was said, and whom it concerns."""

from typing import Any

from django import forms

from zhixing.organ.models import Person
from zhixing.web.matter_acts import ACTS

LONGEST_OPINION = 500


class ActForm(forms.Form):
    """`seen` is the version on the screen: whoever came later is told what happened meanwhile."""

    key = forms.UUIDField()
    act = forms.ChoiceField(choices=[(name, name) for name in ACTS])
    seen = forms.IntegerField(required=False)
    text = forms.CharField(
        label="意见", max_length=LONGEST_OPINION, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    people = forms.ModelMultipleChoiceField(queryset=Person.objects.none(), required=False)
    to = forms.IntegerField(required=False)
    mode = forms.ChoiceField(choices=[("重走", "重走"), ("直送退回人", "直送退回人")], required=False)
    where = forms.ChoiceField(choices=[("前", "前"), ("后", "后")], required=False)

    def __init__(self, *args: Any, organ_id: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = self.fields["people"]
        assert isinstance(people, forms.ModelMultipleChoiceField)
        people.queryset = Person.objects.filter(organ_id=organ_id)
