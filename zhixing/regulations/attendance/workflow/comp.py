"""补休: how much a duty or overtime earns, and until when it may be used (02-1.5a to 02-1.5c)."""

from __future__ import annotations

from datetime import date

from zhixing.organ.parameters import OwnValues
from zhixing.regulations.attendance.workflow.statute import ruling


def duty_credit(shift: str, nature: str, day: date, own: OwnValues) -> int:
    """Half-days that one shift earns."""
    earned = ruling("值班补休", day, own, 班次=shift, 值班类别=nature).outcome["补休天数"]
    assert isinstance(earned, int)
    return earned


def comp_expiry(earned: date, own: OwnValues) -> date:
    """The last day on which comp leave earned on that day may be used (G-66)."""
    last = ruling("补休有效期", earned, own, 取得日期=earned).outcome["最后一日"]
    assert isinstance(last, date)
    return last
