"""What every printed form carries: organ, number, state, who printed it and when (domain 4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from zhixing.organ.models import Organ, Person
from zhixing.regulations.attendance.workflow.local_time import local

DONE = frozenset({"已办结", "已同意", "已锁定"})


@dataclass(frozen=True, slots=True)
class Print:
    """One printing: who asked for the paper, and when."""

    by: Person
    at: datetime

    def frame(self, organ: Organ, *, title: str, number: str, state: str) -> dict[str, object]:
        """The parts of the data that sheet.typ reads; a form not yet decided carries 草稿 across it."""
        return {
            "title": title,
            "organ": organ.name,
            "numbered": f"编号：{number or '未编号'}　状态：{state}",
            "printed": f"打印人：{self.by.name}　打印时间：{moment(self.at)}　状态：{state}",
            "watermark": "" if state in DONE else "草稿",
        }


def moment(at: datetime | None) -> str:
    """An instant as paper shows it; "" where there is none."""
    return f"{local(at):%Y-%m-%d %H:%M}" if at else ""


def day(on: date | None) -> str:
    return on.isoformat() if on else ""
