"""区管干部请假 (02-1.6d): what the district decided is entered with the number of its paper."""

from __future__ import annotations

import re
from datetime import datetime

from zhixing.law.refusal import Refusal
from zhixing.office.matters.models import Matter, Opinion
from zhixing.organ.local_time import today
from zhixing.regulations.attendance.workflow.statute import finding

CLAUSE, DISTRICT = "02-1.6d", "区级"
NUMBERED = re.compile(r"\d")


def reply_is_named(matter: Matter, at: datetime) -> None:
    """Raises Refusal where the district's step was done without the number of the district's paper."""
    entered = Opinion.objects.filter(matter=matter, step__post=DISTRICT, step__round=matter.round, act="同意")
    last = entered.order_by("-pk").first()
    if last is None or NUMBERED.search(last.text):
        return
    fault = finding(
        day=today(at), clause=CLAUSE, fact="区级批件文号", found=last.text or "没有填写",
        expected="区里批准这次请假的文号", mend="请在意见中写明区级批件的文号。", who="办公室",
    )  # fmt: skip
    raise Refusal("不能登记区级审批。", [fault])
