"""A paper on its way: the sheet, its boxes, its readers, its hands, what it gives people to do."""

from zhixing.office.circulation.models.assignments import ASSIGNMENT_STATES, Assignment, Progress
from zhixing.office.circulation.models.hands import Hand, Urging
from zhixing.office.circulation.models.readers import READER_STATES, UNREAD, Reader
from zhixing.office.circulation.models.sheet import BOX_STATES, SHEET_STATES, Box, Sheet

__all__ = [
    "ASSIGNMENT_STATES",
    "BOX_STATES",
    "READER_STATES",
    "SHEET_STATES",
    "UNREAD",
    "Assignment",
    "Box",
    "Hand",
    "Progress",
    "Reader",
    "Sheet",
    "Urging",
]
