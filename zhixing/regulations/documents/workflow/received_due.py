"""What came in and is not closed by its day; what was lent and is not back: both are told of (09-1.5a, 09-1.6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q

from zhixing.office.circulation.models import Assignment
from zhixing.office.circulation.models.assignments import OPEN
from zhixing.office.circulation.overdue import undone
from zhixing.office.duties import reminders
from zhixing.organ.models import Organ
from zhixing.regulations.documents.explained import KINDS
from zhixing.regulations.documents.models import PaperLoan, ReceivedDocument
from zhixing.regulations.documents.models.loans import BORROWING, OUT
from zhixing.regulations.documents.models.received import ENDED, TO_ACT
from zhixing.regulations.documents.workflow.received_round import KIND

DOCUMENT, LOAN, WORK = KINDS[ReceivedDocument], KINDS[PaperLoan], "公文交办"


def unclosed(organ: Organ, _: date) -> Iterator[reminders.Open]:
    """Borne by whoever urges it by name, else by the clerk who entered it; who does it is told of the assignment."""
    rows = ReceivedDocument.objects.filter(organ=organ, mode=TO_ACT, due__isnull=False).exclude(
        state__in=ENDED
    )
    given = Assignment.objects.filter(sheet=OuterRef("sheet"), state=OPEN)
    rows = rows.filter(Q(sheet__watcher__isnull=False) | ~Exists(given))
    for one in rows.select_related("sheet__watcher", "registered_by"):
        assert one.due is not None
        watcher = one.sheet.watcher if one.sheet else None
        yield reminders.Open(
            object_kind=DOCUMENT, object_id=str(one.pk), subject=f"{one.shown}办件", due=one.due,
            bearers=(watcher or one.registered_by,), adds="请催办，办好以后登记答复、办结。",
        )  # fmt: skip


def undone_work(organ: Organ, _: date) -> Iterator[reminders.Open]:
    """What an opinion gave to somebody to do."""
    for one in undone(organ, KIND):
        yield reminders.Open(
            object_kind=WORK, object_id=str(one.pk), subject=f"{one.sheet.number}承办事项", due=one.due,
            bearers=(one.doer,), adds="请尽快办理，办好以后填写办理结果。",
        )  # fmt: skip


def unreturned(organ: Organ, _: date) -> Iterator[reminders.Open]:
    rows = PaperLoan.objects.filter(organ=organ, state=OUT, kind=BORROWING, due__isnull=False)
    for one in rows.select_related("borrower"):
        assert one.due is not None
        assert one.borrower is not None
        yield reminders.Open(
            object_kind=LOAN, object_id=str(one.pk), subject=f"{one.number}借阅归还", due=one.due,
            bearers=(one.borrower,), adds="请把文件交还文书。",
        )  # fmt: skip


def register() -> None:
    """Called once by the app when it is ready."""
    reminders.register_source(DOCUMENT, unclosed)
    reminders.register_source(WORK, undone_work)
    reminders.register_source(LOAN, unreturned)
