"""What of 17 is undone and has a day: seals out, paper not signed, custody over, old seals not handed in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhixing.office.duties.reminders import Open
from zhixing.office.registers.models import Kept
from zhixing.office.registers.models.kept import STOPPED
from zhixing.office.registers.overdue import out_now
from zhixing.organ.models import Organ
from zhixing.regulations.seals.models import CarryOut, Incident
from zhixing.regulations.seals.workflow.register import REGISTER
from zhixing.regulations.seals.workflow.urgent import unsigned


def loans(organ: Organ, day: date) -> Iterator[Open]:  # noqa: ARG001 -- every source is asked alike
    """外带 to be brought back: the borrower and whoever keeps the seal (17-7b)."""
    carried = CarryOut.objects.filter(organ=organ, loan__in=out_now(organ, REGISTER).order_by())
    for carry in carried.select_related("loan__borrower", "loan__kept__holder"):
        assert carry.loan is not None
        loan = carry.loan
        bearers = tuple(dict.fromkeys((loan.borrower, loan.kept.holder)))
        adds = "还回来、保管人验过印以前，这枚印章不再外带。"
        yield Open(
            "印章外带", str(carry.pk), f"归还{loan.kept.name}（{loan.number}）", loan.due, bearers, adds
        )


def paperwork(organ: Organ, day: date) -> Iterator[Open]:  # noqa: ARG001
    """先行用印 to be signed for: whoever asked for it, and whoever agreed (17-4b)."""
    for use in unsigned(organ):
        assert use.paperwork_due is not None
        bearers = tuple(one for one in (use.person, use.agreed_by) if one is not None)
        yield Open("急用补签", str(use.pk), f"补签急需用印：{use.title}", use.paperwork_due, bearers)


def custodies(organ: Organ, day: date) -> Iterator[Open]:  # noqa: ARG001
    """代管 to be given back (17-3)."""
    held = Kept.objects.filter(organ=organ, register=REGISTER).exclude(held_until=None)
    for kept in held.select_related("holder", "seal"):
        assert kept.held_until is not None
        yield Open("印章代管", str(kept.seal.pk), f"交回代管的{kept.name}", kept.held_until, (kept.holder,))


def old_seals(organ: Organ, day: date) -> Iterator[Open]:  # noqa: ARG001
    """停用的旧章 to be handed in (17-10, B17-09)."""
    rows = Incident.objects.filter(organ=organ, seal__kept__state=STOPPED).exclude(hand_in_by=None)
    for one in rows.select_related("seal__kept__holder"):
        assert one.hand_in_by is not None
        kept = one.seal.kept
        yield Open("旧章上交", str(one.pk), f"上交停用的{kept.name}", one.hand_in_by, (kept.holder,))
