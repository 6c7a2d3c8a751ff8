"""Things kept by keepers: the thing, its hand-overs, its loans, the lines of its register, its year books."""

from zhixing.office.registers.models.books import Line, YearBook
from zhixing.office.registers.models.hands import HAND_OVER_KINDS, HandOver
from zhixing.office.registers.models.kept import GONE, STATES, Kept
from zhixing.office.registers.models.loans import OUT, Loan
from zhixing.office.registers.models.stock import StockLine, StockTaking

__all__ = [
    "GONE",
    "HAND_OVER_KINDS",
    "OUT",
    "STATES",
    "HandOver",
    "Kept",
    "Line",
    "Loan",
    "StockLine",
    "StockTaking",
    "YearBook",
]
