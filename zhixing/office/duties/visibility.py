"""Who sees duties and notices (domain 4.10): those who bear them, the office, the leaders; notices are one's own."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from zhixing.journal import snapshots
from zhixing.office.duties.bearers import OF_SECTIONS
from zhixing.office.duties.models import DutyDue, Notice
from zhixing.organ import policy
from zhixing.organ.models import Holding
from zhixing.organ.policy import Viewer

ALL_OF_THEM = frozenset({"办公室", "办公室主任", "局领导", "局长"})
EXPLAINED = (
    "organ_id", "regulation", "edition", "duty", "post", "wanted", "clause", "cite", "period",
    "period_first", "period_last", "due", "estimated", "state", "evidence", "done_by_id", "done_at",
    "created_at",
)  # fmt: skip


def duties_of(viewer: Viewer, dues: QuerySet[DutyDue]) -> QuerySet[DutyDue]:
    if viewer.person is None:
        return dues.none()
    if viewer.roles & ALL_OF_THEM:
        return dues
    posts = set(Holding.objects.on(viewer.day).filter(person=viewer.person).values_list("post", flat=True))
    posts |= {named for named, held in OF_SECTIONS.items() if held in posts}
    return dues.filter(Q(post__in=posts) | Q(done_by=viewer.person))


def own_notices(viewer: Viewer, notices: QuerySet[Notice]) -> QuerySet[Notice]:
    return notices.filter(person=viewer.person) if viewer.person else notices.none()


def register() -> None:
    policy.register(DutyDue, duties_of)
    policy.register(Notice, own_notices)
    snapshots.register(DutyDue, "任务", EXPLAINED)
