"""One received document as the paper 办文单 shows it: boxes, readers, who does it, where it was, what was done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zhixing.office.circulation.models import Sheet
from zhixing.office.circulation.models.sheet import ADVICE, INSTRUCTION, WAITING
from zhixing.office.circulation.stand_in import whereabouts
from zhixing.office.circulation.where import missed, now_with, whole_way
from zhixing.office.matters.phrases import phrases_of
from zhixing.organ.models import Person
from zhixing.organ.policy import visible
from zhixing.regulations.documents.models import PaperLoan, ReceivedDocument
from zhixing.regulations.documents.workflow.received_round import KIND
from zhixing.regulations.documents.workflow.statute import edition
from zhixing.web.pages.documents.received_acts import RARE
from zhixing.web.record_trail import done_to_each
from zhixing.web.requests import DeskRequest, acting, looking

# the clause that the next act stands on
CLAUSES = {
    "待初审": "09-1.2", "已退文": "09-1.2", "待拟办": "09-1.3a", "批办中": "09-1.3b", "传阅中": "09-1.4",
    "承办中": "09-1.6", "待办结": "09-1.7", "已办结": "09-1.7", "已归档": "09-3",
}  # fmt: skip


def beside(request: DeskRequest, document: ReceivedDocument) -> Mapping[str, Any]:
    sheet = document.sheet
    files = document.files.select_related("file")
    loans = visible(looking(request), PaperLoan).filter(document=document).select_related("borrower")
    clause = edition(looking(request).day).clauses.get(CLAUSES.get(document.state, "09-1.1"))
    shared = {
        "clause": clause,
        "files": files,
        "loans": loans,
        "rare": RARE,
        "phrases": phrases_of(acting(request)),
        "today": looking(request).day,
    }
    return {**shared, **(of_sheet(request, document, sheet) if sheet else {})}


def of_sheet(request: DeskRequest, document: ReceivedDocument, sheet: Sheet) -> Mapping[str, Any]:
    boxes = list(sheet.boxes.select_related("leader", "signed_by"))
    readers = list(sheet.readers.select_related("person", "sent_by"))
    assignments = list(
        sheet.assignments.select_related("doer", "section", "box__leader").prefetch_related("progress__by")
    )
    hands = whole_way(sheet, request.at)
    records = [document, sheet, *boxes, *readers, *assignments, *(held.hand for held in hands)]
    urgings = list(sheet.urgings.select_related("urged", "by"))
    progress = [one for row in assignments for one in row.progress.all()]
    return {
        "sheet": sheet,
        "advice": [box for box in boxes if box.label == ADVICE],
        "instructions": [box for box in boxes if box.label == INSTRUCTION],
        "away": {box.leader_id: where for box in boxes if (where := _away(request, box.leader, box.state))},
        "readers": readers,
        "assignments": assignments,
        "hands": hands,
        "now": now_with([held.hand for held in hands], request.at),
        "missed": missed(sheet) if not document.ended else [],
        "urgings": urgings,
        "trail": done_to_each(looking(request).organ, [*records, *urgings, *progress]),
    }


def _away(request: DeskRequest, leader: Person, state: str) -> str:
    """Only of whoever is waited for: an old box says by itself who signed it."""
    return whereabouts(leader, KIND, request.at) if state == WAITING else ""
