"""批注: a word beside the way."""

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.office.matters.acts.party import party_only
from zhixing.office.matters.acts.reasons import reason_given
from zhixing.office.matters.acts.side import beside
from zhixing.office.matters.desk import Doing
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person


def note(*, matter: Matter, actor: Person, at: datetime, key: str, text: str) -> Receipt:
    party_only("批注", matter, actor)
    reason_given("批注", text)
    return beside(Doing(matter, actor, "批注", at, key, text))
