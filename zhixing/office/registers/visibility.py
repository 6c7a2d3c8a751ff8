"""Who sees registers: what is kept and where, all staff; its lines and papers, whom the register lets in."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from zhixing.office.registers.kinds import kinds
from zhixing.office.registers.models import HandOver, Kept, Line, Loan, StockLine, StockTaking, YearBook
from zhixing.organ.policy import Viewer, register

Rows = QuerySet[Any]


def _inside(viewer: Viewer) -> list[str]:
    return [kind.name for kind in kinds() if kind.inside(viewer)]


def _mine(viewer: Viewer) -> Q:
    """What a person keeps, or keeps for a while."""
    return Q(kept__keeper=viewer.person) | Q(kept__holder=viewer.person)


def staff(viewer: Viewer) -> bool:
    return viewer.person is not None and "职员" in viewer.roles


def things(viewer: Viewer, rows: Rows) -> Rows:
    return rows if staff(viewer) else rows.none()


def hand_overs(viewer: Viewer, rows: Rows) -> Rows:
    if not staff(viewer):
        return rows.none()
    own = Q(giver=viewer.person) | Q(receiver=viewer.person)
    return rows.filter(Q(kept__register__in=_inside(viewer)) | own | _mine(viewer))


def loans(viewer: Viewer, rows: Rows) -> Rows:
    if not staff(viewer):
        return rows.none()
    return rows.filter(Q(kept__register__in=_inside(viewer)) | Q(borrower=viewer.person) | _mine(viewer))


def of_the_thing(viewer: Viewer, rows: Rows) -> Rows:
    """Lines and year books: whoever keeps the thing reads its register too."""
    if not staff(viewer):
        return rows.none()
    return rows.filter(Q(kept__register__in=_inside(viewer)) | _mine(viewer))


def stock_takings(viewer: Viewer, rows: Rows) -> Rows:
    return rows.filter(register__in=_inside(viewer)) if staff(viewer) else rows.none()


def stock_lines(viewer: Viewer, rows: Rows) -> Rows:
    return rows.filter(taking__register__in=_inside(viewer)) if staff(viewer) else rows.none()


def publish() -> None:
    register(Kept, things)
    register(HandOver, hand_overs)
    register(Loan, loans)
    register(Line, of_the_thing)
    register(YearBook, of_the_thing)
    register(StockTaking, stock_takings)
    register(StockLine, stock_lines)
