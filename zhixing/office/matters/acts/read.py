"""已阅: whoever got a copy has read it."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters.acts.side import beside
from zhixing.office.matters.desk import Doing
from zhixing.office.matters.models import Matter, Task
from zhixing.organ.models import Person

READ_KINDS = ("传阅", "抄送", "知悉")


def read(*, matter: Matter, actor: Person, at: datetime, key: str, text: str = "") -> Receipt:
    def sign(held: Matter) -> Sequence[Model]:
        open_copies = list(Task.objects.filter(matter=held, person=actor, kind__in=READ_KINDS, state="待办"))
        if not open_copies:
            raise Refusal(
                "不用签阅：没有送给您的待阅件。",
                [Finding("待阅", "没有", "有送给本人的传阅件", "请从“传阅给我”中打开。")],
            )
        for task in open_copies:
            task.state, task.done_at = "已办", at
            task.save(update_fields=["state", "done_at"])
        return open_copies

    return beside(Doing(matter, actor, "已阅", at, key, text), sign)
