"""Which rows of meetings the journal explains.

Ballots and turnout are not among them: while a secret vote runs its rows are thrown anew with every ballot, and
an entry for each would tell the order. The entry that closes the vote carries their digest instead.
"""

from __future__ import annotations

from django.db.models import Model

from zhixing.journal import snapshots
from zhixing.office.meetings.models import (
    Absence,
    AbsentOpinion,
    Correction,
    Invitation,
    Item,
    LeftOut,
    Mandate,
    Meeting,
    Minutes,
    NamedVote,
    Presence,
    Progress,
    Resolution,
    Roll,
    RollLine,
    Speech,
    Subscription,
    Summary,
    Vote,
)

KINDS: dict[type[Model], str] = {
    Absence: "会议请假",
    AbsentOpinion: "缺席意见",
    Correction: "记录更正",
    Invitation: "会议通知",
    Item: "议题",
    LeftOut: "不计入应到",
    Mandate: "委托主持",
    Meeting: "会议",
    Minutes: "会议记录",
    NamedVote: "记名表决",
    Presence: "到会情况",
    Progress: "督办记录",
    Resolution: "决定事项",
    Roll: "会议名册",
    RollLine: "会议名册行",
    Speech: "发言",
    Subscription: "会议日历订阅",
    Summary: "会议纪要",
    Vote: "表决",
}


def register() -> None:
    """Called once by the app when it is ready: every concrete field but the row's own number.

    That somebody has read a notice is no act of business and stands in no entry.
    """
    for model, kind in KINDS.items():
        fields = tuple(
            field.attname
            for field in model._meta.concrete_fields
            if not field.primary_key and field.name != "read_at"
        )
        snapshots.register(model, kind, fields)
