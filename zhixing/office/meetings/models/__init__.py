"""The records of meetings. Presence, speeches, ballots, counts and corrections are only ever added."""

from zhixing.office.meetings.models.ballots import Ballot, NamedVote, Turnout
from zhixing.office.meetings.models.items import AbsentOpinion, Item, Speech
from zhixing.office.meetings.models.meeting import Invitation, Mandate, Meeting
from zhixing.office.meetings.models.minutes import Correction, Minutes, Summary
from zhixing.office.meetings.models.presence import Absence, Presence
from zhixing.office.meetings.models.resolutions import Progress, Resolution
from zhixing.office.meetings.models.roll import LeftOut, Roll, RollLine
from zhixing.office.meetings.models.subscription import Subscription
from zhixing.office.meetings.models.votes import Vote

__all__ = [
    "Absence",
    "AbsentOpinion",
    "Ballot",
    "Correction",
    "Invitation",
    "Item",
    "LeftOut",
    "Mandate",
    "Meeting",
    "Minutes",
    "NamedVote",
    "Presence",
    "Progress",
    "Resolution",
    "Roll",
    "RollLine",
    "Speech",
    "Subscription",
    "Summary",
    "Turnout",
    "Vote",
]
