"""Which rows of sign-in, month, discipline and absence the journal explains."""

from __future__ import annotations

from django.db.models import Model

from zhixing.journal import snapshots
from zhixing.regulations.attendance.models import (
    AbsenceCase,
    AbsenceHalf,
    ClockImport,
    DisciplineRecord,
    ExceptionNote,
    LateExcuse,
    MissedSignIn,
    Month,
    MonthCorrection,
    MonthLine,
    PayBase,
    Schedule,
    SettlementLine,
    SignIn,
    SpotCheck,
    Talk,
)

KINDS: dict[type[Model], str] = {
    AbsenceCase: "旷工认定",
    AbsenceHalf: "旷工半天",
    ClockImport: "考勤机文件",
    DisciplineRecord: "违纪登记",
    ExceptionNote: "签到备注",
    LateExcuse: "迟到核销",
    MissedSignIn: "漏签说明",
    Month: "月考勤",
    MonthCorrection: "月考勤更正",
    MonthLine: "月考勤明细",
    PayBase: "工资基数",
    Schedule: "作息时间",
    SettlementLine: "扣款建议",
    SignIn: "签到",
    SpotCheck: "抽查",
    Talk: "诫勉谈话",
}


def register() -> None:
    """Called once by the app when it is ready: every concrete field but the row's own number."""
    for model, kind in KINDS.items():
        fields = tuple(field.attname for field in model._meta.concrete_fields if not field.primary_key)
        snapshots.register(model, kind, fields)
