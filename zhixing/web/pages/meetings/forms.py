"""What is typed before a meeting: when and where, topics, hosting, notice, leave (01-6.1 to 01-6.5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from zhixing.office.meetings.kinds import Ready
from zhixing.office.meetings.models import Absence, Item, Meeting
from zhixing.organ.models import Person
from zhixing.web.pages.records.forms import MOMENT, UNSAID, PersonField, RecordForm, lines, serving, text


class PlaceForm(forms.Form):
    """调整会议安排."""

    title = text("会议名称", 120, "不填的，按日期和会议种类取名。", required=False)
    starts_at = forms.DateTimeField(label="开会时间", widget=MOMENT)
    place = text("地点", 80)


class ConveneForm(PlaceForm):
    """新建会议."""

    name = forms.ChoiceField(label="会议种类")
    field_order = ("name", "starts_at", "place", "title")

    def __init__(self, *args: Any, names: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["name"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = [UNSAID, *((name, name) for name in names)]


class ItemField(forms.ModelChoiceField[Item]):
    """A topic of the meeting."""

    def __init__(self, label: str, *, required: bool = True, empty: str = "请选择") -> None:
        super().__init__(
            label=label, queryset=Item.objects.none(), required=required, empty_label=None if required else empty
        )  # fmt: skip

    def label_from_instance(self, obj: Item) -> str:
        return f"{obj.order}．{obj.title}"


class MeetingForm(RecordForm):
    """A form of one meeting: its topics to choose from, its organ's people, and those due where `due` says so."""

    due: tuple[str, ...] = ()

    def __init__(self, *args: Any, meeting: Meeting, people: Sequence[Person] = (), **kwargs: Any) -> None:
        super().__init__(*args, organ=meeting.organ, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, ItemField):
                field.queryset = meeting.items.filter(taken_off_at=None)
            elif isinstance(field, PersonField) and name in self.due:
                field.queryset = serving(meeting.organ, self.on_day).filter(pk__in=[one.pk for one in people])


class PutOnForm(forms.Form):
    """列入议程: one of those that are ready."""

    source = forms.ChoiceField(label="议题", help_text="只列手续已经走完的议题。")

    def __init__(self, *args: Any, ready: Sequence[Ready], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["source"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = [UNSAID, *((one.source, _named(one)) for one in ready)]


def _named(one: Ready) -> str:
    return (
        f"{one.title}（{'，'.join(filter(None, (one.category, one.section.name if one.section else '')))}）"
    )


class FreeForm(MeetingForm):
    """A topic that no procedure went before."""

    title = text("议题", 200)
    proposal = lines("主要内容", 4000, required=False)
    reporter = PersonField("汇报人", required=False)


class TakeOffForm(MeetingForm):
    item = ItemField("议题")
    reason = text("撤出的原因", 300, required=False)


class MoveForm(MeetingForm):
    item = ItemField("议题")
    place = forms.IntegerField(label="排到第几项", min_value=1, max_value=99)


class InviteForm(MeetingForm):
    person = PersonField("列席人")
    item = ItemField("列席哪一项", required=False, empty="整个会议")


class EntrustForm(MeetingForm):
    receiver = PersonField("委托谁主持")
    reason = text("不能主持的原因", 300, required=False)
    due = ("receiver",)


class RecorderForm(MeetingForm):
    person = PersonField("由谁记录")
    why = text("原因", 200, "办公室主任不能到会或者需要回避的，写明原因。", required=False)


class NoticeForm(forms.Form):
    urgent_reason = text("临时召开的原因", 300, "按规定时间提前通知的不填。", required=False)


class ReasonForm(forms.Form):
    """One reason under the name `reason`; whether it may be empty is for the act to say."""

    def __init__(self, *args: Any, label: str, hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = text(label, 300, hint, required=False)


class TextForm(forms.Form):
    """Some lines under the name `text`."""

    def __init__(self, *args: Any, label: str, hint: str = "", most: int = 2000, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"] = lines(label, most, hint, required=False)


class AnswerForm(forms.Form):
    """批假."""

    absence = forms.ModelChoiceField(Absence.objects.none(), widget=forms.HiddenInput)
    agreed = forms.TypedChoiceField(
        label="批复", choices=[("yes", "准假"), ("no", "不准")], coerce=lambda word: word == "yes"
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["absence"]
        assert isinstance(chosen, forms.ModelChoiceField)
        chosen.queryset = Absence.objects.filter(meeting=meeting)


class LetKnowForm(MeetingForm):
    """缺席意见: minuted, never counted."""

    person = PersonField("缺席成员")
    item = ItemField("对哪一项议题", required=False, empty="对整个会议")
    form = forms.ChoiceField(label="方式", choices=[("书面", "书面"), ("口头", "口头")])
    text = lines("意见", 2000, "只记入会议记录，不计入票数。", required=False)
    due = ("person",)
