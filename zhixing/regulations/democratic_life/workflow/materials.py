"""对照检查材料 and 发言提纲: what each has written before the meeting (13-5)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.files.models import StoredFile
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.democratic_life.models import MATERIALS, LifeMeeting, Material
from zhixing.regulations.democratic_life.workflow.entered import (
    before_opening,
    note,
    one_of,
    refuse,
    running,
)
from zhixing.regulations.democratic_life.workflow.parties import by_member, party_group

CLAUSE = "13-5"
OF_GROUP, OF_MEMBER = "班子材料", "发言提纲"


@once
def hand_in(
    *, case: LifeMeeting, kind: str, text: str, file: StoredFile | None, actor: Person, at: datetime, key: str
) -> Receipt:
    """By a member; a newer version stands beside the older."""
    findings = running(case, actor, CLAUSE) + by_member(actor, today(at), CLAUSE)
    findings += before_opening(case, CLAUSE) + one_of(kind, MATERIALS, "材料", CLAUSE)
    if not text.strip() and file is None:
        findings.append(Finding("内容", "没有填写", "写明内容或者附上文件", "请填写。", clause=CLAUSE))
    refuse("材料没有提交。", findings)
    material = Material.objects.create(
        organ_id=case.organ_id, case=case, kind=kind, person=actor, text=text.strip(), file=file, at=at
    )
    return note(
        case, "提交材料", actor=actor, at=at, key=key, rule=CLAUSE, record=material, payload={"材料": kind}
    )


def still_to_write(case: LifeMeeting, day: date) -> tuple[Person, ...]:
    """Members whose outline is not there yet."""
    written = set(case.materials.filter(kind=OF_MEMBER).values_list("person_id", flat=True))
    return tuple(one for one in party_group(case.organ, day) if one.pk not in written)
