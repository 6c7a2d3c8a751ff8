"""Amounts in fen: caps, shares that add up exactly, proposals an authorised person decides."""

from zhixing.office.settlement.caps import Taken, until_used_up
from zhixing.office.settlement.proposal import Item, Proposal
from zhixing.office.settlement.shares import scaled_to, shared_out

__all__ = ["Item", "Proposal", "Taken", "scaled_to", "shared_out", "until_used_up"]
