"""Who may sign in whose box: the leader, or whoever stands in for an away leader by a delegation."""

from __future__ import annotations

from datetime import datetime

from zhixing.office.away import is_away
from zhixing.organ.models import Delegation, Person
from zhixing.organ.who import delegation_of


def stand_in(leader: Person, kind: str, at: datetime) -> Delegation | None:
    """The delegation under which another signs for the leader at that moment; None where there is none."""
    return delegation_of(leader, kind, at)


def givers(person: Person, kinds: list[str], at: datetime) -> dict[str, list[int]]:
    """{kind: leaders in whose boxes this person may sign besides the own ones}."""
    open_now = Delegation.objects.filter(receiver=person, revoked_at=None, since__lte=at, until__gte=at)
    given = list(open_now.values_list("giver", "kinds"))
    return {kind: [giver for giver, named in given if not named or kind in named] for kind in kinds}


def whereabouts(leader: Person, kind: str, at: datetime) -> str:
    """What whoever sends it round should know: 请假中，张三代; "" for a leader who is here and signs himself."""
    delegation = stand_in(leader, kind, at)
    away = "请假中" if is_away(leader, at) else ""
    acting = f"{delegation.receiver.name}代" if delegation else "没有设委托" if away else ""
    return "，".join(word for word in (away, acting) if word)
