from zhixing.regulations.attendance.models.absence import AbsenceCase, AbsenceHalf
from zhixing.regulations.attendance.models.balance import BalanceHead, BalanceMove, Reservation
from zhixing.regulations.attendance.models.blackout import Blackout, BlackoutException
from zhixing.regulations.attendance.models.discipline import DisciplineRecord, Talk
from zhixing.regulations.attendance.models.leave import Leave, LeaveCancellation, LeaveRecount
from zhixing.regulations.attendance.models.missed import MissedSignIn
from zhixing.regulations.attendance.models.month import (
    Month,
    MonthCorrection,
    MonthLine,
    PayBase,
    SettlementLine,
)
from zhixing.regulations.attendance.models.outing import Outing
from zhixing.regulations.attendance.models.overtime import Overtime
from zhixing.regulations.attendance.models.roster import DutyShift
from zhixing.regulations.attendance.models.schedule import Schedule
from zhixing.regulations.attendance.models.signin import (
    ClockImport,
    ExceptionNote,
    LateExcuse,
    SignIn,
    SpotCheck,
)

__all__ = [
    "AbsenceCase",
    "AbsenceHalf",
    "BalanceHead",
    "BalanceMove",
    "Blackout",
    "BlackoutException",
    "ClockImport",
    "DisciplineRecord",
    "DutyShift",
    "ExceptionNote",
    "LateExcuse",
    "Leave",
    "LeaveCancellation",
    "LeaveRecount",
    "MissedSignIn",
    "Month",
    "MonthCorrection",
    "MonthLine",
    "Outing",
    "Overtime",
    "PayBase",
    "Reservation",
    "Schedule",
    "SettlementLine",
    "SignIn",
    "SpotCheck",
    "Talk",
]
