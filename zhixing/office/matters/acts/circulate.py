"""传阅 (to be read and signed for) and 抄送 (to know)."""

from collections.abc import Sequence
from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.office.matters.acts.others import same_organ
from zhixing.office.matters.acts.party import party_only
from zhixing.office.matters.acts.side import beside, reading
from zhixing.office.matters.desk import Doing
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person


def circulate(
    *, matter: Matter, actor: Person, people: Sequence[Person], at: datetime, key: str, text: str = ""
) -> Receipt:
    return _send("传阅", matter, actor, people, at, key, text)


def copy_to(
    *, matter: Matter, actor: Person, people: Sequence[Person], at: datetime, key: str, text: str = ""
) -> Receipt:
    return _send("抄送", matter, actor, people, at, key, text)


def _send(
    kind: str, matter: Matter, actor: Person, people: Sequence[Person], at: datetime, key: str, text: str
) -> Receipt:
    party_only(kind, matter, actor)
    same_organ(kind, actor, people, at)
    names = "、".join(person.name for person in people)
    return beside(
        Doing(matter, actor, kind, at, key, text),
        lambda held: [reading(held, person.pk, kind, at) for person in people],
        {"送": names},
    )
