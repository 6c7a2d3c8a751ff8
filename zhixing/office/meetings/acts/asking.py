"""What the acts of a meeting ask alike: who may act, in which state, with how many."""

from __future__ import annotations

from collections.abc import Iterable

from zhixing.law.refusal import Finding, Refusal
from zhixing.law.ruling import Ruling
from zhixing.office.meetings.kinds import kind_of
from zhixing.office.meetings.models import Meeting
from zhixing.organ.models import Person

REFRESH = "请刷新页面，看清会议现在到了哪一步。"


def in_state(meeting: Meeting, *states: str) -> list[Finding]:
    if meeting.state in states:
        return []
    return [Finding("会议状态", meeting.state, "、".join(states), REFRESH)]


def by(actor: Person, expected: str, people: Iterable[Person | None], clause: str = "") -> list[Finding]:
    """A finding unless the actor is one of the people; another organ's meeting is nobody's."""
    if any(one is not None and one.pk == actor.pk for one in people):
        return []
    return [Finding("办理人", actor.name, expected, f"请由{expected}办理。", clause=clause, who=expected)]


def by_recorder(meeting: Meeting, actor: Person) -> list[Finding]:
    """What happens in the room is written down by the recorder (01-6.6); the host may do it as well."""
    return by(actor, "记录人或者主持人", (meeting.recorder, meeting.host), kind_of(meeting).clause("record"))


def by_host(meeting: Meeting, actor: Person) -> list[Finding]:
    return by(actor, "主持人", (meeting.host,), kind_of(meeting).clause("host"))


def refuse(conclusion: str, findings: Iterable[Finding]) -> None:
    """Raises one Refusal with everything found; nothing found, nothing said."""
    found = tuple(findings)
    if found:
        raise Refusal(conclusion, found)


def short_of_quorum(ruling: Ruling | None, *, present: Iterable[str], due: int, clause: str) -> list[Finding]:
    """Names who is here, how many it takes and how many are missing; nothing where the ruling lets it go on."""
    if ruling is not None and ruling.outcome["可议"]:
        return []
    here = list(present)
    if ruling is None:
        return [Finding("应到会", f"{due}人", "至少1人", "请先核对名册。", clause=clause)] if not due else []
    least = ruling.outcome["至少"]
    assert isinstance(least, int)
    names = f"（{'、'.join(here)}）" if here else ""
    return [
        Finding(
            fact="到会人数",
            found=f"应到{due}人，现在到会{len(here)}人{names}",
            expected=f"至少{least}人到会",
            mend=f"还差{least - len(here)}人。请等人到齐，或者把本议题改到下次会议。",
            clause=clause,
        )
    ]


def deadlocked(due: int, present: int, least: int) -> bool:
    """Whether as many are here as may meet and too few to adopt anything (E1)."""
    return present < least <= due
