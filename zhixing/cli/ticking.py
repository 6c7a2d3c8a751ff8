"""What `zhixing tick` does, and the worker every minute."""

from argparse import Namespace
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from zhixing.office.duties.reaper import Reaped, reap
from zhixing.office.duties.schedules import Called, call
from zhixing.organ.clock import now


@dataclass(frozen=True, slots=True)
class Looked:
    reaped: Reaped
    called: tuple[Called, ...]


def look(at: datetime) -> Looked:
    """First what was left behind goes back on the queue, then what has come goes on it."""
    return Looked(reap(at=at), tuple(call(at=at)))


def told(_args: Namespace) -> str:
    looked = look(now())
    lines = [f"到点：{one.schedule}（{timezone.localtime(one.slot):%Y-%m-%d %H:%M}），已交后台办理。"
             for one in looked.called]  # fmt: skip
    if looked.reaped.again:
        lines.append(f"放回中断的作业{looked.reaped.again}项。")
    if looked.reaped.failed:
        lines.append(f"停办屡次中断的作业{looked.reaped.failed}项，请系统管理员查看。")
    return "\n".join(lines or ["没有到点的计划。"])
