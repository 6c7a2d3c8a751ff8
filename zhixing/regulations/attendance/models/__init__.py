from zhixing.regulations.attendance.models.balance import BalanceHead, BalanceMove, Reservation
from zhixing.regulations.attendance.models.blackout import Blackout, BlackoutException
from zhixing.regulations.attendance.models.leave import Leave, LeaveCancellation, LeaveRecount
from zhixing.regulations.attendance.models.outing import Outing
from zhixing.regulations.attendance.models.overtime import Overtime
from zhixing.regulations.attendance.models.roster import DutyShift

__all__ = [
    "BalanceHead",
    "BalanceMove",
    "Blackout",
    "BlackoutException",
    "DutyShift",
    "Leave",
    "LeaveCancellation",
    "LeaveRecount",
    "Outing",
    "Overtime",
    "Reservation",
]
