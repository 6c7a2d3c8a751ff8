"""Which work is done at which times, in the organ's own time."""

from __future__ import annotations

from zhixing.office.duties.plans import plan
from zhixing.office.duties.reminders import register_source
from zhixing.organ.days import register_deadlines
from zhixing.site.clock import deadlines, rounds, todos, upkeep

HOURLY, AT_NIGHT = "5 * * * *", "30 3 * * *"


def register() -> None:
    """Called once by the app when it is ready."""
    register_source("task", todos.undone)
    register_deadlines(deadlines.renewed)
    plan("任务和提醒", HOURLY, rounds.go_round)
    plan("见证", HOURLY, upkeep.bear_witness)
    plan("清理", AT_NIGHT, upkeep.tidy)
