"""Which meeting somebody looks at, and as what: recorder, host, convener, member."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404

from zhixing.office.meetings.kinds import Kind, kind_of
from zhixing.office.meetings.models import Meeting
from zhixing.office.meetings.now import on_the_day
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.policy import visible
from zhixing.web.requests import DeskRequest, acting, looking

BEFORE = ("筹备", "已通知")
WITH = ("host", "recorder", "created_by", "organ")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the person who looks is in this meeting; several at once."""

    me: Person
    office: bool
    recorder: bool
    host: bool
    convener: bool
    due: bool

    @property
    def keeps(self) -> bool:
        """Whether this person writes down what happens in the room."""
        return self.recorder or self.host


def meeting_of(request: DeskRequest, number: int) -> Meeting:
    """The meeting; 404 where it is not seen."""
    rows = visible(looking(request), Meeting).select_related(*WITH)
    return get_object_or_404(rows, pk=number)


def kind_or_404(meeting: Meeting) -> Kind:
    """A kind that no regulation holds any more has no pages."""
    try:
        return kind_of(meeting)
    except LookupError:
        raise Http404 from None


def standing_of(request: DeskRequest, meeting: Meeting) -> Standing:
    me, kind = acting(request), kind_or_404(meeting)
    return Standing(
        me=me,
        office=me.pk in {meeting.recorder_id, meeting.created_by_id},
        recorder=me.pk == meeting.recorder_id,
        host=me.pk == meeting.host_id,
        convener=me == kind.convener(meeting.organ, today(request.at)),
        due=me.pk in {one.pk for one in due_people(meeting)},
    )


def due_people(meeting: Meeting) -> list[Person]:
    """Those due, by the last roll; before the notice by the posts of its day."""
    roll = meeting.rolls.last()
    if roll is not None:
        return [line.person for line in roll.lines.filter(capacity="应到").select_related("person")]
    return [one.person for one in on_the_day(meeting, today(meeting.starts_at))[0]]
