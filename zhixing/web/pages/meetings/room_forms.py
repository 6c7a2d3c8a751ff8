"""What the recorder types in the room: who comes and goes, speeches, counts, decisions (01-6.4 to 01-6.7)."""

from __future__ import annotations

from typing import Any

from django import forms

from zhixing.law.refusal import Finding, Refusal
from zhixing.office.meetings.acts.conclude import Task
from zhixing.office.meetings.acts.voting import Counts
from zhixing.office.meetings.models import Item
from zhixing.office.meetings.models.ballots import CHOICES
from zhixing.office.meetings.models.items import SPEECH_KINDS
from zhixing.office.meetings.models.presence import PRESENCE_KINDS
from zhixing.office.meetings.models.votes import VOTE_FORMS
from zhixing.web.pages.meetings.forms import ItemField, MeetingForm
from zhixing.web.pages.records.forms import DATE, PersonField, SectionField, lines, text

TASK = ("lead", "section", "person", "until")


class MarkForm(MeetingForm):
    """One person comes, leaves, comes back, withdraws, goes for good."""

    person = PersonField("人员")
    kind = forms.ChoiceField(label="情况", choices=PRESENCE_KINDS)


class OpenTopicForm(MeetingForm):
    """The next topic of those that wait."""

    item = ItemField("议题")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["item"]
        assert isinstance(chosen, ItemField)
        chosen.queryset = (chosen.queryset or Item.objects.none()).filter(state__in=("待议", "讨论中"))


class TopicReasonForm(OpenTopicForm):
    reason = text("说明", 300, required=False)


class SpeechForm(MeetingForm):
    """发言, by somebody in the room."""

    person = PersonField("发言人")
    kind = forms.ChoiceField(label="性质", choices=SPEECH_KINDS, initial="发言")
    text = lines("要点", 4000, required=False)
    due = ("person",)


class OpenVoteForm(forms.Form):
    """开始表决."""

    form = forms.ChoiceField(label="表决方式", choices=VOTE_FORMS, initial="举手")
    on_paper = forms.BooleanField(label="无记名投票用纸质票，系统只登记票数", required=False)
    again_reason = text("再次表决的原因", 300, required=False)

    def __init__(self, *args: Any, again: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not again:
            del self.fields["again_reason"]


def _votes(label: str) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=999, initial=0)


class CountsForm(forms.Form):
    """登记票数: together they are the members present."""

    in_favour, against, abstained = _votes("赞成"), _votes("反对"), _votes("弃权")
    not_voting, invalid = _votes("到会未表决"), _votes("无效")

    def counts(self) -> Counts:
        return Counts(**self.cleaned_data)


class NamedForm(MeetingForm):
    """代为登记 what a member has said."""

    voter = PersonField("表决人")
    choice = forms.ChoiceField(label="意见", choices=CHOICES)
    due = ("voter",)


class OwnVoteForm(forms.Form):
    choice = forms.ChoiceField(label="意见", choices=CHOICES)


class ConcludeForm(MeetingForm):
    """作出结论; who carries it out is asked for what was adopted only, and is for the act to demand."""

    decision = lines("决定事项", 4000, required=False)
    lead = PersonField("牵头领导", required=False)
    section = SectionField("责任科室", required=False)
    person = PersonField("责任人", required=False)
    until = forms.DateField(label="时限", widget=DATE, required=False)
    emergency_reason = text("紧急理由", 300, "意见分歧较大的，确属紧急才按多数执行。", required=False)

    def __init__(self, *args: Any, passed: bool, divided: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in () if passed else TASK:
            del self.fields[name]
        if not (passed and divided):
            del self.fields["emergency_reason"]

    def task(self) -> Task | None:
        """None where nothing of it was filled in; raises Refusal where only a part was."""
        given: dict[str, Any] = {name: self.cleaned_data.get(name) for name in TASK}
        if not any(given.values()):
            return None
        empty = [str(self.fields[name].label) for name in TASK if not given[name]]
        if empty:
            wanted = "写明由谁落实、什么时候完成"
            found = [Finding(label, "没有填写", wanted, f"请填写{label}。") for label in empty]
            raise Refusal("议题没有作出结论。", found)
        return Task(given["lead"], given["section"], given["person"], given["until"])
